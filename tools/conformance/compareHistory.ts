import type { HistoryEvent } from '../../src/interpreter';
import type { Case, RecordedEvent } from './case';
import { differences, marksOf } from './match';

/** Ends of containers that the recorder deleted where it sorted the events of parallel branches. */
const ERASED: ReadonlySet<string> = new Set([
  'ParallelStateSucceeded',
  'ParallelStateFailed',
  'ParallelStateExited',
]);

/** The differences between a recorded history and a computed one, by the rules of the case's `ordering`. */
export function compareHistory(of: Case, actual: readonly HistoryEvent[]): readonly string[] {
  const expected = of.expected.events ?? [];
  if (of.ordering === 'exact') return inOrder(of, expected, actual);
  return asMultiset(of, expected, actual);
}

function inOrder(
  of: Case,
  expected: readonly RecordedEvent[],
  actual: readonly HistoryEvent[],
): readonly string[] {
  const marks = marksOf(of);
  for (let index = 0; index < Math.max(expected.length, actual.length); index++) {
    const [want, got] = [expected[index], actual[index]];
    if (!want) return [`event ${index + 1}: not expected: ${JSON.stringify(got)}`];
    if (!got) return [`event ${index + 1}: missing: ${JSON.stringify(want)}`];
    const found = differences(withoutTime(want), withoutTime(got), marks, `event ${index + 1} ${want.type}`);
    if (found.length > 0) return found;
  }
  return [];
}

function asMultiset(
  of: Case,
  expected: readonly RecordedEvent[],
  actual: readonly HistoryEvent[],
): readonly string[] {
  const marks = marksOf(of);
  const rest = actual.map(withoutIds);
  const problems: string[] = [];
  for (const want of expected) {
    const index = rest.findIndex((got) => differences(withoutIds(want), got, marks).length === 0);
    if (index < 0) problems.push(`no event like ${JSON.stringify(withoutIds(want))}`);
    else rest.splice(index, 1);
  }
  for (const extra of rest) {
    const mayBeExtra = of.ordering === 'erased' && ERASED.has(String(extra.type));
    if (!mayBeExtra) problems.push(`not expected: ${JSON.stringify(extra)}`);
  }
  return problems;
}

type Fields = object & { readonly type: string };

function withoutTime(event: Fields): Fields {
  const { timestamp: _, ...rest } = event as Fields & { readonly timestamp?: unknown };
  return rest;
}

function withoutIds(event: Fields): Fields {
  const {
    id: _id,
    previousEventId: _previous,
    ...rest
  } = withoutTime(event) as Fields & {
    readonly id?: unknown;
    readonly previousEventId?: unknown;
  };
  return rest;
}
