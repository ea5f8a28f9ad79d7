/**
 * The events of GetExecutionHistory, as AWS's API returns them (spelling, nesting, strings of JSON text).
 * Source: botocore stepfunctions/2016-11-23; which keys are present: recorded executions.
 */
export const STATE_ENTERED_TYPES = [
  'ChoiceStateEntered',
  'FailStateEntered',
  'MapStateEntered',
  'ParallelStateEntered',
  'PassStateEntered',
  'SucceedStateEntered',
  'TaskStateEntered',
  'WaitStateEntered',
] as const;

export const STATE_EXITED_TYPES = [
  'ChoiceStateExited',
  'MapStateExited',
  'ParallelStateExited',
  'PassStateExited',
  'SucceedStateExited',
  'TaskStateExited',
  'WaitStateExited',
] as const;

export type StateEnteredType = (typeof STATE_ENTERED_TYPES)[number];
export type StateExitedType = (typeof STATE_EXITED_TYPES)[number];

export interface Truncation {
  readonly truncated: boolean;
}
/** Credentials of a task with a role of its own. */
export interface TaskCredentials {
  readonly roleArn?: string;
}
export interface ErrorDetails {
  readonly error?: string;
  readonly cause?: string;
}
export interface IterationDetails {
  readonly name: string;
  readonly index: number;
}

interface Envelope<Type extends string> {
  /** ISO 8601, UTC, milliseconds. */
  readonly timestamp: string;
  readonly type: Type;
  readonly id: number;
  readonly previousEventId: number;
}
type Event<Type extends string, Key extends string = never, Details = never> = Envelope<Type> &
  ([Key] extends [never] ? unknown : { readonly [K in Key]: Details });

interface Resource {
  readonly resourceType: string;
  readonly resource: string;
}
interface Output {
  readonly output: string;
  readonly outputDetails: Truncation;
}

export type HistoryEvent =
  | Event<
      'ExecutionStarted',
      'executionStartedEventDetails',
      {
        readonly input: string;
        readonly inputDetails: Truncation;
        readonly roleArn: string;
      }
    >
  | Event<'ExecutionSucceeded', 'executionSucceededEventDetails', Output>
  | Event<'ExecutionFailed', 'executionFailedEventDetails', ErrorDetails>
  | Event<'ExecutionAborted', 'executionAbortedEventDetails', ErrorDetails>
  | Event<'ExecutionTimedOut', 'executionTimedOutEventDetails', ErrorDetails>
  | Event<'ExecutionRedriven', 'executionRedrivenEventDetails', { readonly redriveCount: number }>
  | Event<
      StateEnteredType,
      'stateEnteredEventDetails',
      {
        readonly name: string;
        readonly input: string;
        readonly inputDetails: Truncation;
      }
    >
  | Event<
      StateExitedType,
      'stateExitedEventDetails',
      Output & {
        readonly name: string;
        readonly assignedVariables?: Readonly<Record<string, string>>;
        readonly assignedVariablesDetails?: Truncation;
      }
    >
  | Event<'TaskStateAborted' | 'WaitStateAborted' | 'MapStateAborted' | 'ParallelStateAborted'>
  | Event<
      'LambdaFunctionScheduled',
      'lambdaFunctionScheduledEventDetails',
      {
        readonly resource: string;
        readonly input: string;
        readonly inputDetails: Truncation;
        readonly timeoutInSeconds?: number;
        readonly taskCredentials?: TaskCredentials;
      }
    >
  | Event<'LambdaFunctionStarted'>
  | Event<'LambdaFunctionSucceeded', 'lambdaFunctionSucceededEventDetails', Output>
  | Event<'LambdaFunctionFailed', 'lambdaFunctionFailedEventDetails', ErrorDetails>
  | Event<'LambdaFunctionScheduleFailed', 'lambdaFunctionScheduleFailedEventDetails', ErrorDetails>
  | Event<'LambdaFunctionStartFailed', 'lambdaFunctionStartFailedEventDetails', ErrorDetails>
  | Event<'LambdaFunctionTimedOut', 'lambdaFunctionTimedOutEventDetails', ErrorDetails>
  | Event<
      'TaskScheduled',
      'taskScheduledEventDetails',
      Resource & {
        readonly region: string;
        readonly parameters: string;
        readonly timeoutInSeconds?: number;
        readonly heartbeatInSeconds?: number;
        readonly taskCredentials?: TaskCredentials;
      }
    >
  | Event<'TaskStarted', 'taskStartedEventDetails', Resource>
  | Event<'TaskSubmitted', 'taskSubmittedEventDetails', Resource & Output>
  | Event<'TaskSucceeded', 'taskSucceededEventDetails', Resource & Output>
  | Event<'TaskFailed', 'taskFailedEventDetails', Resource & ErrorDetails>
  | Event<'TaskTimedOut', 'taskTimedOutEventDetails', Resource & ErrorDetails>
  | Event<'TaskStartFailed', 'taskStartFailedEventDetails', Resource & ErrorDetails>
  | Event<'TaskSubmitFailed', 'taskSubmitFailedEventDetails', Resource & ErrorDetails>
  | Event<
      'ActivityScheduled',
      'activityScheduledEventDetails',
      {
        readonly resource: string;
        readonly input: string;
        readonly inputDetails: Truncation;
        readonly timeoutInSeconds?: number;
        readonly heartbeatInSeconds?: number;
      }
    >
  | Event<'ActivityStarted', 'activityStartedEventDetails', { readonly workerName?: string }>
  | Event<'ActivitySucceeded', 'activitySucceededEventDetails', Output>
  | Event<'ActivityFailed', 'activityFailedEventDetails', ErrorDetails>
  | Event<'ActivityTimedOut', 'activityTimedOutEventDetails', ErrorDetails>
  | Event<'ActivityScheduleFailed', 'activityScheduleFailedEventDetails', ErrorDetails>
  | Event<'ParallelStateStarted' | 'ParallelStateSucceeded' | 'ParallelStateFailed'>
  | Event<'MapStateStarted', 'mapStateStartedEventDetails', { readonly length: number }>
  | Event<'MapStateSucceeded' | 'MapStateFailed' | 'MapRunSucceeded' | 'MapRunAborted'>
  | Event<'MapIterationStarted', 'mapIterationStartedEventDetails', IterationDetails>
  | Event<'MapIterationSucceeded', 'mapIterationSucceededEventDetails', IterationDetails>
  | Event<'MapIterationFailed', 'mapIterationFailedEventDetails', IterationDetails>
  | Event<'MapIterationAborted', 'mapIterationAbortedEventDetails', IterationDetails>
  | Event<'MapRunStarted', 'mapRunStartedEventDetails', { readonly mapRunArn: string }>
  | Event<'MapRunFailed', 'mapRunFailedEventDetails', ErrorDetails>
  | Event<
      'MapRunRedriven',
      'mapRunRedrivenEventDetails',
      { readonly mapRunArn: string; readonly redriveCount: number }
    >
  | Event<
      'EvaluationFailed',
      'evaluationFailedEventDetails',
      {
        readonly error: string;
        readonly cause: string;
        readonly state: string;
        readonly location?: string;
      }
    >;

export type HistoryEventType = HistoryEvent['type'];
