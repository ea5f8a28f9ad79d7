import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { Workspace, WorkspaceState } from '../../workspace';
import styles from './Editor.module.css';
import type { TextSync } from './textSync';

/** How long the cursor rests in a state before the state is selected, in milliseconds. */
const REST = 150;

/**
 * Selection in step with the canvas: a state chosen elsewhere is revealed and softly marked, the cursor is
 * left where it is; the cursor resting inside a state selects it.
 */
export function syncSelection(
  view: editor.IStandaloneCodeEditor,
  workspace: Workspace,
  sync: TextSync,
): () => void {
  const { store, selection } = workspace;
  const marks = view.createDecorationsCollection();
  let resting: ReturnType<typeof setTimeout> | undefined;
  let revealed: WorkspaceState['selection'] | undefined;

  const show = () => {
    const state = store.getState();
    if (state.analysis.graphVersion !== state.document.version) return;
    const entry = state.analysis.outline.find(({ path }) => path === state.selection.state);
    if (!entry) {
      marks.clear();
      return;
    }
    const range = sync.rangeOf(entry.range);
    marks.set([
      {
        range,
        options: {
          isWholeLine: true,
          className: styles.selectedLines ?? '',
          linesDecorationsClassName: styles.selectedMargin ?? '',
        },
      },
    ]);
    if (state.selection === revealed) return;
    revealed = state.selection;
    if (state.selection.origin !== 'editor') view.revealRangeNearTop(range, 0);
  };

  const rest = () => {
    clearTimeout(resting);
    const position = view.getPosition();
    if (!view.hasTextFocus() || !position) return;
    resting = setTimeout(() => selection.selectAt(sync.offsetAt(position), 'editor'), REST);
  };
  const moved = view.onDidChangeCursorPosition(rest);
  const focused = view.onDidFocusEditorText(rest);
  const stop = store.subscribe((state, before) => {
    if (state.selection !== before.selection || state.analysis !== before.analysis) show();
  });
  show();

  return () => {
    clearTimeout(resting);
    moved.dispose();
    focused.dispose();
    stop();
    marks.clear();
  };
}
