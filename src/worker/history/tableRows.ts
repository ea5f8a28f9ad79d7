import { Column } from '../fold/column';
import type { Fold } from '../fold/fold';
import type { ReadableHistory } from '../fold/readableHistory';
import { childOfEvent, type KnownChildren } from '../fold/startedChild';
import { isFinal } from '../fold/visitTable';
import {
  STATUSES,
  type TableFilter,
  type TablePage,
  type TableRequest,
  type TableRow,
  type VisitName,
} from '../history.types';
import { endedAt, enteredAt, hasErred, numberOf, rowOf, statusOfLane, typeOf } from './visitFacts';
import type { VisitTree } from './visitTree';

/** Visits that the filter `slow` keeps. */
const SLOWEST = 100;

/** Rows that are listed at most. */
const MOST_ROWS = 1_000_000;

/** The rows in order, before anybody looks at them: of visits, or of lanes (-1: the visit itself). */
class RowList {
  readonly visit = new Column();
  readonly lane = new Column();
  readonly depth = new Column();

  add(visit: number, lane: number, depth: number): void {
    if (this.length >= MOST_ROWS) return;
    this.visit.push(visit);
    this.lane.push(lane);
    this.depth.push(depth);
  }

  get length(): number {
    return this.visit.length;
  }

  indexOf(visit: number): number {
    for (let row = 0; row < this.length; row++) {
      if (this.visit.get(row) === visit && this.lane.get(row) < 0) return row;
    }
    return -1;
  }
}

/** What the rows are made from. */
interface TableParts {
  readonly live: Fold;
  readonly history: ReadableHistory;
  readonly tree: VisitTree;
  readonly seen: () => Fold;
  readonly children: KnownChildren;
}

/** The rows of the table of visits: a tree of containers, items and branches, or the flat list that a filter leaves. */
export class TableRows {
  private cached: { readonly key: string; readonly rows: RowList } | undefined;

  private readonly live: Fold;
  private readonly history: ReadableHistory;
  private readonly tree: VisitTree;
  private readonly seen: () => Fold;
  private readonly children: KnownChildren;

  constructor({ live, history, tree, seen, children }: TableParts) {
    this.live = live;
    this.history = history;
    this.tree = tree;
    this.seen = seen;
    this.children = children;
  }

  /** The fold that rows are read from: of the run as it is, or of the moment of it that is looked at. */
  private get fold(): Fold {
    return this.seen();
  }

  page({ filter, toggled, from, count, find }: TableRequest): TablePage {
    this.tree.update();
    const list = this.rows(filter, toggled);
    const open = new Set(toggled);
    const sought = find === undefined ? -1 : rowOf(this.live, find);
    const found = sought < 0 ? -1 : list.indexOf(sought);
    const lanes = new LaneCache(this.tree);
    const rows: TableRow[] = [];
    for (let row = Math.max(0, from); row < Math.min(from + count, list.length); row++) {
      const [visit, lane, depth] = [list.visit.get(row), list.lane.get(row), list.depth.get(row)];
      rows.push(
        lane < 0
          ? this.readVisit(visit, depth, open, filter === 'all')
          : this.readLane(visit, lane, depth, open, lanes.visits(visit, lane)),
      );
    }
    return { from, total: list.length, rows, ...(found < 0 ? {} : { found }) };
  }

  private rows(filter: TableFilter, toggled: readonly string[]): RowList {
    // What the tree shows does not depend on the moment, and a moment that is dragged along asks often.
    const position = (filter === 'all' ? this.live : this.fold).position;
    const key = `${position} ${filter} ${toggled.join(' ')}`;
    if (this.cached?.key === key) return this.cached.rows;
    const rows = filter === 'all' ? this.flattened(new Set(toggled)) : this.filtered(filter);
    this.cached = { key, rows };
    return rows;
  }

  private flattened(toggled: ReadonlySet<string>): RowList {
    const rows = new RowList();
    const add = (visit: number, depth: number) => {
      rows.add(visit, -1, depth);
      if (!this.tree.hasChildren(visit)) return;
      const opens = !this.isMap(visit);
      if (toggled.has(keyOf(visit)) === opens) return;
      for (const [lane, visits] of this.tree.lanes(visit)) {
        rows.add(visit, lane, depth + 1);
        if (toggled.has(keyOf(visit, lane)) === opens) continue;
        for (const child of visits) add(child, depth + 2);
      }
    };
    for (const visit of this.tree.children(-1)) add(visit, 0);
    return rows;
  }

  private filtered(filter: Exclude<TableFilter, 'all'>): RowList {
    const { visits } = this.fold;
    const kept: number[] = [];
    for (let visit = 0; visit < visits.length; visit++) {
      if (this.isKept(visit, filter)) kept.push(visit);
    }
    const shown = filter === 'slow' ? this.slowest(kept) : kept;
    const rows = new RowList();
    for (const visit of shown) rows.add(visit, -1, 0);
    return rows;
  }

