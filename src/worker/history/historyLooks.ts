import type { HistoryEvent } from '../../interpreter';
import { compareHistories } from '../again/compareHistories';
import { eventThreads } from '../again/eventThreads';
import { mocksOfRun } from '../again/mocksOfRun';
import type { HistoryDifferences, RunMocks } from '../again.types';
import type { RunData } from '../data/runData';
import type { Fold } from '../fold/fold';
import type { ReadableHistory } from '../fold/readableHistory';
import { summariseVisit } from '../fold/readVisit';
import { type KnownChildren, NO_CHILDREN } from '../fold/startedChild';
import { openStoredHistory } from '../fold/storedHistory';
import type {
  ItemName,
  MapItems,
  Meters,
  TablePage,
  TableRequest,
  TimelineColumns,
  VisitName,
} from '../history.types';
import type { VisitPage } from '../run.types';
import { mapItems, visitsWithin } from './mapItems';
import { PayloadMeter } from './payloadMeter';
import { TableRows } from './tableRows';
import { timelineColumns } from './timelineColumns';
import { VisitTree } from './visitTree';

/** What the views of a run's history read: each answer is made when it is asked for. */
export class HistoryLooks {
  private readonly tree: VisitTree;
  private readonly rows: TableRows;
  private readonly payloads: PayloadMeter;

  constructor(
    private readonly fold: Fold,
    private readonly history: ReadableHistory,
    readonly data: RunData,
    seen: () => Fold = () => fold,
    children: KnownChildren = NO_CHILDREN,
  ) {
    this.tree = new VisitTree(fold);
    this.rows = new TableRows({ live: fold, history, tree: this.tree, seen, children });
    this.payloads = new PayloadMeter(fold, history);
  }

  table(request: TableRequest): TablePage {
    return this.rows.page(request);
  }

  timeline(): TimelineColumns {
    return timelineColumns(this.fold, this.history, this.tree);
  }

  items(map: VisitName): MapItems | null {
    return mapItems(this.fold, this.history, this.tree, map);
  }

  visitsWithin(state: VisitName['state'], within: ItemName, from: number, count: number): VisitPage {
    const numbers = visitsWithin(this.fold, this.tree, state, within);
    const rows = this.fold.visitsOf(state);
    return {
      state,
      from,
      total: numbers.length,
      visits: numbers
        .slice(from, from + count)
        .map((number) => summariseVisit(this.fold, this.history, rows.get(number), number)),
    };
  }

  mocks(timed: boolean): RunMocks {
    return mocksOfRun(this.fold, this.history, timed);
  }

  compareWith(events: readonly HistoryEvent[], strict: boolean): HistoryDifferences {
    const { table, position } = this.fold;
    const recorded = eventThreads(openStoredHistory({ events }, table), events.length, table);
    return compareHistories(recorded, eventThreads(this.history, position, table), strict);
  }

  meters(): Meters {
    return this.payloads.read();
  }
}
