import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { Workspace } from '../../workspace';
import styles from './Editor.module.css';
import type { TextSync } from './textSync';

/** Marks the text of the state that the moment looked at stands at, and keeps it in sight. */
export function syncMoment(
  view: editor.IStandaloneCodeEditor,
  { store }: Workspace,
  sync: TextSync,
): () => void {
  const marks = view.createDecorationsCollection();
  const show = () => {
    const { analysis, document, execution } = store.getState();
    const at = execution.moment?.at;
    const entry =
      analysis.graphVersion === document.version
        ? analysis.outline.find(({ path }) => path === at)
        : undefined;
    if (!entry) return marks.clear();
    const range = sync.rangeOf(entry.range);
    const look = {
      className: `statecraft-moment ${styles.momentLines}`,
      linesDecorationsClassName: styles.momentMargin ?? '',
    };
    marks.set([{ range, options: { isWholeLine: true, ...look } }]);
    view.revealRangeInCenterIfOutsideViewport(sync.rangeOf(entry.keyRange), 1);
  };
  const stop = store.subscribe((state, before) => {
    const moved = state.execution.moment?.at !== before.execution.moment?.at;
    if (moved || (state.execution.moment && state.analysis !== before.analysis)) show();
  });
  show();
  return () => {
    stop();
    marks.clear();
  };
}