  private isKept(visit: number, filter: Exclude<TableFilter, 'all'>): boolean {
    const { visits } = this.fold;
    if (filter === 'errors') return hasErred(visits.status.get(visit));
    if (filter === 'retries') return visits.attempts.get(visit) > 1;
    return !this.tree.hasChildren(visit) && isFinal(visits.status.get(visit));
  }

  private slowest(visits: readonly number[]): readonly number[] {
    return visits
      .map((visit) => ({ visit, took: this.took(visit) }))
      .filter(({ took }) => took > 0)
      .sort((a, b) => b.took - a.took)
      .slice(0, SLOWEST)
      .map(({ visit }) => visit);
  }

  private took(visit: number): number {
    const start = enteredAt(this.fold, this.history, visit);
    return (endedAt(this.fold, this.history, visit) ?? start) - start;
  }

  private isMap(visit: number): boolean {
    return this.history.record(this.live.visits.entered.get(visit)).type === 'MapStateEntered';
  }

  /** Whether a visit begins only after the moment that is looked at. */
  private isAhead(visit: number): boolean {
    return visit >= this.fold.visits.length;
  }

  private readLane(
    visit: number,
    lane: number,
    depth: number,
    toggled: ReadonlySet<string>,
    visits: readonly number[],
  ): TableRow {
    const opens = !this.isMap(visit);
    const key = keyOf(visit, lane);
    const kind = opens ? 'branch' : 'item';
    const open = toggled.has(key) !== opens;
    return { ...this.nameOf(visit), ...this.laneFacts(visits), kind, key, depth, lane, open };
  }

  private readVisit(visit: number, depth: number, toggled: ReadonlySet<string>, tree: boolean): TableRow {
    const { live, history } = this;
    const { visits, table } = live;
    const key = keyOf(visit);
    const child = this.childOf(visit);
    return {
      ...this.nameOf(visit),
      ...this.facts(visit),
      kind: 'visit',
      key,
      depth,
      type: typeOf(live, history, visit),
      resource: table.resource(visits.state.get(visit)),
      iteration: visits.iterations(visit),
      ...(child === undefined ? {} : { child }),
      ...(tree && this.tree.hasChildren(visit) ? { open: toggled.has(key) === this.isMap(visit) } : {}),
    };
  }

  /** How a visit is doing at the moment that is looked at. */
  private facts(visit: number): RowFacts {
    if (this.isAhead(visit)) return this.notYet(visit);
    const { fold, history } = this;
    const ended = endedAt(fold, history, visit);
    return {
      status: STATUSES[fold.visits.status.get(visit)] ?? 'notStarted',
      enteredAt: enteredAt(fold, history, visit),
      ...(ended === undefined ? {} : { endedAt: ended }),
      attempts: fold.visits.attempts.get(visit),
    };
  }

  private laneFacts(visits: readonly number[]): RowFacts {
    const begun = visits.filter((visit) => !this.isAhead(visit));
    const [first] = begun;
    if (first === undefined) return this.notYet(visits[0] ?? 0);
    const { fold, history } = this;
    const status = statusOfLane(fold, begun);
    const ended = isFinal(status) ? endedAt(fold, history, begun.at(-1) ?? first) : undefined;
    return {
      status: STATUSES[status] ?? 'notStarted',
      enteredAt: enteredAt(fold, history, first),
      ...(ended === undefined ? {} : { endedAt: ended }),
      attempts: Math.max(0, ...begun.map((visit) => fold.visits.attempts.get(visit))),
    };
  }

  /** Of what begins later there is nothing to tell but when: its place in the table stays. */
  private notYet(visit: number): RowFacts {
    return {
      status: 'notStarted',
      enteredAt: enteredAt(this.live, this.history, visit),
      attempts: 0,
      ahead: true,
    };
  }

  private nameOf(visit: number): VisitName {
    return { state: this.live.pathOf(visit), number: numberOf(this.live, visit) };
  }

  /** The execution that a visit started last, as far as it is seen. */
  private childOf(visit: number): string | undefined {
    if (this.children.size === 0 || this.isAhead(visit)) return undefined;
    if (typeOf(this.live, this.history, visit) !== 'Task') return undefined;
    let child: string | undefined;
    for (const event of this.fold.visits.eventsOf(visit)) {
      child = childOfEvent(this.history.event(event), this.children) ?? child;
    }
    return child;
  }
}

type RowFacts = Pick<TableRow, 'status' | 'enteredAt' | 'endedAt' | 'attempts' | 'ahead'>;

const keyOf = (visit: number, lane?: number): string =>
  lane === undefined ? `${visit}` : `${visit}:${lane}`;

/** The lanes of the container asked about last: the rows of a page mostly share one. */
class LaneCache {
  private container = -1;
  private lanes: ReadonlyMap<number, readonly number[]> = new Map();

  constructor(private readonly tree: VisitTree) {}

  visits(container: number, lane: number): readonly number[] {
    if (this.container !== container) {
      this.container = container;
      this.lanes = new Map(this.tree.lanes(container));
    }
    return this.lanes.get(lane) ?? [];
  }
}
