import type { StateType } from '../model';
import { type FieldTable, flag, json, number, numberOrExpression, oneOf, text, textOrNull } from './fields';
import { HANDLERS } from './handlers';

/**
 * The fields of each state type and how they are read; what is left out here (Choices, Branches, the processor)
 * holds rules or scopes and is read by its own code. Source: ASL specification, and the table of accepted fields.
 */
const LANGUAGE = oneOf('JSONPath', 'JSONata');
const COMMON = { Comment: text, QueryLanguage: LANGUAGE };
const PATHS = { InputPath: textOrNull, OutputPath: textOrNull };
const TRANSITIONS = { Next: text, End: flag };
const OUTPUT = { Output: json, Assign: json };
const RESULT = { ResultSelector: json, ResultPath: textOrNull };

export const MACHINE_FIELDS = { Version: text, TimeoutSeconds: number, QueryLanguage: LANGUAGE };
export const SCOPE_FIELDS = { StartAt: text, Comment: text };

export const PROCESSOR_CONFIG_FIELDS = {
  Mode: oneOf('INLINE', 'DISTRIBUTED'),
  ExecutionType: oneOf('STANDARD', 'EXPRESS'),
};

export const STATE_FIELDS = {
  Pass: {
    ...COMMON,
    ...PATHS,
    ...TRANSITIONS,
    ...OUTPUT,
    Result: json,
    Parameters: json,
    ResultPath: textOrNull,
  },
  Task: {
    ...COMMON,
    ...PATHS,
    ...TRANSITIONS,
    ...OUTPUT,
    ...HANDLERS,
    ...RESULT,
    Resource: text,
    Parameters: json,
    Arguments: json,
    Credentials: json,
    TimeoutSeconds: numberOrExpression,
    TimeoutSecondsPath: text,
    HeartbeatSeconds: numberOrExpression,
    HeartbeatSecondsPath: text,
  },
  Choice: { ...COMMON, ...PATHS, ...OUTPUT, Default: text },
  Wait: {
    ...COMMON,
    ...PATHS,
    ...TRANSITIONS,
    ...OUTPUT,
    Seconds: numberOrExpression,
    SecondsPath: text,
    Timestamp: text,
    TimestampPath: text,
  },
  Succeed: { ...COMMON, ...PATHS, ...OUTPUT },
  Fail: { ...COMMON, Error: text, ErrorPath: text, Cause: text, CausePath: text },
  Parallel: {
    ...COMMON,
    ...PATHS,
    ...TRANSITIONS,
    ...OUTPUT,
    ...HANDLERS,
    ...RESULT,
    Parameters: json,
    Arguments: json,
  },
  Map: {
    ...COMMON,
    ...PATHS,
    ...TRANSITIONS,
    ...OUTPUT,
    ...HANDLERS,
    ...RESULT,
    ItemsPath: text,
    Items: json,
    ItemSelector: json,
    Parameters: json,
    ItemReader: json,
    ItemBatcher: json,
    ResultWriter: json,
    MaxConcurrency: numberOrExpression,
    MaxConcurrencyPath: text,
    ToleratedFailureCount: numberOrExpression,
    ToleratedFailureCountPath: text,
    ToleratedFailurePercentage: numberOrExpression,
    ToleratedFailurePercentagePath: text,
    Label: text,
  },
} satisfies Record<StateType, FieldTable>;

export const UNKNOWN_STATE_FIELDS = { ...COMMON, ...PATHS, ...TRANSITIONS };

export const STATE_TYPES = Object.keys(STATE_FIELDS) as readonly StateType[];
