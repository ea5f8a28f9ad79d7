import type { Resource, StatePath } from '../../asl';
import type { HistoryEventType } from '../events';

/**
 * Where an event comes from: its type and its state. One object per pair, made when the program is compiled,
 * so that recording an event stores a reference and no text.
 */
export interface EventSite {
  readonly type: HistoryEventType;
  /** Absent for events of the execution itself. */
  readonly state: SiteState | undefined;
  /** Events of a task: what it calls. */
  readonly resource?: Resource;
}

/** What the history needs to know about a state. */
export interface SiteState {
  readonly path: StatePath;
  readonly name: string;
  /** The Map whose iterations the state runs in, when it stands in one. */
  readonly enclosingMap: SiteState | undefined;
}

const executionSite = (type: HistoryEventType): EventSite => ({ type, state: undefined });

export const EXECUTION_STARTED = executionSite('ExecutionStarted');
export const EXECUTION_SUCCEEDED = executionSite('ExecutionSucceeded');
export const EXECUTION_FAILED = executionSite('ExecutionFailed');
export const EXECUTION_ABORTED = executionSite('ExecutionAborted');
export const EXECUTION_TIMED_OUT = executionSite('ExecutionTimedOut');
