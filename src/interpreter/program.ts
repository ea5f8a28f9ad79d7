import type { ScopePath, StateMachine, StatePath } from '../asl';
import type { StateSites } from './compile/sites';
import type { EventSite, SiteState } from './history/eventSite';
import type { DataFlow, OutcomeFlow } from './language/language.types';

/** Which steps a state takes: an index into the table of steps. */
export const StateKind = {
  Pass: 0,
  Choice: 1,
  Wait: 2,
  Succeed: 3,
  Fail: 4,
  Task: 5,
  Parallel: 6,
  Map: 7,
  DistributedMap: 8,
  Unknown: 9,
} as const;
export type StateKind = (typeof StateKind)[keyof typeof StateKind];

export interface RetrierProgram {
  readonly errorEquals: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number | undefined;
  readonly jitter: boolean;
}

export interface CatcherProgram {
  readonly errorEquals: readonly string[];
  readonly next: StateProgram | undefined;
  readonly flow: OutcomeFlow;
}

/**
 * A compiled state. One class for all types, so that the engine's reads stay monomorphic; what only one type
 * needs is its `work`, which the compiler pairs with the type's steps.
 */
export class StateProgram implements SiteState {
  /** Where the state leads; filled in when its scope is linked. Absent: the state ends its scope, or points nowhere. */
  next: StateProgram | undefined = undefined;
  /** `End: true`, Succeed, Fail: the state ends its scope. */
  isTerminal = false;
  catchers: readonly CatcherProgram[] | undefined = undefined;
  work: unknown = undefined;

  entered: EventSite;
  exited: EventSite;
  /** Recorded when the state is aborted; Pass, Choice, Succeed and Fail have none. */
  aborted: EventSite | undefined;

  constructor(
    readonly kind: StateKind,
    readonly path: StatePath,
    readonly name: string,
    /** Place among all states of the program. */
    readonly ordinal: number,
    readonly enclosingMap: SiteState | undefined,
    readonly flow: DataFlow,
    readonly retriers: readonly RetrierProgram[] | undefined,
    sites: (state: SiteState) => StateSites,
  ) {
    const { entered, exited, aborted } = sites(this);
    this.entered = entered;
    this.exited = exited;
    this.aborted = aborted;
  }
}

export interface ScopeProgram {
  readonly path: ScopePath;
  /** Absent when StartAt names no state. */
  readonly start: StateProgram | undefined;
}

/** A compiled definition; immutable, shared by all its executions. */
export interface Program {
  readonly machine: StateMachine;
  readonly scope: ScopeProgram;
  /** In order of `ordinal`. */
  readonly states: readonly StateProgram[];
  /** Machine level TimeoutSeconds. */
  readonly timeoutSeconds: number | undefined;
}

/** Something about a definition that cannot be compiled; only an execution that reaches it fails. */
export interface ProgramProblem {
  readonly state: StatePath | undefined;
  readonly field: string;
  readonly message: string;
}
