import type { NodeId, Point, TransitionId } from '../../../asl';

/** The gesture "drag a state onto another transition, or to another place"; points are client pixels. */
export type MoveDrag =
  | { readonly phase: 'idle' }
  | { readonly phase: 'pressed'; readonly state: NodeId; readonly from: Point }
  | {
      readonly phase: 'dragging';
      readonly state: NodeId;
      readonly from: Point;
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
  /** Set when the state was let go where that means something. */
  readonly plan?: MovePlan;
}

export type MovePlan =
  | { readonly type: 'insert'; readonly onto: TransitionId; readonly copy: boolean }
  /** By hand. */
  | { readonly type: 'place'; readonly from: Point; readonly to: Point };

/** Pixels the pointer travels before a press becomes a drag. */
const SLACK = 5;
/** Pixels a state is moved by hand at least. */
const LEAST = 12;

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
      return { move: { phase: 'dragging', state: move.state, from: move.from, at, over, copy } };
    }
    case 'release':
      return { move: NO_MOVE, ...(move.phase === 'dragging' ? planOf(move) : {}) };
  }
}

function planOf({ from, at, over, copy }: Extract<MoveDrag, { phase: 'dragging' }>): Pick<MoveStep, 'plan'> {
  if (over !== undefined) return { plan: { type: 'insert', onto: over, copy } };
  // A copy that is on no transition would be nowhere; and a hand that trembled placed nothing.
  return copy || Math.hypot(at.x - from.x, at.y - from.y) < LEAST
    ? {}
    : { plan: { type: 'place', from, to: at } };
}

const near = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) < SLACK;
