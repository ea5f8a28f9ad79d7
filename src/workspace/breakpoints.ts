import type { StoreApi } from 'zustand/vanilla';
import type { StatePath, TextEdit } from '../asl';
import type { Breakpoint, OutlineEntry, StateMoment } from '../worker';
import { createAnchors } from './anchors';
import type { WorkspaceState } from './state';

type Unnumbered<Each> = Each extends unknown ? Omit<Each, 'id'> : never;
export type NewBreakpoint = Unnumbered<Breakpoint>;
type StateBreakpoint = Breakpoint & { readonly kind: StateMoment };

export interface BreakpointActions {
  /** Puts one before the state; takes away all it has, when it has any. */
  toggle(state: StatePath): void;
  add(breakpoint: NewBreakpoint): void;
  /** In place of the one with that id. */
  change(breakpoint: Breakpoint): void;
  remove(id: number): void;
  removeAll(): void;
}

/** The breakpoints, and what the rest of the workspace tells them so that they follow the text. */
export interface BreakpointTracker extends BreakpointActions {
  /** As they were, in storage. @param definition that they are of; absent: the one on show */
  restore(breakpoints: readonly Breakpoint[], definition?: string): void;
  /** Another definition comes on show: with those that it had when it was left. */
  turnTo(definition: string): void;
  /** Those of a definition, on show or not. */
  of(definition: string): readonly Breakpoint[];
  /** The text was written. */
  follow(edits: readonly TextEdit[]): void;
  /** The newest text was analysed. */
  settle(outline: readonly OutlineEntry[]): void;
}

export function createBreakpoints(store: StoreApi<WorkspaceState>): BreakpointTracker {
  const anchors = createAnchors<StateBreakpoint>('remembered');
  const now = () => store.getState().breakpoints;

  /** Those of definitions that are not on show. */
  const left = new Map<string, readonly Breakpoint[]>();
  /** No number is given twice: a run that goes on knows the first one by it. */
  let last = 0;

  const write = (breakpoints: readonly Breakpoint[]) => {
    if (JSON.stringify(breakpoints) !== JSON.stringify(now())) store.setState({ breakpoints });
  };
  const set = (breakpoints: readonly Breakpoint[], definition = store.getState().definition) => {
    const { analysis, document, definition: before } = store.getState();
    const stays = definition === before;
    // The text of another definition may yet come.
    const outline = stays && analysis.graphVersion === document.version ? analysis.outline : [];
    anchors.set(
      breakpoints.flatMap((each) => (each.kind === 'variable' ? [] : [[each.state, each] as const])),
      outline,
    );
    if (stays) return write(breakpoints);
    left.set(before, now());
    // At once: whoever listens takes none for those of another definition.
    store.setState({ breakpoints, definition });
  };
  const of = (definition: string) => {
    const { definition: shown, breakpoints, execution } = store.getState();
    if (definition === shown) return breakpoints;
    // After a reload the way back says which.
    const parent = execution.parents.find((each) => each.definition === definition);
    return left.get(definition) ?? parent?.document.breakpoints ?? [];
  };
  const add = (breakpoint: NewBreakpoint) => {
    last = Math.max(last, ...now().map(({ id }) => id)) + 1;
    set([...now(), { ...breakpoint, id: last }]);
  };

  return {
    toggle(state) {
      const others = now().filter((each) => each.kind === 'variable' || each.state !== state);
      if (others.length < now().length) set(others);
      else add({ kind: 'entry', state, enabled: true });
    },
    add,
    change: (breakpoint) => set(now().map((each) => (each.id === breakpoint.id ? breakpoint : each))),
    remove: (id) => set(now().filter((each) => each.id !== id)),
    removeAll: () => set([]),
    restore: set,
    turnTo: (definition) => set(of(definition), definition),
    of,
    follow: (edits) => anchors.follow(edits),
    settle(outline) {
      const found = anchors.settle(outline).map(([state, each]) => ({ ...each, state }));
      write([...found, ...now().filter(({ kind }) => kind === 'variable')]);
    },
  };
}
