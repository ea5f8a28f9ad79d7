import type { StatePath } from '../asl';

/** Where on its way through a state a run is to stop. `iteration`: an item of the Map begins. */
export type StateMoment = 'entry' | 'exit' | 'error' | 'retry' | 'iteration';

interface Narrowed {
  readonly id: number;
  readonly enabled: boolean;
  /** Only in this iteration of the innermost Map, counted from 0. */
  readonly item?: number;
  /** Only when it holds for the state's input and variables: in the query language of the state. */
  readonly condition?: string;
  /** Only from this hit on, counted from 1. */
  readonly hits?: number;
}

/** Where a run stops, so that somebody can look. */
export type Breakpoint = Narrowed &
  (
    | { readonly kind: StateMoment; readonly state: StatePath }
    /** A state gives the variable another value. */
    | { readonly kind: 'variable'; readonly variable: string }
  );

/**
 * How far a paused run goes on. `into`: to the next state entered anywhere; `over`: to the next one in the same thread, a
 * container as a whole; `out`: to the end of the iteration or branch; `exit`: to where the state it stands at ends.
 */
export type StepKind = 'into' | 'over' | 'out' | 'exit';

/** What may stop a run. */
export interface StopRequest {
  readonly breakpoints: readonly Breakpoint[];
  /** The state to run to, once. */
  readonly target?: StatePath;
}

/** Where executions of a state machine stop that Tasks start. */
export interface MachineStops {
  /** Its definition, as runs are given it. */
  readonly text: string;
  readonly breakpoints: readonly Breakpoint[];
}
