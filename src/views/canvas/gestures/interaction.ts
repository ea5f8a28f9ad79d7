import { type RefObject, useEffect, useRef } from 'react';
import { createStore, useStore } from 'zustand';
import type { Box, Layout, NodeId, Point, TransitionId } from '../../../asl';
import type { AddTarget } from '../model/addTarget';
import type { GraphIndex } from '../model/graphIndex';
import { type MoveDrag, NO_MOVE } from './moveDrag';
import { NO_PALETTE_DRAG, type PaletteDrag } from './paletteDrag';
import { NO_REWIRE, type Rewire } from './rewire';

/** The canvas as a gesture that begins elsewhere (the palette) or a command sees it. */
export interface CanvasSurface {
  readonly index: GraphIndex;
  readonly layout: Layout;
  /** Client pixels to canvas pixels; undefined outside the canvas. */
  toCanvas(client: Point): Point | undefined;
  /** Canvas pixels to client pixels. */
  toClient(point: Point): Point;
  /** The canvas on the screen, in client pixels. */
  area(): Box;
  readonly zoom: () => number;
}

/** Takes the keyboard focus when there is no state left to have it. */
export const CANVAS = 'canvas';

export interface QuickAdd {
  readonly target: AddTarget;
  /** Where it was asked for, in client pixels. */
  readonly at: Point;
  /** The loose line that was let go there, in canvas pixels. */
  readonly line?: { readonly from: Point; readonly to: Point };
}

/** What the user is in the middle of on the canvas. None of it is part of the document. */
export interface Interaction {
  readonly surface: CanvasSurface | undefined;
  readonly paletteDrag: PaletteDrag;
  readonly rewire: Rewire;
  /** A state on its way to another transition. */
  readonly move: MoveDrag;
  /** The box that states are selected with, by two of its corners in client pixels. */
  readonly box: { readonly from: Point; readonly to: Point } | undefined;
  /** The menu of a state, and where it was asked for, in client pixels. */
  readonly stateMenu: { readonly state: NodeId; readonly at: Point } | undefined;
  /** The state whose name is being edited in place. */
  readonly renaming: NodeId | undefined;
  /** The transition with the focus: its ends can be dragged, its "+" reached by key. */
  readonly transition: TransitionId | undefined;
  /** The menu that is open on a transition: where to lead it. */
  readonly menu: { readonly transition: TransitionId } | undefined;
  /** The popover that asks what to add. */
  readonly quickAdd: QuickAdd | undefined;
  /** A node or transition that takes the keyboard focus as soon as it is drawn, or the canvas itself. */
  readonly focusNext: string | undefined;
  /** A node that comes into sight as soon as it is drawn. */
  readonly showNext: NodeId | undefined;
  /** The run during which the user moved the view by hand: it is not followed any more. */
  readonly steeredIn: string | undefined;
  /** Said to screen readers. */
  readonly announcement: string;
}

/**
 * One for the page: the palette and the canvas stand in different places of the shell and share the
 * gesture from one to the other.
 */
export const interaction = createStore<Interaction>()(() => ({
  surface: undefined,
  paletteDrag: NO_PALETTE_DRAG,
  rewire: NO_REWIRE,
  move: NO_MOVE,
  box: undefined,
  stateMenu: undefined,
  renaming: undefined,
  transition: undefined,
  menu: undefined,
  quickAdd: undefined,
  focusNext: undefined,
  showNext: undefined,
  steeredIn: undefined,
  announcement: '',
}));

/** What had the focus when it was asked for. */
let askedFrom: Element | null = null;
interaction.subscribe(({ focusNext, renaming }, before) => {
  if (
    (focusNext ?? before.focusNext) !== before.focusNext ||
    (renaming ?? before.renaming) !== before.renaming
  )
    askedFrom = document.activeElement;
});

/**
 * Whether the user has gone elsewhere on the page while what is to have the focus was made: whoever has opened a menu or
 * types into a field by then stays there.
 *
 * @param from what had the focus before; absent: when the focus was asked for
 */
export function wentElsewhere(from = askedFrom): boolean {
  const { activeElement, body } = document;
  return activeElement !== from && activeElement !== body && activeElement?.closest('.react-flow') === null;
}

export function useInteraction<Part>(selector: (state: Interaction) => Part): Part {
  return useStore(interaction, selector);
}

/** Takes the keyboard focus when the interaction asks for it; also right after being drawn for the first time. */
export function useFocusOnRequest<Element extends HTMLElement>(id: string): RefObject<Element | null> {
  const ref = useRef<Element>(null);
  const wanted = useInteraction((state) => state.focusNext === id);
  useEffect(() => {
    if (!wanted) return;
    interaction.setState({ focusNext: undefined });
    if (!wentElsewhere()) ref.current?.focus({ preventScroll: true });
  }, [wanted]);
  return ref;
}

export function announce(sentence: string): void {
  interaction.setState({ announcement: sentence });
}
