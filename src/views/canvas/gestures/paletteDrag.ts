import type { Point, ScopePath, StateType, TransitionId } from '../../../asl';

/** Where a state type dragged from the palette would land. */
export type DropTarget =
  | { readonly kind: 'transition'; readonly transition: TransitionId }
  /** Empty canvas: added without a connection. */
  | { readonly kind: 'scope'; readonly scope: ScopePath };

/** The gesture "drag a state type from the palette"; points are client pixels. */
export type PaletteDrag =
  | { readonly phase: 'idle' }
  | { readonly phase: 'pressed'; readonly stateType: StateType; readonly from: Point }
  | {
      readonly phase: 'dragging';
      readonly stateType: StateType;
      readonly at: Point;
      readonly over: DropTarget | undefined;
    };

export type PaletteDragEvent =
  | { readonly type: 'press'; readonly stateType: StateType; readonly at: Point }
  | { readonly type: 'move'; readonly at: Point; readonly over: DropTarget | undefined }
  | { readonly type: 'release' }
  | { readonly type: 'cancel' };

/** What a finished gesture asks for. A press without a drag is a click: insert where it makes sense. */
export type PaletteDragPlan =
  | { readonly type: 'drop'; readonly stateType: StateType; readonly on: DropTarget }
  | { readonly type: 'click'; readonly stateType: StateType };

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
      return { drag: { phase: 'pressed', stateType: event.stateType, from: event.at } };
    case 'cancel':
      return { drag: NO_PALETTE_DRAG };
    case 'move': {
      if (drag.phase === 'idle') return { drag };
      if (drag.phase === 'pressed' && near(drag.from, event.at)) return { drag };
      const { stateType } = drag;
      return { drag: { phase: 'dragging', stateType, at: event.at, over: event.over } };
    }
    case 'release':
      return { drag: NO_PALETTE_DRAG, ...planOf(drag) };
  }
}

function planOf(drag: PaletteDrag): Pick<PaletteDragStep, 'plan'> {
  if (drag.phase === 'pressed') return { plan: { type: 'click', stateType: drag.stateType } };
  if (drag.phase === 'dragging' && drag.over)
    return { plan: { type: 'drop', stateType: drag.stateType, on: drag.over } };
  return {};
}

function near(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < SLACK;
}
