import type { NodeId, Point, TransitionId } from '../../../asl';

/** The gesture "drag a transition's end to another state"; points are canvas pixels. */
export type Rewire =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'pressed';
      readonly transition: TransitionId;
      readonly from: Point;
      readonly start: Point;
    }
  | {
      readonly phase: 'dragging';
      readonly transition: TransitionId;
      /** Where the loose line is held. */
      readonly from: Point;
      readonly at: Point;
      readonly over: NodeId | undefined;
    };

export type RewireEvent =
  | {
      readonly type: 'press';
      readonly transition: TransitionId;
      /** The end of the line that stays. */
      readonly from: Point;
      readonly at: Point;
    }
  | { readonly type: 'move'; readonly at: Point; readonly over: NodeId | undefined }
  | { readonly type: 'release' }
  | { readonly type: 'cancel' };

export interface RewirePlan {
  readonly transition: TransitionId;
  /** Absent over empty canvas. */
  readonly to?: NodeId;
  /** The line as it was let go. */
  readonly from: Point;
  readonly at: Point;
}

export interface RewireStep {
  readonly rewire: Rewire;
  /** Set when the line was let go, over a node or over nothing; whether that is legal is not the gesture's to say. */
  readonly plan?: RewirePlan;
}

/** Canvas pixels the pointer travels before a press becomes a drag. */
const SLACK = 4;

export const NO_REWIRE: Rewire = { phase: 'idle' };

export function stepRewire(rewire: Rewire, event: RewireEvent): RewireStep {
  switch (event.type) {
    case 'press':
      return {
        rewire: { phase: 'pressed', transition: event.transition, from: event.from, start: event.at },
      };
    case 'cancel':
      return { rewire: NO_REWIRE };
    case 'move': {
      if (rewire.phase === 'idle') return { rewire };
      if (rewire.phase === 'pressed' && near(rewire.start, event.at)) return { rewire };
      const { transition, from } = rewire;
      return { rewire: { phase: 'dragging', transition, from, at: event.at, over: event.over } };
    }
    case 'release':
      return rewire.phase === 'dragging'
        ? { rewire: NO_REWIRE, plan: planOf(rewire) }
        : { rewire: NO_REWIRE };
  }
}

function planOf({ transition, from, at, over }: Extract<Rewire, { phase: 'dragging' }>): RewirePlan {
  return { transition, from, at, ...(over === undefined ? {} : { to: over }) };
}

function near(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < SLACK;
}
