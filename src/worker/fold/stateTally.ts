import type { StateProgress, StateStatus } from '../run.types';
import type { StateTable } from './stateTable';
import { isFinal, STATUSES, Status } from './visitTable';

interface Row {
  readonly open: Set<number>;
  /** Visits by status number. */
  readonly byStatus: number[];
  visits: number;
  retries: number;
  /** Status of the visit that ended last. */
  last: number;
  changed: boolean;
}

/** Visits counted by state and status; says which states changed since it was last asked. */
export class StateTally {
  private readonly rows: Row[] = [];
  private changed: number[] = [];

  constructor(private readonly table: StateTable) {}

  open(state: number, visit: number): void {
    const row = this.touch(state);
    row.open.add(visit);
    row.visits++;
    this.count(row, Status.inProgress, 1);
  }

  close(state: number, visit: number): void {
    this.touch(state).open.delete(visit);
  }

  move(state: number, from: number, to: number): void {
    const row = this.touch(state);
    this.count(row, from, -1);
    this.count(row, to, 1);
    if (isFinal(to)) row.last = to;
  }

  countRetry(state: number): void {
    this.touch(state).retries++;
  }

  openOf(state: number): ReadonlySet<number> {
    return this.row(state).open;
  }

  /** The open visit entered last. */
  lastOpen(state: number): number | undefined {
    let last: number | undefined;
    for (const visit of this.row(state).open) last = visit;
    return last;
  }

  takeChanged(): readonly StateProgress[] {
    const changed = this.changed.map((state) => this.progress(state));
    for (const state of this.changed) this.row(state).changed = false;
    this.changed = [];
    return changed;
  }

  /** Every state that was entered. */
  all(): readonly StateProgress[] {
    return this.rows.flatMap((row, state) => (row.visits > 0 ? [this.progress(state)] : []));
  }

  private progress(state: number): StateProgress {
    const row = this.row(state);
    return {
      path: this.table.path(state),
      status: statusOf(row),
      visits: row.visits,
      open: row.open.size,
      succeeded: row.byStatus[Status.succeeded] ?? 0,
      caught: row.byStatus[Status.caught] ?? 0,
      failed: row.byStatus[Status.failed] ?? 0,
      aborted: row.byStatus[Status.aborted] ?? 0,
      retries: row.retries,
    };
  }

  private count(row: Row, status: number, by: number): void {
    row.byStatus[status] = (row.byStatus[status] ?? 0) + by;
  }

  private row(state: number): Row {
    let row = this.rows[state];
    if (!row) {
      const byStatus = STATUSES.map(() => 0);
      row = { open: new Set(), byStatus, visits: 0, retries: 0, last: 0, changed: false };
      this.rows[state] = row;
    }
    return row;
  }

  private touch(state: number): Row {
    const row = this.row(state);
    if (!row.changed) {
      row.changed = true;
      this.changed.push(state);
    }
    return row;
  }
}

/** Open visits decide, the ones in trouble first; then the one that ended last, a failure before what it aborted. */
function statusOf({ byStatus, last }: Row): StateStatus {
  for (const status of [Status.retrying, Status.inProgress, Status.waiting]) {
    if (byStatus[status]) return STATUSES[status];
  }
  if (last === Status.aborted && byStatus[Status.failed]) return 'failed';
  return STATUSES[last] ?? 'notStarted';
}
