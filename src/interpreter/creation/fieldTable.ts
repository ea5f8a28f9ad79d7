import type { StateType } from '../../asl';

/** The query language a field belongs to. */
export type FieldLanguage = 'JSONPath' | 'JSONata' | 'both';

const P = 'JSONPath';
const A = 'JSONata';
const B = 'both';

const COMMON = { Type: B, Comment: B, QueryLanguage: B } as const;
const FLOW = { Next: B, End: B } as const;
const PATHS = { InputPath: P, OutputPath: P } as const;
const RESULT = { ResultPath: P, ResultSelector: P } as const;
const OUTPUT = { Output: A, Assign: B } as const;
const HANDLERS = { Retry: B, Catch: B } as const;

/** The fields each state type takes. Source: what ValidateStateMachineDefinition accepts, measured field by field. */
export const FIELDS: Readonly<Record<StateType, Readonly<Record<string, FieldLanguage>>>> = {
  Pass: { ...COMMON, ...FLOW, ...PATHS, ...OUTPUT, Parameters: P, ResultPath: P, Result: P },
  Task: {
    ...COMMON,
    ...FLOW,
    ...PATHS,
    ...RESULT,
    ...OUTPUT,
    ...HANDLERS,
    Resource: B,
    Parameters: P,
    Arguments: A,
    Credentials: B,
    TimeoutSeconds: B,
    TimeoutSecondsPath: P,
    HeartbeatSeconds: B,
    HeartbeatSecondsPath: P,
  },
  Choice: { ...COMMON, ...PATHS, ...OUTPUT, Choices: B, Default: B },
  Wait: {
    ...COMMON,
    ...FLOW,
    ...PATHS,
    ...OUTPUT,
    Seconds: B,
    SecondsPath: P,
    Timestamp: B,
    TimestampPath: P,
  },
  Succeed: { ...COMMON, ...PATHS, Output: A },
  Fail: { ...COMMON, Error: B, ErrorPath: P, Cause: B, CausePath: P },
  Parallel: {
    ...COMMON,
    ...FLOW,
    ...PATHS,
    ...RESULT,
    ...OUTPUT,
    ...HANDLERS,
    Branches: B,
    Parameters: P,
    Arguments: A,
  },
  Map: {
    ...COMMON,
    ...FLOW,
    ...PATHS,
    ...RESULT,
    ...OUTPUT,
    ...HANDLERS,
    Parameters: P,
    ItemProcessor: B,
    Iterator: B,
    ItemSelector: B,
    ItemReader: B,
    ItemBatcher: B,
    ResultWriter: B,
    MaxConcurrency: B,
    MaxConcurrencyPath: P,
    ToleratedFailureCount: B,
    ToleratedFailureCountPath: P,
    ToleratedFailurePercentage: B,
    ToleratedFailurePercentagePath: P,
    Label: B,
    ItemsPath: P,
    Items: A,
  },
};

/** As AWS lists them in its message. */
export const STATE_TYPES: readonly StateType[] = [
  'Task',
  'Wait',
  'Pass',
  'Succeed',
  'Fail',
  'Choice',
  'Parallel',
  'Map',
];

/** Fields that exclude each other, in the order AWS names them. */
export const EXCLUSIVE: readonly (readonly [string, string])[] = [
  ['TimeoutSeconds', 'TimeoutSecondsPath'],
  ['HeartbeatSeconds', 'HeartbeatSecondsPath'],
  ['MaxConcurrency', 'MaxConcurrencyPath'],
  ['ToleratedFailurePercentage', 'ToleratedFailurePercentagePath'],
  ['ToleratedFailureCount', 'ToleratedFailureCountPath'],
  ['Error', 'ErrorPath'],
  ['Cause', 'CausePath'],
  ['ItemProcessor', 'Iterator'],
];

export interface Range {
  readonly min: number;
  readonly max?: number;
}

/** Numbers of a state. Source: measured limits. */
export const STATE_RANGES: Readonly<Record<string, Range>> = {
  TimeoutSeconds: { min: 1, max: 99_999_999 },
  HeartbeatSeconds: { min: 1, max: 99_999_999 },
  Seconds: { min: 0, max: 99_999_999 },
  MaxConcurrency: { min: 0 },
  ToleratedFailureCount: { min: 0 },
  ToleratedFailurePercentage: { min: 0, max: 100 },
};

export const RETRIER_RANGES: Readonly<Record<string, Range>> = {
  IntervalSeconds: { min: 0, max: 99_999_999 },
  MaxAttempts: { min: 0, max: 99_999_999 },
  MaxDelaySeconds: { min: 1, max: 31_622_400 },
};
