import type { EpochMs, Json, JsonObject } from '../asl';
import type { Failure } from './data/failure';
import type { ExecutionRecord } from './executionRecord';
import type { Visit } from './language/visit.types';
import type { CatcherProgram, ScopeProgram, StateProgram } from './program';
import type { Timer } from './queue';
import type { TaskRun } from './task/taskRun';

/** What a frame needs of the execution it belongs to. */
export interface FrameOwner {
  readonly now: number;
  contextOf(frame: Frame): JsonObject;
  random(): number;
  settled(expression: object): Json | Failure | undefined;
  settle(expression: object, promise: Promise<Json | Failure>): void;
}

/** A Parallel or Map at work: its children and what they have given so far. */
export interface Join {
  /** By branch or iteration index. */
  readonly results: Json[];
  /** Frames at work; a Map reuses them for later iterations. Closed ones stay in their place. */
  readonly children: Frame[];
  /** Branches or iterations that have not succeeded yet. */
  remaining: number;
  /** Map: the first iteration that has not been started. */
  nextIndex: number;
  /** Map: what is iterated over; empty for a Parallel. */
  readonly items: readonly Json[];
  /** Map: frames of iterations that have ended, for the next ones. */
  readonly free: Frame[];
  /** Children at work at a time. */
  readonly width: number;
  /** Map: the item whose ItemSelector is being evaluated, while it is. */
  selecting: number | undefined;
}

/**
 * One thread of control: the run of a scope (the machine, a branch, an iteration), standing at one state. It
 * is what the expressions of that state see. A Map reuses the frame of an iteration that ended for the next one.
 */
export class Frame implements Visit {
  state: StateProgram | undefined;
  /** Which of the state's steps comes next. */
  phase = 0;
  input: Json = null;
  effective: Json = null;
  /** What the state's work gave; read by the step that ends the visit. */
  result: Json = null;
  /** Why the state failed; read by the step that retries, catches or passes it on. */
  failure: Failure | undefined = undefined;
  /** The event the next one points at. */
  lastEvent = 0;
  enteredEvent = 0;
  enteredTime = 0 as EpochMs;
  /** Retries of this visit, over all retriers. */
  retryCount = 0;
  /** Retries of this visit by retrier; absent before the first. */
  retriesBy: number[] | undefined = undefined;
  variables: Map<string, Json> | undefined = undefined;
  join: Join | undefined = undefined;
  /** The join of the last attempt that did not succeed: a redrive takes it up again. */
  unfinished: Join | undefined = undefined;
  /** A Distributed Map's last Map Run that did not succeed, likewise. */
  unfinishedRun: number | undefined = undefined;
  /** A Distributed Map at work: its Map Run's place among all of them. */
  mapRun: number | undefined = undefined;
  task: TaskRun | undefined = undefined;
  /** What the frame waits for: the end of a Wait or of a back-off. */
  timer: Timer<unknown> | undefined = undefined;
  /** The catcher that handles `failure`; what fails inside it is not caught again. */
  catcher: CatcherProgram | undefined = undefined;
  /** The failure came from a branch or iteration, not from the Parallel or Map itself. */
  hasFailedChild = false;
  /** The frame stands in the ready queue. */
  isQueued = false;
  /** The frame ended or was aborted: what still refers to it must leave it alone. */
  isClosed = false;
  /** The item of this iteration; undefined in other frames. */
  item: Json | undefined = undefined;
  private contextObject: JsonObject | undefined = undefined;

  constructor(
    readonly owner: FrameOwner,
    readonly execution: ExecutionRecord,
    public scope: ScopeProgram,
    readonly parent: Frame | undefined,
    /** Branch, or iteration at work. */
    public index: number,
  ) {
    this.state = scope.start;
  }

  get now(): number {
    return this.owner.now;
  }

  context(): JsonObject {
    this.contextObject ??= this.owner.contextOf(this);
    return this.contextObject;
  }

  /** The context object is another one from here on (a new visit, a retry, an item, a token). */
  forgetContext(): void {
    this.contextObject = undefined;
  }

  variable(name: string): Json | undefined {
    for (let frame: Frame | undefined = this; frame !== undefined; frame = frame.parent) {
      const value = frame.variables?.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  random(): number {
    return this.owner.random();
  }

  settled(expression: object): Json | Failure | undefined {
    return this.owner.settled(expression);
  }

  settle(expression: object, promise: Promise<Json | Failure>): void {
    this.owner.settle(expression, promise);
  }
}
