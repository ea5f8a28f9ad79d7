import type { Point } from '../../../asl';
import type { Addition } from '../model/additions';
import type { AddTarget } from '../model/addTarget';

/** The gesture "drag something from the palette"; points are client pixels. */
export type PaletteDrag =
  | { readonly phase: 'idle' }
  | { readonly phase: 'pressed'; readonly addition: Addition; readonly from: Point }
  | {
      readonly phase: 'dragging';
      readonly addition: Addition;
      readonly at: Point;
      readonly over: AddTarget | undefined;
    };

export type PaletteDragEvent =
  | { readonly type: 'press'; readonly addition: Addition; readonly at: Point }
  | { readonly type: 'move'; readonly at: Point; readonly over: AddTarget | undefined }
  | { readonly type: 'release' }
  | { readonly type: 'cancel' };

/** What a finished gesture asks for. A press without a drag is a click: insert where it makes sense. */
export type PaletteDragPlan =
  | { readonly type: 'drop'; readonly addition: Addition; readonly on: AddTarget }
  | { readonly type: 'click'; readonly addition: Addition };

export interface PaletteDragStep {
  readonly drag: PaletteDrag;
  readonly plan?: PaletteDragPlan;
}

/** Pixels the pointer travels before a press becomes a drag. */
const SLACK = 4;

export const NO_PALETTE_DRAG: PaletteDrag = { phase: 'idle' };

export function stepPaletteDrag(drag: PaletteDrag, event: PaletteDragEvent): PaletteDragStep {
  switch (event.type) {
    case 'press':
      return { drag: { phase: 'pressed', addition: event.addition, from: event.at } };
    case 'cancel':
      return { drag: NO_PALETTE_DRAG };
    case 'move': {
      if (drag.phase === 'idle') return { drag };
      if (drag.phase === 'pressed' && near(drag.from, event.at)) return { drag };
      const { addition } = drag;
      return { drag: { phase: 'dragging', addition, at: event.at, over: event.over } };
    }
    case 'release':
      return { drag: NO_PALETTE_DRAG, ...planOf(drag) };
  }
}

function planOf(drag: PaletteDrag): Pick<PaletteDragStep, 'plan'> {
  if (drag.phase === 'pressed') return { plan: { type: 'click', addition: drag.addition } };
  if (drag.phase === 'dragging' && drag.over)
    return { plan: { type: 'drop', addition: drag.addition, on: drag.over } };
  return {};
}

function near(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < SLACK;
}
