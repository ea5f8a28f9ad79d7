import type { EpochMs, TextFormat } from '../asl';
import type { ExecutionType } from './analysis.types';
import type { LoadedRun, RunResultSummary } from './run.types';

/** An execution that a Task has started, as a run to be looked at. */
export interface ChildOnShow extends LoadedRun {
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
  /** Virtual times. */
  readonly startedAt: EpochMs;
  readonly now: EpochMs;
  readonly events: number;
  readonly transitions: number;
  /** Absent when it was given up before its end. */
  readonly result?: RunResultSummary;
}

export interface ChildRequests {
  /**
   * Puts an execution that a run's Tasks have started on show, in place of the run, which goes on. The reply is a
   * sentence when it cannot be.
   */
  readonly showChild: {
    readonly request: { readonly run: string; readonly execution: string };
    readonly reply: ChildOnShow | string;
  };
}
