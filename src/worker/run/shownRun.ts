import type { Graph, StatePath } from '../../asl';
import { Fold } from '../fold/fold';
import type { ReadableHistory } from '../fold/readableHistory';
import { readVisit, summariseVisit } from '../fold/readVisit';
import { StateTable } from '../fold/stateTable';
import { keepHistory } from '../fold/storedHistory';
import type { HistoryPage, HistoryRow, StoredHistory, Visit, VisitPage } from '../run.types';

/** A run that can be looked at: its history as far as it is shown, and what the fold made of it. */
export class ShownRun {
  readonly fold: Fold;

  constructor(
    private readonly history: ReadableHistory,
    readonly table: StateTable,
  ) {
    this.fold = new Fold(history, table);
  }

  static of(history: ReadableHistory, graph: Graph): ShownRun {
    return new ShownRun(history, new StateTable(graph));
  }

  events(from: number, count: number): HistoryPage {
    const total = this.fold.position;
    const rows: HistoryRow[] = [];
    for (let index = Math.max(0, from); index < Math.min(from + count, total); index++) {
      rows.push({ event: this.history.event(index), state: this.history.record(index).state });
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

  keep(cap: number): StoredHistory {
    return keepHistory(this.history, Math.min(cap, this.fold.position));
  }

  /** JSON text in the shape of GetExecutionHistory. */
  export(): string {
    const events: string[] = [];
    for (let index = 0; index < this.fold.position; index++) {
      events.push(`    ${JSON.stringify(this.history.event(index))}`);
    }
    return `{\n  "events": [\n${events.join(',\n')}\n  ]\n}\n`;
  }
}
