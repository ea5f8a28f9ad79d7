import type { NodeId, Point, TransitionId } from '../../../asl';

/** The gesture "drag a state onto another transition"; points are client pixels. */
export type MoveDrag =
  | { readonly phase: 'idle' }
  | { readonly phase: 'pressed'; readonly state: NodeId; readonly from: Point }
  | {
      readonly phase: 'dragging';
      readonly state: NodeId;
      readonly at: Point;
      readonly over: TransitionId | undefined;
      /** Alt is held: a copy is put there. */
      readonly copy: boolean;
    };

export type MoveEvent =
  | { readonly type: 'press'; readonly state: NodeId; readonly at: Point }
  | {
      readonly type: 'move';
      readonly at: Point;
      readonly over: TransitionId | undefined;
      readonly copy: boolean;
    }
  | { readonly type: 'release' }
  | { readonly type: 'cancel' };

export interface MoveStep {
  readonly move: MoveDrag;
  /** Set when the state was let go on a transition. */
  readonly plan?: { readonly state: NodeId; readonly onto: TransitionId; readonly copy: boolean };
}

/** Pixels the pointer travels before a press becomes a drag. */
const SLACK = 5;

export const NO_MOVE: MoveDrag = { phase: 'idle' };

export function stepMove(move: MoveDrag, event: MoveEvent): MoveStep {
  switch (event.type) {
    case 'press':
      return { move: { phase: 'pressed', state: event.state, from: event.at } };
    case 'cancel':
      return { move: NO_MOVE };
    case 'move': {
      if (move.phase === 'idle') return { move };
      if (move.phase === 'pressed' && near(move.from, event.at)) return { move };
      const { at, over, copy } = event;
      return { move: { phase: 'dragging', state: move.state, at, over, copy } };
    }
    case 'release':
      return move.phase === 'dragging' && move.over !== undefined
        ? { move: NO_MOVE, plan: { state: move.state, onto: move.over, copy: move.copy } }
        : { move: NO_MOVE };
  }
}

const near = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) < SLACK;
