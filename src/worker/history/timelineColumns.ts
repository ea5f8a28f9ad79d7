import type { EpochMs } from '../../asl';
import { roleOf } from '../fold/eventRole';
import type { Fold } from '../fold/fold';
import type { ReadableHistory } from '../fold/readableHistory';
import { type TimelineColumns, TRY_OUTCOMES } from '../history.types';
import type { VisitTree } from './visitTree';

/** Visits that are told at most: what a person can look through, and a page can hold. */
const MOST_VISITS = 250_000;

const KINDS = new Map<string, number>([
  ['WaitStateEntered', 1],
  ['MapStateEntered', 2],
  ['ParallelStateEntered', 3],
]);
const OUTCOME = {
  open: TRY_OUTCOMES.indexOf('open'),
  succeeded: TRY_OUTCOMES.indexOf('succeeded'),
  failed: TRY_OUTCOMES.indexOf('failed'),
  aborted: TRY_OUTCOMES.indexOf('aborted'),
};

/** Every visit as numbers: what a timeline is drawn from. */
export function timelineColumns(fold: Fold, history: ReadableHistory, tree: VisitTree): TimelineColumns {
  tree.update();
  const { visits, table } = fold;
  const length = Math.min(visits.length, MOST_VISITS);
  const origin = history.length > 0 ? history.record(0).time : (0 as EpochMs);
  const columns = {
    state: new Int32Array(length),
    parent: new Int32Array(length),
    lane: new Int32Array(length),
    start: new Float64Array(length),
    end: new Float64Array(length),
    status: new Uint8Array(length),
    kind: new Uint8Array(length),
    tries: new Int32Array(length + 1),
  };
  const tries: Tries = { start: [], end: [], outcome: [] };
  for (let visit = 0; visit < length; visit++) {
    const entry = history.record(visits.entered.get(visit));
    const ended = visits.ended.get(visit);
    const end = ended < 0 ? -1 : history.record(ended).time - origin;
    columns.state[visit] = visits.state.get(visit);
    columns.parent[visit] = visits.parent.get(visit);
    columns.lane[visit] = tree.laneOf(visit);
    columns.start[visit] = entry.time - origin;
    columns.end[visit] = end;
    columns.status[visit] = visits.status.get(visit);
    columns.kind[visit] = KINDS.get(entry.type) ?? 0;
    if (visits.attempts.get(visit) > 0) addTries(tries, fold, history, visit, origin, end);
    columns.tries[visit + 1] = tries.start.length;
  }
  const now = fold.position > 0 ? history.record(fold.position - 1).time - origin : 0;
  return {
    origin,
    now,
    total: visits.length,
    paths: Array.from({ length: table.size }, (_, state) => table.path(state)),
    ...columns,
    tryStart: Float64Array.from(tries.start),
    tryEnd: Float64Array.from(tries.end),
    tryOutcome: Uint8Array.from(tries.outcome),
  };
}

interface Tries {
  readonly start: number[];
  readonly end: number[];
  readonly outcome: number[];
}

/** The attempts of a visit; one that only begins anew says so of the one before. */
function addTries(
  tries: Tries,
  { visits }: Fold,
  history: ReadableHistory,
  visit: number,
  origin: number,
  visitEnd: number,
): void {
  const first = tries.start.length;
  const close = (outcome: number, at: number) => {
    const last = tries.start.length - 1;
    if (last < first || tries.outcome[last] !== OUTCOME.open) return;
    tries.outcome[last] = outcome;
    tries.end[last] = at;
  };
  for (const event of visits.eventsOf(visit)) {
    const { type, time } = history.record(event);
    const at = time - origin;
    switch (roleOf(type)) {
      case 'scheduled':
        close(OUTCOME.failed, at);
        tries.start.push(at);
        tries.end.push(-1);
        tries.outcome.push(OUTCOME.open);
        break;
      case 'succeeded':
        close(OUTCOME.succeeded, at);
        break;
      case 'failed':
      case 'timedOut':
      case 'containerFailed':
        close(OUTCOME.failed, at);
        break;
      default:
        break;
    }
  }
  if (visitEnd >= 0) close(OUTCOME.aborted, visitEnd);
}
