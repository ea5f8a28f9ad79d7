import type { StoreApi } from 'zustand/vanilla';
import { mapOffset, type StatePath, type TextEdit } from '../asl';
import type { OutlineEntry } from '../worker';
import type { SelectionOrigin, WorkspaceState } from './state';

export interface SelectionActions {
  select(state: StatePath | undefined, origin: SelectionOrigin): void;
  /** Selects the innermost state around an offset of the text, if there is one. */
  selectAt(offset: number, origin: SelectionOrigin): void;
}

/** The selection, and what the rest of the workspace tells it so that it follows the text. */
export interface SelectionTracker extends SelectionActions {
  /** The text was written. */
  follow(edits: readonly TextEdit[]): void;
  /** The newest text was analysed. */
  settle(outline: readonly OutlineEntry[]): void;
}

/**
 * A selected state is kept by where its name stands in the text, mapped through every edit, and found
 * again by that place: it survives its own renaming and is lost only with its text.
 */
export function createSelection(store: StoreApi<WorkspaceState>): SelectionTracker {
  let anchor: number | undefined;

  const set = (state: StatePath | undefined, origin: SelectionOrigin) => {
    const { selection } = store.getState();
    if (selection.state !== state || selection.origin !== origin) {
      store.setState({ selection: { state, origin } });
    }
  };
  const outlineFits = () => {
    const { analysis, document } = store.getState();
    return analysis.graphVersion === document.version;
  };
  const anchorOf = (state: StatePath | undefined, outline: readonly OutlineEntry[]) =>
    outline.find((entry) => entry.path === state)?.keyRange.start;

  return {
    select(state, origin) {
      anchor = outlineFits() ? anchorOf(state, store.getState().analysis.outline) : undefined;
      set(state, origin);
    },
    selectAt(offset, origin) {
      const entry = innermostAt(store.getState().analysis.outline, offset);
      if (!entry) return;
      anchor = outlineFits() ? entry.keyRange.start : undefined;
      set(entry.path, origin);
    },
    follow(edits) {
      if (anchor !== undefined)
        anchor = isReplaced(anchor, edits) ? undefined : mapOffset(anchor, edits, 'after');
    },
    settle(outline) {
      const { state, origin } = store.getState().selection;
      if (state === undefined) return;
      const entry =
        outline.find(({ keyRange }) => keyRange.start === anchor) ??
        outline.find(({ path }) => path === state);
      anchor = entry?.keyRange.start;
      if (entry?.path !== state) set(entry?.path, origin);
    },
  };
}

/** Inside a replaced range a place means nothing any more; the state is then found by its path. */
const isReplaced = (offset: number, edits: readonly TextEdit[]): boolean =>
  edits.some(({ range }) => range.start < offset && offset < range.end);

/** The innermost state around an offset. The outline is in text order, so the last that fits is innermost. */
export function innermostAt(outline: readonly OutlineEntry[], offset: number): OutlineEntry | undefined {
  let innermost: OutlineEntry | undefined;
  for (const entry of outline) {
    if (entry.range.start <= offset && offset <= entry.range.end) innermost = entry;
  }
  return innermost;
}
