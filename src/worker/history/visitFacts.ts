import type { EpochMs } from '../../asl';
import type { Fold } from '../fold/fold';
import type { ReadableHistory } from '../fold/readableHistory';
import { isFinal, Status } from '../fold/visitTable';
import type { VisitName } from '../history.types';

/** When a visit was entered. */
export const enteredAt = (fold: Fold, history: ReadableHistory, visit: number): EpochMs =>
  history.record(fold.visits.entered.get(visit)).time;

/** When it ended; undefined while it is open. */
export function endedAt(fold: Fold, history: ReadableHistory, visit: number): EpochMs | undefined {
  const ended = fold.visits.ended.get(visit);
  return ended < 0 ? undefined : history.record(ended).time;
}

/** The Type of a visit's state, which the event of its entry has in its name. */
export const typeOf = (fold: Fold, history: ReadableHistory, visit: number): string =>
  history.record(fold.visits.entered.get(visit)).type.replace('StateEntered', '');

/** A visit's row among all visits; -1 when there is none of that name. */
export function rowOf(fold: Fold, { state, number }: VisitName): number {
  const rows = fold.visitsOf(state);
  return number >= 0 && number < rows.length ? rows.get(number) : -1;
}

/** A visit's place among the visits of its state, which are in rising order. */
export function numberOf(fold: Fold, visit: number): number {
  const rows = fold.visitsOf(fold.pathOf(visit));
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows.get(middle) < visit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An open visit decides; otherwise the one entered last, whose failure would have ended what it ran in. */
export function statusOfLane(fold: Fold, visits: readonly number[]): number {
  for (const visit of visits) {
    const status = fold.visits.status.get(visit);
    if (!isFinal(status)) return status;
  }
  const last = visits.at(-1);
  return last === undefined ? 0 : fold.visits.status.get(last);
}

export const hasErred = (status: number): boolean =>
  status === Status.failed || status === Status.caught || status === Status.retrying;
