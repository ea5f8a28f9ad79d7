import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { TextRange } from '../asl';
import { Canvas } from '../views/canvas';
import { loadDebuggerPanel, loadScrubber } from '../views/debugger';
import { loadRefactorDialog } from '../views/refactor';
import {
  selectPanelsShown,
  selectRefactoring,
  selectTimeline,
  useWorkspace,
  useWorkspaceActions,
  type WorkspaceState,
} from '../workspace';
import styles from './App.module.css';
import { useShortcuts } from './commands/useShortcuts';
import { Header } from './shell/Header';
import { LeftPanel } from './shell/LeftPanel';
import { PanelGroup, PanelHandle, SizedPanel } from './shell/panels';
import { keepPressesOfOverlays } from './shell/pressesOfOverlays';
import { SidePanel } from './shell/SidePanel';
import { useIncoming } from './shell/useIncoming';
import { useTheme } from './shell/useTheme';

const DebuggerPanel = lazy(loadDebuggerPanel);
const Scrubber = lazy(loadScrubber);
const loadFinder = () => import('./finder/Finder');
const Finder = lazy(loadFinder);
const Gallery = lazy(() => import('./gallery/Gallery'));
const DocumentStrip = lazy(() => import('./shell/DocumentStrip'));
const Notices = lazy(() => import('./shell/Notices'));
const RefactorDialog = lazy(loadRefactorDialog);
const ShortcutSheet = lazy(() => import('./shell/ShortcutSheet'));

/** A dialog over the page. */
type Dialog =
  | { readonly type: 'shortcuts' | 'gallery' }
  | { readonly type: 'finder'; readonly first: string };

const hasSeveral = ({ shelf }: WorkspaceState): boolean => shelf.open.length > 1;
const hasRun = (state: WorkspaceState): boolean => selectTimeline(state) > 0;

/** The shell: palette, canvas and editor side by side, the run under them. */
export function App() {
  const { settings } = useWorkspaceActions();
  const shown = useWorkspace(selectPanelsShown);
  const editorShown = shown.editor ?? true;
  const debuggerShown = shown.debugger ?? true;
  const ran = useWorkspace(hasRun);
  const several = useWorkspace(hasSeveral);
  const [dialog, setDialog] = useState<Dialog>();
  const refactoring = useWorkspace(selectRefactoring);
  const [place, setPlace] = useState<TextRange>();
  const showText = useCallback(
    ({ start, end }: TextRange) => {
      settings.showPanel('editor', true);
      settings.showPanel('form', false);
      setPlace({ start, end });
    },
    [settings],
  );
  const openHelp = useCallback(() => setDialog({ type: 'shortcuts' }), []);
  const openGallery = useCallback(() => setDialog({ type: 'gallery' }), []);
  const openFinder = useCallback((first: string) => setDialog({ type: 'finder', first }), []);
  const close = useCallback(() => setDialog(undefined), []);
  const fileOver = useIncoming();
  // Before its first key, so that what is typed behind the shortcut is not lost.
  useEffect(() => void loadFinder(), []);
  useEffect(keepPressesOfOverlays, []);
  useTheme();
  useShortcuts(openHelp, openFinder);

  return (
    <div className={styles.app}>
      <Header
        editorShown={editorShown}
        debuggerShown={debuggerShown}
        onToggleEditor={() => settings.showPanel('editor', !editorShown)}
        onToggleDebugger={() => settings.showPanel('debugger', !debuggerShown)}
        onExamples={openGallery}
        onHelp={openHelp}
        onFind={() => openFinder('')}
      />
      <Suspense fallback={null}>{several && <DocumentStrip />}</Suspense>
      <main className={styles.main}>
        <LeftPanel />
        <PanelGroup orientation="vertical">
          <SizedPanel id="upper" size={68} min={30}>
            <div className={styles.upper}>
              <PanelGroup orientation="horizontal">
                <SizedPanel id="canvas" size={62} min={25}>
                  <div className={styles.canvas}>
                    <Canvas onShowProblem={({ range }) => showText(range)} onExamples={openGallery} />
                    <Suspense fallback={null}>
                      <Notices />
                    </Suspense>
                  </div>
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
              <Suspense fallback={null}>{ran && <Scrubber />}</Suspense>
            </div>
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
      {fileOver && <p className={styles.drop}>Drop definitions to open them</p>}
      <Suspense fallback={null}>
        {dialog?.type === 'shortcuts' && <ShortcutSheet onClose={close} />}
        {dialog?.type === 'gallery' && <Gallery onClose={close} />}
        {refactoring && <RefactorDialog />}
        {dialog?.type === 'finder' && <Finder first={dialog.first} onShowText={showText} onClose={close} />}
      </Suspense>
    </div>
  );
}
