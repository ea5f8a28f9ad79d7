import type { AnswerData, ExecutionAnswer, TestAnswer } from '../asl';
import type { ToldByAws } from './state';

type Fields = Readonly<Record<string, unknown>>;

/** An answer of AWS that was stored, by this version of the page or another; undefined when it is none. */
export function readAnswer(value: unknown): ToldByAws | undefined {
  if (!isFields(value)) return undefined;
  if (value.kind === 'execution') {
    const execution = readExecution(value.execution);
    return execution && { kind: 'execution', execution };
  }
  const test = value.kind === 'test' ? readTest(value.test) : undefined;
  const given = isFields(value.given) ? Object.entries(value.given).filter(isTextEntry) : [];
  return test && { kind: 'test', test, ...(given.length > 0 && { given: Object.fromEntries(given) }) };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const textOf = (value: unknown): string | undefined => (isText(value) ? value : undefined);
const timeOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const isTextEntry = (entry: [string, unknown]): entry is [string, string] => isText(entry[1]);

function readExecution(value: unknown): ExecutionAnswer | undefined {
  if (!isFields(value)) return undefined;
  const { arn, name, type, status } = value;
  if (!isText(arn) || !isText(name) || !isText(status)) return undefined;
  if (type !== 'STANDARD' && type !== 'EXPRESS') return undefined;
  return {
    ...{ arn, name, type, status },
    machine: textOf(value.machine),
    startedAt: timeOf(value.startedAt),
    stoppedAt: timeOf(value.stoppedAt),
    input: readData(value.input),
    output: readData(value.output),
    error: textOf(value.error),
    cause: textOf(value.cause),
  };
}

function readData(value: unknown): AnswerData {
  if (!isFields(value)) return { kind: 'none' };
  if (value.kind === 'text' && isText(value.text)) return { kind: 'text', text: value.text };
  return { kind: value.kind === 'leftOut' ? 'leftOut' : 'none' };
}

const STATUSES = ['SUCCEEDED', 'FAILED', 'RETRIABLE', 'CAUGHT_ERROR'] as const;

function readTest(value: unknown): TestAnswer | undefined {
  if (!isFields(value)) return undefined;
  const status = STATUSES.find((each) => each === value.status);
  if (status === undefined || !Array.isArray(value.stages)) return undefined;
  const stages: readonly unknown[] = value.stages;
  return {
    status,
    output: textOf(value.output),
    error: textOf(value.error),
    cause: textOf(value.cause),
    nextState: textOf(value.nextState),
    stages: stages.flatMap((stage) =>
      isFields(stage) && isText(stage.name) && isText(stage.text)
        ? [{ name: stage.name, text: stage.text }]
        : [],
    ),
  };
}
