import type { StatePath } from '../../asl';
import type { MockOutcome, MockRow, StateMock } from '../../services';
import type { RunMocks, WithoutMock } from '../again.types';
import { attemptsOf } from '../fold/attempts';
import type { Fold } from '../fold/fold';
import type { ReadableHistory } from '../fold/readableHistory';
import type { Attempt } from '../run.types';

/** A call of a Task, and the iteration of the Maps around it. */
interface Call {
  readonly attempt: Attempt;
  readonly iteration: readonly number[];
}

/**
 * The answers that the Tasks of a run got, in the order they were called, as mocks of their states.
 * @param timed each takes as long as it took
 */
export function mocksOfRun(fold: Fold, history: ReadableHistory, timed: boolean): RunMocks {
  const { table } = fold;
  const distributed = statesInMapRuns(fold, history);
  const over = hasEnded(history);
  const mocks: { state: StatePath; mock: StateMock }[] = [];
  const left: { state: StatePath; why: WithoutMock }[] = [];
  let count = 0;
  for (let number = 0; number < table.size; number++) {
    if (table.resource(number) === '') continue;
    const state = table.path(number);
    if (distributed.has(number)) {
      left.push({ state, why: 'distributed' });
      continue;
    }
    const calls = callsOf(fold, history, state);
    const read = outcomesOf(calls, { timed, over });
    if (typeof read === 'string') left.push({ state, why: read });
    else {
      mocks.push({ state, mock: mockOf(read) });
      count += read.filter(({ isKnown }) => isKnown).length;
    }
  }
  return { mocks, calls: count, left };
}

/** A Distributed Map's children record histories of their own, each counting its own calls. */
function statesInMapRuns(fold: Fold, history: ReadableHistory): ReadonlySet<number> {
  const found = new Set<number>();
  for (let index = 0; index < fold.position; index++) {
    const { type, state } = history.record(index);
    if (type !== 'MapRunStarted' || state === undefined) continue;
    for (const each of fold.table.inside(fold.table.numberOf(state))) found.add(each);
  }
  return found;
}

/** An execution that was stopped says nothing of the calls it was waiting for. */
function hasEnded(history: ReadableHistory): boolean {
  const count = history.mainEvents(history.length);
  if (count === 0) return false;
  return /^Execution(?:Succeeded|Failed|TimedOut)$/.test(
    history.record(history.mainPosition(count - 1)).type,
  );
}

function callsOf(fold: Fold, history: ReadableHistory, state: StatePath): readonly Call[] {
  const rows = fold.visitsOf(state);
  const calls: Call[] = [];
  for (let number = 0; number < rows.length; number++) {
    const row = rows.get(number);
    const iteration = fold.visits.iterations(row);
    const events = [...fold.visits.eventsOf(row)];
    for (const attempt of attemptsOf(history, events, fold.visits.ended.get(row)))
      calls.push({ attempt, iteration });
  }
  return calls.sort((one, other) => one.attempt.eventId - other.attempt.eventId);
}

interface Answer {
  readonly outcome: MockOutcome;
  /** Else it was still to come, and keeps the place of its call. */
  readonly isKnown: boolean;
  readonly iteration: readonly number[];
}

function outcomesOf(
  calls: readonly Call[],
  how: { readonly timed: boolean; readonly over: boolean },
): readonly Answer[] | WithoutMock {
  if (calls.length === 0) return 'notCalled';
  const answers: Answer[] = [];
  for (const { attempt, iteration } of calls) {
    const { outcome } = attempt;
    if (outcome === 'open' || outcome === 'aborted') {
      // Waiting for ever ends as it did when something else ended the wait.
      answers.push({ outcome: { type: 'never' }, iteration, isKnown: how.over });
      continue;
    }
    const given = outcomeOf(attempt);
    if (given === undefined) return 'noData';
    const { scheduledAt, endedAt = scheduledAt } = attempt;
    const latency = how.timed && given.type !== 'never' ? { latency: (endedAt - scheduledAt) / 1000 } : {};
    answers.push({ outcome: { ...latency, ...given }, iteration, isKnown: true });
  }
  const known = answers.slice(0, answers.map(({ isKnown }) => isKnown).lastIndexOf(true) + 1);
  return known.length === 0 ? 'unanswered' : known;
}

/** @returns undefined when its data is not in the history */
function outcomeOf({ outcome, output, error, cause }: Attempt): MockOutcome | undefined {
  if (outcome === 'succeeded') {
    const value = pretty(output ?? '');
    return value === undefined ? undefined : { type: 'return', value };
  }
  // No answer says so: the state's heartbeat decides.
  if (outcome === 'timedOut') return { type: error === 'States.HeartbeatTimeout' ? 'never' : 'timeout' };
  return { type: 'throw', error: error || 'States.TaskFailed', cause: cause ?? '' };
}

function pretty(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return undefined;
  }
}

function mockOf(answers: readonly Answer[]): StateMock {
  const rows = rowsOf(answers);
  const [first] = rows;
  if (first && rows.length === 1) return { kind: 'fixed', outcome: first.outcome };
  return itemRules(answers) ?? { kind: 'sequence', by: 'invocation', rows };
}

/** Calls in a row with the same outcome are one row; the last one holds for all that follow. */
function rowsOf(answers: readonly Answer[]): readonly MockRow[] {
  const rows: MockRow[] = [];
  for (const [index, { outcome }] of answers.entries()) {
    const last = rows.at(-1);
    if (last && sameOutcome(last.outcome, outcome)) rows[rows.length - 1] = { ...last, to: index };
    else rows.push({ from: index, to: index, outcome });
  }
  return rows.map((row, index) => (index === rows.length - 1 ? { ...row, to: null } : row));
}

const sameOutcome = (one: MockOutcome, other: MockOutcome): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Items that did not begin in their order get their answers by item, when each called once. */
function itemRules(answers: readonly Answer[]): StateMock | undefined {
  const items = answers.map(({ iteration }) => iteration[0]);
  if (answers.some(({ iteration }) => iteration.length !== 1) || new Set(items).size < items.length)
    return undefined;
  const inOrder = items.every((item, index) => index === 0 || (item ?? 0) > (items[index - 1] ?? 0));
  if (inOrder) return undefined;
  const rules = answers.map(({ outcome, iteration: [index = 0] }) => ({
    when: { type: 'item', index } as const,
    outcome,
  }));
  return { kind: 'rules', rules, otherwise: undefined };
}
