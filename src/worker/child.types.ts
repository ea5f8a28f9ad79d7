import type { EpochMs, TextFormat } from '../asl';
import type { ExecutionType } from './analysis.types';
import type { MachineStops } from './breakpoint.types';
import type { ProgressBatch } from './run.types';

/** An execution that a Task has started, as a run to be looked at: all of it, or as far as it was stepped through. */
export interface ChildOnShow extends Omit<ProgressBatch, 'run'> {
  /** Its ARN. */
  readonly execution: string;
  /** Its executionName. */
  readonly name: string;
  /** The state machine it is of, with the definition that it ran. */
  readonly machine: string;
  readonly text: string;
  readonly format: TextFormat;
  readonly type: ExecutionType;
  readonly input: string;
  /** Virtual time. */
  readonly startedAt: EpochMs;
}

/** What steps lead into and out of. Executions are called as they are asked about: a run by its name, a child by its ARN. */
export type ChildNews =
  /** The next steps are those of an execution that a Task of `run` has started. */
  | { readonly type: 'steppedInto'; readonly run: string; readonly execution: string }
  /** It has ended, or is not stepped through any more: what started it goes on. */
  | { readonly type: 'steppedOut'; readonly execution: string };

export interface ChildRequests {
  /**
   * Puts an execution that a run's Tasks have started on show, in place of the run, which goes on. The reply is a
   * sentence when it cannot be.
   */
  readonly showChild: {
    readonly request: { readonly run: string; readonly execution: string };
    readonly reply: ChildOnShow | string;
  };
  /** Where executions stop that Tasks of any run start: in place of all that was told before. */
  readonly stopInside: {
    readonly request: { readonly machines: readonly MachineStops[] };
    readonly reply: null;
  };
}
