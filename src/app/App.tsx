import { lazy, Suspense, useCallback, useState } from 'react';
import type { TextRange } from '../asl';
import { Canvas, Palette } from '../views/canvas';
import { loadDebuggerPanel } from '../views/debugger';
import { selectPanelsShown, useWorkspace, useWorkspaceActions } from '../workspace';
import styles from './App.module.css';
import { useShortcuts } from './commands/useShortcuts';
import { Header } from './shell/Header';
import { Notices } from './shell/Notices';
import { PanelGroup, PanelHandle, SizedPanel } from './shell/panels';
import { ShortcutSheet } from './shell/ShortcutSheet';
import { SidePanel } from './shell/SidePanel';
import { useIncoming } from './shell/useIncoming';
import { useTheme } from './shell/useTheme';

const DebuggerPanel = lazy(loadDebuggerPanel);
const Gallery = lazy(() => import('./gallery/Gallery'));

/** The shell: palette, canvas and editor side by side, the run under them. */
export function App() {
  const { settings } = useWorkspaceActions();
  const shown = useWorkspace(selectPanelsShown);
  const editorShown = shown.editor ?? true;
  const debuggerShown = shown.debugger ?? true;
  const [help, setHelp] = useState(false);
  const [gallery, setGallery] = useState(false);
  const [place, setPlace] = useState<TextRange>();
  const showText = useCallback(
    ({ start, end }: TextRange) => {
      settings.showPanel('editor', true);
      settings.showPanel('form', false);
      setPlace({ start, end });
    },
    [settings],
  );
  const openHelp = useCallback(() => setHelp(true), []);
  const openGallery = useCallback(() => setGallery(true), []);
  const fileOver = useIncoming();
  useTheme();
  useShortcuts(openHelp);

  return (
    <div className={styles.app}>
      <Header
        editorShown={editorShown}
        debuggerShown={debuggerShown}
        onToggleEditor={() => settings.showPanel('editor', !editorShown)}
        onToggleDebugger={() => settings.showPanel('debugger', !debuggerShown)}
        onExamples={openGallery}
        onHelp={openHelp}
      />
      <main className={styles.main}>
        <Palette />
        <PanelGroup orientation="vertical">
          <SizedPanel id="upper" size={68} min={30}>
            <PanelGroup orientation="horizontal">
              <SizedPanel id="canvas" size={62} min={25}>
                <Canvas onShowProblem={({ range }) => showText(range)} onExamples={openGallery} />
              </SizedPanel>
              {editorShown && (
                <>
                  <PanelHandle label="Resize the editor" />
                  <SizedPanel id="editor" size={38} min={18}>
                    <SidePanel goTo={place} />
                  </SizedPanel>
                </>
              )}
            </PanelGroup>
          </SizedPanel>
          {debuggerShown && (
            <>
              <PanelHandle label="Resize the run panel" />
              <SizedPanel id="debugger" size={32} min={12}>
                <Suspense fallback={<div className={styles.waiting} />}>
                  <DebuggerPanel onShowText={showText} />
                </Suspense>
              </SizedPanel>
            </>
          )}
        </PanelGroup>
      </main>
      {fileOver && <p className={styles.drop}>Drop a definition to open it</p>}
      <Notices />
      {gallery && (
        <Suspense fallback={null}>
          <Gallery onClose={() => setGallery(false)} />
        </Suspense>
      )}
      <ShortcutSheet open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
