import { failureOf } from '../fold/eventDetails';
import type { Fold } from '../fold/fold';
import type { ReadableHistory } from '../fold/readableHistory';
import { isFinal } from '../fold/visitTable';
import type { ItemName, MapItems, VisitName } from '../history.types';
import { endedAt, enteredAt, hasErred, rowOf, statusOfLane } from './visitFacts';
import type { VisitTree } from './visitTree';

/** Items listed at most: a history may claim any number, and has been written by anybody. */
const MOST_LISTED = 1_000_000;

/** The items of one visit of a Map; null when there was no such visit. */
export function mapItems(
  fold: Fold,
  history: ReadableHistory,
  tree: VisitTree,
  name: VisitName,
): MapItems | null {
  const container = rowOf(fold, name);
  if (container < 0) return null;
  tree.update();
  const lanes = tree.lanes(container);
  const [last] = lanes.at(-1) ?? [-1];
  const total = Math.max(last + 1, startedWith(fold, history, container));
  const length = Math.min(total, MOST_LISTED);
  const [first] = [history.record(0).time];
  const status = new Uint8Array(length);
  const start = new Float64Array(length).fill(-1);
  const end = new Float64Array(length).fill(-1);
  const attempts = new Int32Array(length);
  const error = new Int32Array(length).fill(-1);
  const errors = new Map<string, number>();
  for (const [item, visits] of lanes) {
    if (item >= length) break;
    const became = statusOfLane(fold, visits);
    status[item] = became;
    start[item] = enteredAt(fold, history, visits[0] ?? 0) - first;
    const ended = endedAt(fold, history, visits.at(-1) ?? 0);
    if (isFinal(became) && ended !== undefined) end[item] = ended - first;
    for (const visit of visits) {
      attempts[item] = Math.max(attempts[item] ?? 0, fold.visits.attempts.get(visit));
    }
    const name = hasErred(became) ? errorOf(fold, history, visits.at(-1) ?? 0) : undefined;
    if (name === undefined) continue;
    const known = errors.get(name) ?? errors.size;
    errors.set(name, known);
    error[item] = known;
  }
  const unlisted = total - length;
  return { origin: first, status, start, end, attempts, error, errors: [...errors.keys()], unlisted };
}

/** How many items the Map was started with, as its history says; 0 when it does not. */
function startedWith(fold: Fold, history: ReadableHistory, container: number): number {
  let length = 0;
  for (const event of fold.visits.eventsOf(container)) {
    const { type } = history.record(event);
    if (type === 'MapStateStarted') {
      const started = history.event(event);
      if (started.type === 'MapStateStarted') length = started.mapStateStartedEventDetails.length;
    }
    if (type === 'MapStateStarted' || type === 'MapRunStarted') break;
  }
  return length;
}

function errorOf(fold: Fold, history: ReadableHistory, visit: number): string | undefined {
  const failure = fold.visits.failure.get(visit);
  return failure < 0 ? undefined : failureOf(history.event(failure)).error;
}

/** Numbers, among its state's visits, of those that run inside an item. */
export function visitsWithin(
  fold: Fold,
  tree: VisitTree,
  state: VisitName['state'],
  within: ItemName,
): readonly number[] {
  const container = rowOf(fold, within);
  if (container < 0) return [];
  tree.update();
  const { visits } = fold;
  const rows = fold.visitsOf(state);
  const numbers: number[] = [];
  for (let number = 0; number < rows.length; number++) {
    let at = rows.get(number);
    while (at >= 0 && visits.parent.get(at) !== container) at = visits.parent.get(at);
    if (at >= 0 && tree.laneOf(at) === within.item) numbers.push(number);
  }
  return numbers;
}
