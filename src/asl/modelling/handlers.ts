import type { Catcher, Retrier } from '../model';
import type { ObjectNode } from '../syntax';
import { type Findings, json, number, objects, oneOf, readFields, text, textOrNull, texts } from './fields';

const RETRIER = {
  ErrorEquals: texts,
  IntervalSeconds: number,
  MaxAttempts: number,
  BackoffRate: number,
  MaxDelaySeconds: number,
  JitterStrategy: oneOf('NONE', 'FULL'),
  Comment: text,
};

const CATCHER = {
  ErrorEquals: texts,
  Next: text,
  ResultPath: textOrNull,
  Output: json,
  Assign: json,
  Comment: text,
};

const retrier = (node: ObjectNode | undefined, findings: Findings): Retrier => ({
  ErrorEquals: [],
  ...(node && readFields(node, RETRIER, findings)),
  node,
});

const catcher = (node: ObjectNode | undefined, findings: Findings): Catcher => ({
  ErrorEquals: [],
  ...(node && readFields(node, CATCHER, findings)),
  node,
});

/** Retry and Catch, of Task, Parallel and Map. */
export const HANDLERS = { Retry: objects('retrier', retrier), Catch: objects('catcher', catcher) };
