import type { Fold } from '../../fold/fold';
import { isFinal, Status } from '../../fold/visitTable';

/** Whether two visits are of the same run of the same scope: the machine's, a branch's, an iteration's. */
export function sameLane(fold: Fold, one: number, other: number): boolean {
  const { visits } = fold;
  return (
    visits.parent.get(one) === visits.parent.get(other) &&
    visits.iteration.get(one) === visits.iteration.get(other) &&
    scopeOf(fold.pathOf(one)) === scopeOf(fold.pathOf(other))
  );
}

/** Whether nothing follows a visit in its lane: it has ended, at the end of its scope or by failing. */
export function endsLane({ visits, table }: Fold, visit: number): boolean {
  const status = visits.status.get(visit);
  if (!isFinal(status)) return false;
  if (status === Status.failed || status === Status.aborted) return true;
  return status === Status.succeeded && table.endOf(visits.state.get(visit)) >= 0;
}

/** Where a step begins: a visit that has ended its lane counts as the container around it. */
export function standOf(fold: Fold, visit: number): number {
  let at = visit;
  while (at >= 0 && endsLane(fold, at)) at = fold.visits.parent.get(at);
  return at;
}

/** A state's path without its name, which has no slash in a pointer. */
const scopeOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
