import type { StoreApi } from 'zustand/vanilla';
import type { StatePath, TextEdit } from '../asl';
import type { OutlineEntry } from '../worker';
import { createAnchors } from './anchors';
import type { DrawingState, WorkspaceState } from './state';

/** How the document is drawn, beside its text: nothing of it is in the definition. */
export interface DrawingActions {
  /** Draws a container closed, or open. */
  collapse(container: StatePath, closed: boolean): void;
  /** Closes every container that is in no other. */
  collapseAll(): void;
  expandAll(): void;
  /** Opens the containers around a state. */
  reveal(state: StatePath): void;
}

/** The drawing, and what the rest of the workspace tells it so that it follows the text. */
export interface DrawingTracker extends DrawingActions {
  /** What was stored with the document. */
  restore(drawing: DrawingState): void;
  /** The text was written. */
  follow(edits: readonly TextEdit[]): void;
  /** The newest text was analysed. */
  settle(outline: readonly OutlineEntry[]): void;
}

export function createDrawing(store: StoreApi<WorkspaceState>): DrawingTracker {
  const anchors = createAnchors('remembered');

  const write = (collapsed: readonly StatePath[]) => {
    const before = store.getState().drawing.collapsed;
    if (collapsed.length === before.length && collapsed.every((path, at) => path === before[at])) return;
    store.setState({ drawing: { collapsed } });
  };
  const set = (collapsed: readonly StatePath[]) => {
    const { analysis, document } = store.getState();
    anchors.set(collapsed, analysis.graphVersion === document.version ? analysis.outline : []);
    write(collapsed);
  };
  const others = (container: StatePath) =>
    store.getState().drawing.collapsed.filter((path) => path !== container);

  return {
    collapse: (container, closed) => set(closed ? [...others(container), container] : others(container)),
    collapseAll() {
      const [machine] = store.getState().analysis.graph?.scopes ?? [];
      set(
        (machine?.nodes ?? []).flatMap((node) =>
          node.kind === 'state' && node.children.length > 0 ? [node.path] : [],
        ),
      );
    },
    expandAll: () => set([]),
    reveal(state) {
      const { collapsed } = store.getState().drawing;
      const open = collapsed.filter((path) => !state.startsWith(`${path}/`));
      if (open.length < collapsed.length) set(open);
    },
    restore: ({ collapsed }) => set(collapsed),
    follow: (edits) => anchors.follow(edits),
    settle(outline) {
      write(anchors.settle(outline));
    },
  };
}
