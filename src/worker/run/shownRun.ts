import type { Graph, StatePath } from '../../asl';
import { Fold } from '../fold/fold';
import { markAt } from '../fold/markAt';
import type { ReadableHistory } from '../fold/readableHistory';
import { readVisit, summariseVisit } from '../fold/readVisit';
import { StateTable } from '../fold/stateTable';
import { keepHistory } from '../fold/storedHistory';
import type { HistoryPage, HistoryRow, StoredHistory, Visit, VisitPage } from '../run.types';

/** A run that can be looked at: its history as far as it is shown, and what the fold made of it. */
export class ShownRun {
  readonly fold: Fold;

  constructor(
    readonly history: ReadableHistory,
    readonly table: StateTable,
  ) {
    this.fold = new Fold(history, table);
  }

  static of(history: ReadableHistory, graph: Graph): ShownRun {
    return new ShownRun(history, new StateTable(graph));
  }

  /** Events of the machine's own execution. */
  events(from: number, count: number): HistoryPage {
    const total = this.history.mainEvents(this.fold.position);
    const rows: HistoryRow[] = [];
    for (let index = Math.max(0, from); index < Math.min(from + count, total); index++) {
      const position = this.history.mainPosition(index);
      const mark = markAt(this.history, position);
      rows.push({
        event: this.history.event(position),
        state: this.history.record(position).state,
        ...(mark === undefined ? {} : { mark }),
      });
    }
    return { from, total, rows };
  }

  visits(state: StatePath, from: number, count: number): VisitPage {
    const rows = this.fold.visitsOf(state);
    const visits = [];
    for (let number = Math.max(0, from); number < Math.min(from + count, rows.length); number++) {
      visits.push(summariseVisit(this.fold, this.history, rows.get(number), number));
    }
    return { state, from, total: rows.length, visits };
  }

  visit(state: StatePath, number: number): Visit | null {
    const rows = this.fold.visitsOf(state);
    if (number < 0 || number >= rows.length) return null;
    return readVisit(this.fold, this.history, rows.get(number), number);
  }

  /** Row of a visit among all visits; -1 when there is none. */
  rowOf(state: StatePath, number: number): number {
    const rows = this.fold.visitsOf(state);
    return number < 0 || number >= rows.length ? -1 : rows.get(number);
  }

  keep(cap: number): StoredHistory {
    return keepHistory(this.history, Math.min(cap, this.fold.position));
  }

  /** JSON text in the shape of GetExecutionHistory. */
  export(): string {
    const events: string[] = [];
    const total = this.history.mainEvents(this.fold.position);
    for (let index = 0; index < total; index++) {
      events.push(`    ${JSON.stringify(this.history.event(this.history.mainPosition(index)))}`);
    }
    return `{\n  "events": [\n${events.join(',\n')}\n  ]\n}\n`;
  }
}
