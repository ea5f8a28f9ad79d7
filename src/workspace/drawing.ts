import type { StoreApi } from 'zustand/vanilla';
import type { Point, StatePath, TextEdit } from '../asl';
import type { OutlineEntry } from '../worker';
import { createAnchors } from './anchors';
import type { DocumentActions } from './document';
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
  /** Moves states by hand, from where they stand now; one Undo takes it back. Canvas pixels. */
  move(states: readonly StatePath[], by: Point): void;
  /** Says nothing of a kind of finding any more, or again. One Undo takes it back. */
  silence(code: string, silent: boolean): void;
  /** Puts every state back to where the layout has it. */
  tidyUp(): void;
}

/** The drawing, and what the rest of the workspace tells it so that it follows the text. */
export interface DrawingTracker extends DrawingActions {
  /** As it was: from storage, or by Undo. */
  restore(drawing: DrawingState): void;
  /** The text was written. */
  follow(edits: readonly TextEdit[]): void;
  /** The newest text was analysed. */
  settle(outline: readonly OutlineEntry[]): void;
}

/** What is remembered of one state. */
interface Treatment {
  readonly closed: boolean;
  readonly by: Point | undefined;
}

export function createDrawing(
  store: StoreApi<WorkspaceState>,
  document: Pick<DocumentActions, 'arrange'>,
): DrawingTracker {
  const anchors = createAnchors<Treatment>('remembered');
  const now = () => store.getState().drawing;

  const write = (drawing: DrawingState) => {
    if (JSON.stringify(drawing) !== JSON.stringify(now())) store.setState({ drawing });
  };
  const set = (drawing: DrawingState) => {
    const { analysis, document } = store.getState();
    const outline = analysis.graphVersion === document.version ? analysis.outline : [];
    anchors.set(treatmentsOf(drawing), outline);
    write(drawing);
  };
  const close = (collapsed: readonly StatePath[]) => set({ ...now(), collapsed });

  return {
    collapse(container, closed) {
      const others = now().collapsed.filter((path) => path !== container);
      close(closed ? [...others, container] : others);
    },
    collapseAll() {
      const [machine] = store.getState().analysis.graph?.scopes ?? [];
      close(
        (machine?.nodes ?? []).flatMap((node) =>
          node.kind === 'state' && node.children.length > 0 ? [node.path] : [],
        ),
      );
    },
    expandAll: () => close([]),
    reveal(state) {
      const { collapsed } = now();
      const open = collapsed.filter((path) => !state.startsWith(`${path}/`));
      if (open.length < collapsed.length) close(open);
    },
    move(states, { x, y }) {
      const before = new Map(now().moved.map(({ state, by }) => [state, by]));
      const others = now().moved.filter(({ state }) => !states.includes(state));
      const moved = states.map((state) => {
        const was = before.get(state) ?? { x: 0, y: 0 };
        return { state, by: { x: was.x + x, y: was.y + y } };
      });
      const what = states.length === 1 ? 'a state' : `${states.length} states`;
      document.arrange(`Move ${what} by hand`, () => set({ ...now(), moved: [...others, ...moved] }));
    },
    tidyUp() {
      if (now().moved.length > 0) document.arrange('Tidy up', () => set({ ...now(), moved: [] }));
    },
    silence(code, silent) {
      const others = now().silenced.filter((other) => other !== code);
      const silenced = silent ? [...others, code].sort() : others;
      document.arrange(`${silent ? 'Silence' : 'Show'} ${code}`, () => set({ ...now(), silenced }));
    },
    restore: set,
    follow: (edits) => anchors.follow(edits),
    settle(outline) {
      write({ ...drawingOf(anchors.settle(outline)), silenced: now().silenced });
    },
  };
}

function treatmentsOf({ collapsed, moved }: DrawingState): ReadonlyMap<StatePath, Treatment> {
  const treatments = new Map<StatePath, Treatment>(
    collapsed.map((state) => [state, { closed: true, by: undefined }]),
  );
  for (const { state, by } of moved) treatments.set(state, { closed: treatments.has(state), by });
  return treatments;
}

function drawingOf(treatments: readonly (readonly [StatePath, Treatment])[]): Omit<DrawingState, 'silenced'> {
  return {
    collapsed: treatments.flatMap(([state, { closed }]) => (closed ? [state] : [])),
    moved: treatments.flatMap(([state, { by }]) => (by ? [{ state, by }] : [])),
  };
}
