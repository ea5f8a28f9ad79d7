import type { HistoryEvent, HistoryEventType } from '../events';

export type LogLevel = 'ALL' | 'ERROR' | 'FATAL' | 'OFF';

/** One record that CloudWatch Logs gets of an execution. Ids and times are texts there. */
export interface LogRecord {
  readonly id: string;
  readonly type: HistoryEventType;
  /** The event's details without their wrapper; `{}` for a type that has none. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly previous_event_id: string;
  /** Milliseconds since 1970. */
  readonly event_timestamp: string;
  readonly execution_arn: string;
  readonly redrive_count: string;
}

export interface Logging {
  readonly level: LogLevel;
  /** False leaves out inputs and outputs; parameters stay. */
  readonly includeExecutionData: boolean;
}

/** Source: developer guide, "Log levels for Step Functions execution events"; Recorded: logs/test_partial_log_levels*. */
const FATAL: readonly HistoryEventType[] = ['ExecutionAborted', 'ExecutionFailed', 'ExecutionTimedOut'];
const ERROR: readonly HistoryEventType[] = [
  ...FATAL,
  'FailStateEntered',
  'LambdaFunctionFailed',
  'LambdaFunctionScheduleFailed',
  'LambdaFunctionStartFailed',
  'LambdaFunctionTimedOut',
  'MapIterationAborted',
  'MapIterationFailed',
  'MapStateAborted',
  'MapStateFailed',
  'MapRunAborted',
  'MapRunFailed',
  'ParallelStateAborted',
  'ParallelStateFailed',
  'TaskFailed',
  'TaskStartFailed',
  'TaskStateAborted',
  'TaskSubmitFailed',
  'TaskTimedOut',
  'WaitStateAborted',
];

const LEVELS: Readonly<Record<Exclude<LogLevel, 'ALL'>, ReadonlySet<HistoryEventType>>> = {
  OFF: new Set(),
  FATAL: new Set(FATAL),
  ERROR: new Set(ERROR),
};

const DATA: ReadonlySet<string> = new Set(['input', 'inputDetails', 'output', 'outputDetails']);

/** The record of an event; undefined when the level leaves it out. Recorded: logs/test_base*. */
export function logRecord(
  event: HistoryEvent,
  executionArn: string,
  logging: Logging,
): LogRecord | undefined {
  const { level, includeExecutionData } = logging;
  if (level !== 'ALL' && !LEVELS[level].has(event.type)) return undefined;
  const details = Object.entries(detailsOf(event)).filter(([key]) => includeExecutionData || !DATA.has(key));
  return {
    id: String(event.id),
    type: event.type,
    details: Object.fromEntries(details),
    previous_event_id: String(event.previousEventId),
    event_timestamp: String(Date.parse(event.timestamp)),
    execution_arn: executionArn,
    redrive_count: '0',
  };
}

function detailsOf(event: HistoryEvent): object {
  const wrapper = Object.entries(event).find(([key]) => key.endsWith('EventDetails'));
  return (wrapper?.[1] as object | undefined) ?? {};
}
