import { createStore, useStore } from 'zustand';
import type { Layout, NodeId, Point, TransitionId } from '../../../asl';
import type { GraphIndex } from '../model/graphIndex';
import { NO_PALETTE_DRAG, type PaletteDrag } from './paletteDrag';
import { NO_REWIRE, type Rewire } from './rewire';

/** The canvas as a gesture that begins elsewhere (the palette) or a command sees it. */
export interface CanvasSurface {
  readonly index: GraphIndex;
  readonly layout: Layout;
  /** Client pixels to canvas pixels; undefined outside the canvas. */
  toCanvas(client: Point): Point | undefined;
  readonly zoom: () => number;
}

/** What the user is in the middle of on the canvas. None of it is part of the document. */
export interface Interaction {
  readonly surface: CanvasSurface | undefined;
  readonly paletteDrag: PaletteDrag;
  readonly rewire: Rewire;
  /** The state whose name is being edited in place. */
  readonly renaming: NodeId | undefined;
  /** The transition with the focus: its ends can be dragged, its "+" reached by key. */
  readonly transition: TransitionId | undefined;
  /** The transition whose "+" offers the state types. */
  readonly quickAdd: TransitionId | undefined;
  /** A node or transition that takes the keyboard focus as soon as it is drawn. */
  readonly focusNext: string | undefined;
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
  renaming: undefined,
  transition: undefined,
  quickAdd: undefined,
  focusNext: undefined,
  announcement: '',
}));

export function useInteraction<Part>(selector: (state: Interaction) => Part): Part {
  return useStore(interaction, selector);
}

export function announce(sentence: string): void {
  interaction.setState({ announcement: sentence });
}
