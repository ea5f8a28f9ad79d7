import type { EpochMs, Graph, StateMachine, StatePath } from '../../asl';
import { defaultSettings } from '../../interpreter';
import { DataSource } from '../data/dataSource';
import { RunData } from '../data/runData';
import { StageReader } from '../data/stageReader';
import { Fold } from '../fold/fold';
import { markAt } from '../fold/markAt';
import type { ReadableHistory } from '../fold/readableHistory';
import { readVisit, summariseVisit } from '../fold/readVisit';
import { childOfEvent, type KnownChildren, NO_CHILDREN, startedChild } from '../fold/startedChild';
import { StateTable } from '../fold/stateTable';
import { HistoryLooks } from '../history/historyLooks';
import { numberOf } from '../history/visitFacts';
import type { DataInScope, Moment, MomentTarget, TickPage } from '../moment.types';
import type { Attempt, HistoryPage, HistoryRow, Visit, VisitPage } from '../run.types';
import { Moments } from './moments';
import type { ScopeSource } from './stops/visitScope';
import { Watches } from './watches';

/** What the events do not say; absent parts are made up. */
export interface RunFacts {
  readonly machine?: StateMachine;
  readonly settings?: ScopeSource['settings'];
  /** Executions that its Tasks have started. */
  readonly children?: KnownChildren;
  /** The execution's, when there are no settings. */
  readonly name?: string | undefined;
}

/**
 * A run that can be looked at: its history as far as it is shown, and what the fold made of it. While a moment of it is
 * shown, visits and data are those of that moment.
 */
export class ShownRun {
  readonly fold: Fold;
  private readonly moments: Moments;
  private watches: Watches | undefined;
  /** What the views of the history read. */
  readonly looks: HistoryLooks;
  /** What the stages of its visits held. */
  readonly stages: StageReader;

  constructor(
    readonly history: ReadableHistory,
    readonly table: StateTable,
    private readonly facts: RunFacts = {},
  ) {
    this.fold = new Fold(history, table);
    this.moments = new Moments(history, this.fold);
    const source = new DataSource(this.scope, facts.machine, this.fold, () => this.seen);
    this.stages = new StageReader(source);
    this.looks = new HistoryLooks(this.fold, history, new RunData(source), () => this.seen, this.children);
  }

  static of(history: ReadableHistory, graph: Graph, facts?: RunFacts): ShownRun {
    return new ShownRun(history, new StateTable(graph), facts);
  }

  showMoment(target: MomentTarget): Moment | null {
    return this.moments.show(target);
  }

  /** All events there are, in at most so many places. */
  ticks(places: number): TickPage {
    return this.moments.ticks(places);
  }

  /** What is in scope where the run is, or at the moment shown. */
  data(watches: readonly string[]): Promise<DataInScope> {
    this.watches ??= new Watches(this.scope, this.facts.machine);
    return this.watches.look(this.seen, watches);
  }

  /** What expressions see of the run, besides a visit's data; what is not known is made up. */
  private get scope(): ScopeSource {
    const { history: timeline } = this;
    const { settings, name } = this.facts;
    return {
      timeline,
      get settings() {
        const startTime = timeline.length > 0 ? timeline.record(0).time : (0 as EpochMs);
        return (
          settings ?? defaultSettings({ startTime, ...(name === undefined ? {} : { executionName: name }) })
        );
      },
    };
  }

  private get children(): KnownChildren {
    return this.facts.children ?? NO_CHILDREN;
  }

  /** The fold that visits are read from. */
  private get seen(): Fold {
    return this.moments.past ?? this.fold;
  }

  /** Events of the machine's own execution. */
  events(from: number, count: number): HistoryPage {
    const total = this.history.mainEvents(this.fold.position);
    const rows: HistoryRow[] = [];
    for (let index = Math.max(0, from); index < Math.min(from + count, total); index++) {
      const position = this.history.mainPosition(index);
      const visit = this.fold.visits.visitOf(position);
      const mark = markAt(this.history, position);
      const event = this.history.event(position);
      const child = childOfEvent(event, this.children);
      rows.push({
        event,
        state: this.history.record(position).state,
        ...(visit < 0 ? {} : { visit: numberOf(this.fold, visit) }),
        ...(mark === undefined ? {} : { mark }),
        ...(child === undefined ? {} : { child }),
      });
    }
    return { from, total, rows };
  }

  visits(state: StatePath, from: number, count: number): VisitPage {
    const rows = this.seen.visitsOf(state);
    const visits = [];
    for (let number = Math.max(0, from); number < Math.min(from + count, rows.length); number++) {
      visits.push(summariseVisit(this.seen, this.history, rows.get(number), number));
    }
    return { state, from, total: rows.length, visits };
  }

  visit(state: StatePath, number: number): Visit | null {
    const rows = this.seen.visitsOf(state);
    if (number < 0 || number >= rows.length) return null;
    const visit = readVisit(this.seen, this.history, rows.get(number), number);
    return { ...visit, tries: visit.tries.map((attempt) => this.withChild(attempt)) };
  }

  private withChild(attempt: Attempt): Attempt {
    const { submitted, output } = attempt;
    const child = startedChild(submitted ?? output, this.children);
    return child === undefined ? attempt : { ...attempt, child };
  }

  /** Row of a visit among all visits; -1 when there is none. */
  rowOf(state: StatePath, number: number): number {
    const rows = this.fold.visitsOf(state);
    return number < 0 || number >= rows.length ? -1 : rows.get(number);
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
