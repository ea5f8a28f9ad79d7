import type { editor } from 'monaco-editor/editor/editor.api.js';
import type { StatePath } from '../../asl';
import type { Workspace } from '../../workspace';
import type { Monaco } from '../parts';
import styles from './breakpointMarks.module.css';
import type { TextSync } from './textSync';

/** Breakpoints in the margin, on the line of the state's name; a click puts or takes the one of the state it is in. */
export function syncBreakpoints(
  monaco: Monaco,
  view: editor.IStandaloneCodeEditor,
  workspace: Workspace,
  sync: TextSync,
): () => void {
  const { store, breakpoints } = workspace;
  const marks = view.createDecorationsCollection();
  const hint = view.createDecorationsCollection();
  const outline = () => {
    const { analysis, document } = store.getState();
    return analysis.graphVersion === document.version ? analysis.outline : undefined;
  };

  const show = () => {
    const entries = outline();
    if (!entries) return;
    const set = new Map<StatePath, boolean>();
    for (const each of store.getState().breakpoints) {
      if (each.kind !== 'variable') set.set(each.state, each.enabled || set.get(each.state) === true);
    }
    marks.set(
      entries.flatMap(({ path, name, keyRange }) => {
        const enabled = set.get(path);
        if (enabled === undefined) return [];
        const look = enabled ? styles.breakpoint : styles.breakpointOff;
        return [
          {
            range: sync.rangeOf({ start: keyRange.start, end: keyRange.start }),
            options: {
              glyphMarginClassName: `statecraft-breakpoint ${look}`,
              glyphMarginHoverMessage: { value: `Breakpoint on ${name}` },
            },
          },
        ];
      }),
    );
  };

  /** The innermost state around a line, and the line of its name. */
  const stateAt = (line: number) => {
    let found: { readonly path: StatePath; readonly line: number } | undefined;
    for (const { path, keyRange, range } of outline() ?? []) {
      const first = sync.rangeOf(keyRange).startLineNumber;
      if (first <= line && line <= sync.rangeOf(range).endLineNumber) found = { path, line: first };
    }
    return found;
  };
  const inMargin = ({ target }: editor.IEditorMouseEvent): number | undefined =>
    target.type === monaco.editor.MouseTargetType.GUTTER_GLYPH_MARGIN
      ? target.position.lineNumber
      : undefined;

  const pressed = view.onMouseDown((event) => {
    const line = inMargin(event);
    const state = line === undefined ? undefined : stateAt(line);
    if (state) breakpoints.toggle(state.path);
  });
  const moved = view.onMouseMove((event) => {
    const line = inMargin(event);
    const state = line === undefined ? undefined : stateAt(line);
    if (!state) return hint.clear();
    const range = new monaco.Range(state.line, 1, state.line, 1);
    hint.set([{ range, options: { glyphMarginClassName: styles.breakpointHint ?? '' } }]);
  });
  const left = view.onMouseLeave(() => hint.clear());
  const stop = store.subscribe((state, before) => {
    if (state.breakpoints !== before.breakpoints || state.analysis !== before.analysis) show();
  });
  show();

  return () => {
    for (const listener of [pressed, moved, left]) listener.dispose();
    stop();
    marks.clear();
    hint.clear();
  };
}
