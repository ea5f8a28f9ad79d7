import type { EpochMs, StatePath } from '../asl';
import type { TaskId } from '../interpreter';

/** Which calls of a run are left to the user, besides those of states whose mock says so. */
export interface AskChoice {
  /** Of every Task that no mock, bucket or machine of the page answers. */
  readonly tasks: boolean;
  /** Callbacks and activity tasks, whatever the test case says. */
  readonly callbacks: boolean;
}

export const NOBODY_ASKED: AskChoice = { tasks: false, callbacks: false };

/** A call that waits for the user. Times are virtual. */
export interface OpenCall {
  readonly task: TaskId;
  readonly state: StatePath;
  readonly stateName: string;
  /** 0 for the first attempt of the visit. */
  readonly attempt: number;
  /** Iteration indexes of the enclosing Maps, outermost first. */
  readonly iteration: readonly number[];
  readonly resource: string;
  /** `token`: whoever has the token answers; an `activity` must be taken by a worker first. */
  readonly kind: 'call' | 'token' | 'activity';
  readonly isTaken: boolean;
  readonly since: EpochMs;
  readonly timeoutAt?: EpochMs;
  readonly heartbeatAt?: EpochMs;
}

/** The calls that hold a run up. */
export interface OpenCalls {
  readonly total: number;
  /** The first of them. */
  readonly calls: readonly OpenCall[];
  /** The execution's virtual time, and where it goes when it is let pass. */
  readonly now: EpochMs;
  readonly next?: EpochMs;
}

/** What the form of an answer shows. Texts are formatted JSON. */
export interface CallDetail {
  readonly taskToken?: string;
  /** What the service is asked. */
  readonly arguments: string;
  /** What the test case, or a stub, would answer. */
  readonly sample: string;
  /** Error names that may be thrown, those first that the state names itself. */
  readonly errors: readonly string[];
}
