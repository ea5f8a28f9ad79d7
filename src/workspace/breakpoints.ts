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
  /** As they were: from storage, or by Undo. */
  restore(breakpoints: readonly Breakpoint[]): void;
  /** The text was written. */
  follow(edits: readonly TextEdit[]): void;
  /** The newest text was analysed. */
  settle(outline: readonly OutlineEntry[]): void;
}

export function createBreakpoints(store: StoreApi<WorkspaceState>): BreakpointTracker {
  const anchors = createAnchors<StateBreakpoint>('remembered');
  const now = () => store.getState().breakpoints;

  const write = (breakpoints: readonly Breakpoint[]) => {
    if (JSON.stringify(breakpoints) !== JSON.stringify(now())) store.setState({ breakpoints });
  };
  const set = (breakpoints: readonly Breakpoint[]) => {
    const { analysis, document } = store.getState();
    const outline = analysis.graphVersion === document.version ? analysis.outline : [];
    anchors.set(
      breakpoints.flatMap((each) => (each.kind === 'variable' ? [] : [[each.state, each] as const])),
      outline,
    );
    write(breakpoints);
  };
  const add = (breakpoint: NewBreakpoint) =>
    set([...now(), { ...breakpoint, id: Math.max(0, ...now().map(({ id }) => id)) + 1 }]);

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
    follow: (edits) => anchors.follow(edits),
    settle(outline) {
      const found = anchors.settle(outline).map(([state, each]) => ({ ...each, state }));
      write([...found, ...now().filter(({ kind }) => kind === 'variable')]);
    },
  };
}
