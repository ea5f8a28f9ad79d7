import type { StatePath } from '../../asl';
import type { MockedTask, MockOutcome, MockRow, MockRule, MockWhen, StateMock } from './stateMock';

/** Mocks from storage: one that is not what it should be is left out. */
export const readMockedTasks = (value: unknown): readonly MockedTask[] =>
  list(value).flatMap((each) => {
    if (!isRecord(each) || typeof each.state !== 'string') return [];
    const mock = readStateMock(each.mock);
    return mock ? [{ state: each.state as StatePath, mock }] : [];
  });

function readStateMock(value: unknown): StateMock | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, by, from, rate, error, cause, latency, source } = value;
  const outcome = readOutcome(value.outcome);
  switch (kind) {
    case 'stub':
    case 'ask':
      return { kind };
    case 'fixed':
      return outcome && { kind, outcome };
    case 'pinned':
      return outcome && typeof from === 'string' ? { kind, outcome, from } : undefined;
    case 'sequence':
      return by === 'attempt' || by === 'invocation'
        ? { kind, by, rows: list(value.rows).flatMap(readRow) }
        : undefined;
    case 'rules':
      return { kind, rules: list(value.rules).flatMap(readRule), otherwise: readOutcome(value.otherwise) };
    case 'rate':
      return isNumber(rate) && isText(error) && isText(cause) && isRange(latency)
        ? { kind, rate, error, cause, latency }
        : undefined;
    case 'handler':
      return isText(source) ? { kind, source } : undefined;
    default:
      return undefined;
  }
}

function readOutcome(value: unknown): MockOutcome | undefined {
  if (!isRecord(value)) return undefined;
  const { type, error, cause } = value;
  const later = isNumber(value.latency) ? { latency: value.latency } : {};
  if (type === 'timeout' || type === 'never') return { ...later, type };
  if (type === 'return') return isText(value.value) ? { ...later, type, value: value.value } : undefined;
  return type === 'throw' && isText(error) && isText(cause) ? { ...later, type, error, cause } : undefined;
}

function readRow(value: unknown): readonly MockRow[] {
  const outcome = isRecord(value) ? readOutcome(value.outcome) : undefined;
  if (!isRecord(value) || !outcome || !isNumber(value.from)) return [];
  return [{ from: value.from, to: isNumber(value.to) ? value.to : null, outcome }];
}

function readRule(value: unknown): readonly MockRule[] {
  const outcome = isRecord(value) ? readOutcome(value.outcome) : undefined;
  const when = isRecord(value) ? readWhen(value.when) : undefined;
  return outcome && when ? [{ when, outcome }] : [];
}

function readWhen(value: unknown): MockWhen | undefined {
  if (!isRecord(value)) return undefined;
  const { type, text, index } = value;
  if (type === 'condition' && isText(text)) return { type, text };
  return type === 'item' && isNumber(index) ? { type, index } : undefined;
}

const isRange = (value: unknown): value is { readonly from: number; readonly to: number } =>
  isRecord(value) && isNumber(value.from) && isNumber(value.to);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
