import type { StoreApi } from 'zustand/vanilla';
import type { StatePath, TextEdit } from '../asl';
import type { OutlineEntry } from '../worker';
import { createAnchors } from './anchors';
import type { SelectionOrigin, WorkspaceState } from './state';

export interface SelectionActions {
  /** Selects this state and no other. */
  select(state: StatePath | undefined, origin: SelectionOrigin): void;
  /** Selects these, the first one as the state in hand. */
  selectAll(states: readonly StatePath[], origin: SelectionOrigin): void;
  /** Takes a state to what is selected, or out of it. */
  toggle(state: StatePath, origin: SelectionOrigin): void;
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

const NONE: readonly StatePath[] = [];

/**
 * A selected state is kept by where its name stands in the text, mapped through every edit, and found
 * again by that place: it survives its own renaming and is lost only with its text.
 */
export function createSelection(store: StoreApi<WorkspaceState>): SelectionTracker {
  const anchors = createAnchors<true>('forgotten');

  const set = (states: readonly StatePath[], origin: SelectionOrigin) => {
    const { selection } = store.getState();
    const [state, ...rest] = states;
    const also = rest.length === 0 ? NONE : rest;
    if (selection.state === state && selection.origin === origin && sameList(selection.also, also)) return;
    store.setState({ selection: { state, also, origin } });
  };
  const selectAll = (states: readonly StatePath[], origin: SelectionOrigin) => {
    const { analysis, document } = store.getState();
    const chosen = states.map((state): readonly [StatePath, true] => [state, true]);
    anchors.set(chosen, analysis.graphVersion === document.version ? analysis.outline : []);
    set(states, origin);
  };

  return {
    select: (state, origin) => selectAll(state === undefined ? NONE : [state], origin),
    selectAll,
    toggle(state, origin) {
      const chosen = selectedStates(store.getState());
      const others = chosen.filter((each) => each !== state);
      selectAll(others.length < chosen.length ? others : [...chosen, state], origin);
    },
    selectAt(offset, origin) {
      const entry = innermostAt(store.getState().analysis.outline, offset);
      if (entry) selectAll([entry.path], origin);
    },
    follow: (edits) => anchors.follow(edits),
    settle(outline) {
      const { selection } = store.getState();
      if (selection.state !== undefined) {
        const there = anchors.settle(outline).map(([state]) => state);
        set(there, selection.origin);
      }
    },
  };
}

/** Every selected state, the one in hand first. */
export const selectedStates = ({ selection: { state, also } }: WorkspaceState): readonly StatePath[] =>
  state === undefined ? NONE : [state, ...also];

const sameList = (a: readonly StatePath[], b: readonly StatePath[]): boolean =>
  a.length === b.length && a.every((state, index) => state === b[index]);

/** The innermost state around an offset. The outline is in text order, so the last that fits is innermost. */
export function innermostAt(outline: readonly OutlineEntry[], offset: number): OutlineEntry | undefined {
  let innermost: OutlineEntry | undefined;
  for (const entry of outline) {
    if (entry.range.start <= offset && offset <= entry.range.end) innermost = entry;
  }
  return innermost;
}
