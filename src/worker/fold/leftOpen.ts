import { roleOf } from './eventRole';
import type { ReadableHistory } from './readableHistory';
import { Status, type VisitTable } from './visitTable';

/**
 * Visits that a redrive may take up, by the number of their state, in the order they were entered: those that ended
 * without an exit in the last attempt of what they run in. A Fail is not among them: it is entered again.
 */
export function leftOpen(visits: VisitTable, history: ReadableHistory): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const all = new Set<number>();
  for (let visit = 0; visit < visits.length; visit++) {
    const status = visits.status.get(visit);
    if (status !== Status.failed && status !== Status.aborted) continue;
    const entered = visits.entered.get(visit);
    const parent = visits.parent.get(visit);
    if (history.record(entered).type === 'FailStateEntered') continue;
    if (parent >= 0 && !(all.has(parent) && entered > lastAttempt(visits, history, parent))) continue;
    all.add(visit);
    const state = visits.state.get(visit);
    found.set(state, [...(found.get(state) ?? []), visit]);
  }
  return found;
}

function lastAttempt(visits: VisitTable, history: ReadableHistory, visit: number): number {
  let last = -1;
  for (const event of visits.eventsOf(visit)) {
    if (roleOf(history.record(event).type) === 'scheduled') last = event;
  }
  return last;
}
