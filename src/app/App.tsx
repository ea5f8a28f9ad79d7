import { lazy, Suspense, useCallback, useState } from 'react';
import { Canvas, Palette } from '../views/canvas';
import { loadDebuggerPanel } from '../views/debugger';
import { Editor } from '../views/editor';
import { selectPanelsShown, useWorkspace, useWorkspaceActions } from '../workspace';
import styles from './App.module.css';
import { useShortcuts } from './commands/useShortcuts';
import { Header } from './shell/Header';
import { Notices } from './shell/Notices';
import { PanelGroup, PanelHandle, SizedPanel } from './shell/panels';
import { ShortcutSheet } from './shell/ShortcutSheet';
import { useIncoming } from './shell/useIncoming';
import { useTheme } from './shell/useTheme';

const DebuggerPanel = lazy(loadDebuggerPanel);

/** The shell: palette, canvas and editor side by side, the run under them. */
export function App() {
  const { settings } = useWorkspaceActions();
  const shown = useWorkspace(selectPanelsShown);
  const editorShown = shown.editor ?? true;
  const debuggerShown = shown.debugger ?? true;
  const [help, setHelp] = useState(false);
  const openHelp = useCallback(() => setHelp(true), []);
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
        onHelp={openHelp}
      />
      <main className={styles.main}>
        <Palette />
        <PanelGroup orientation="vertical">
          <SizedPanel id="upper" size={64} min={30}>
            <PanelGroup orientation="horizontal">
              <SizedPanel id="canvas" size={60} min={25}>
                <Canvas />
              </SizedPanel>
              {editorShown && (
                <>
                  <PanelHandle label="Resize the editor" />
                  <SizedPanel id="editor" size={40} min={18}>
                    <Editor />
                  </SizedPanel>
                </>
              )}
            </PanelGroup>
          </SizedPanel>
          {debuggerShown && (
            <>
              <PanelHandle label="Resize the run panel" />
              <SizedPanel id="debugger" size={36} min={12}>
                <Suspense fallback={<div className={styles.waiting} />}>
                  <DebuggerPanel />
                </Suspense>
              </SizedPanel>
            </>
          )}
        </PanelGroup>
      </main>
      {fileOver && <p className={styles.drop}>Drop a definition to open it</p>}
      <Notices />
      <ShortcutSheet open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
