import type { HistoryEventType } from '../../interpreter';

/** What an event means for the visit it belongs to. */
export type EventRole =
  | 'entered'
  | 'exited'
  /** The state was aborted because of another one's failure. */
  | 'aborted'
  /** An attempt begins: of a task, or of a whole Parallel or Map. */
  | 'scheduled'
  | 'started'
  | 'submitted'
  | 'succeeded'
  | 'failed'
  | 'timedOut'
  | 'evaluationFailed'
  | 'containerFailed'
  | 'iterationStarted'
  | 'iterationFailed'
  | 'executionFailed'
  | 'executionEnded'
  /** What was left without an exit is taken up again. */
  | 'redriven'
  /** Tells nothing about a visit's course. */
  | 'other';

export const EVENT_ROLES = {
  ExecutionStarted: 'other',
  ExecutionSucceeded: 'executionEnded',
  ExecutionFailed: 'executionFailed',
  ExecutionAborted: 'executionEnded',
  ExecutionTimedOut: 'executionEnded',
  ExecutionRedriven: 'redriven',
  ChoiceStateEntered: 'entered',
  FailStateEntered: 'entered',
  MapStateEntered: 'entered',
  ParallelStateEntered: 'entered',
  PassStateEntered: 'entered',
  SucceedStateEntered: 'entered',
  TaskStateEntered: 'entered',
  WaitStateEntered: 'entered',
  ChoiceStateExited: 'exited',
  MapStateExited: 'exited',
  ParallelStateExited: 'exited',
  PassStateExited: 'exited',
  SucceedStateExited: 'exited',
  TaskStateExited: 'exited',
  WaitStateExited: 'exited',
  TaskStateAborted: 'aborted',
  WaitStateAborted: 'aborted',
  MapStateAborted: 'aborted',
  ParallelStateAborted: 'aborted',
  LambdaFunctionScheduled: 'scheduled',
  LambdaFunctionStarted: 'started',
  LambdaFunctionSucceeded: 'succeeded',
  LambdaFunctionFailed: 'failed',
  LambdaFunctionScheduleFailed: 'failed',
  LambdaFunctionStartFailed: 'failed',
  LambdaFunctionTimedOut: 'timedOut',
  TaskScheduled: 'scheduled',
  TaskStarted: 'started',
  TaskSubmitted: 'submitted',
  TaskSucceeded: 'succeeded',
  TaskFailed: 'failed',
  TaskTimedOut: 'timedOut',
  TaskStartFailed: 'failed',
  TaskSubmitFailed: 'failed',
  ActivityScheduled: 'scheduled',
  ActivityStarted: 'started',
  ActivitySucceeded: 'succeeded',
  ActivityFailed: 'failed',
  ActivityTimedOut: 'timedOut',
  ActivityScheduleFailed: 'failed',
  ParallelStateStarted: 'scheduled',
  ParallelStateSucceeded: 'succeeded',
  ParallelStateFailed: 'containerFailed',
  MapStateStarted: 'scheduled',
  MapStateSucceeded: 'succeeded',
  MapStateFailed: 'containerFailed',
  MapRunStarted: 'started',
  MapRunSucceeded: 'other',
  MapRunAborted: 'other',
  MapRunFailed: 'failed',
  MapRunRedriven: 'other',
  MapIterationStarted: 'iterationStarted',
  MapIterationSucceeded: 'other',
  MapIterationFailed: 'iterationFailed',
  MapIterationAborted: 'other',
  EvaluationFailed: 'evaluationFailed',
} as const satisfies Record<HistoryEventType, EventRole>;

export const roleOf = (type: HistoryEventType): EventRole => EVENT_ROLES[type];
