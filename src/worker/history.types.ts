import type { EpochMs, StatePath } from '../asl';
import type { AgainRequests } from './again.types';
import type { DataRequests, VisitName } from './data.types';
import type { StateStatus, VisitPage } from './run.types';

export type { VisitName } from './data.types';

/** What the views of a run's history ask for, and get: the parts in sight, or columns of numbers. */

/** `slow`: the longest visits of states that contain no others, the longest first. */
export type TableFilter = 'all' | 'errors' | 'retries' | 'slow';

/** One item of one visit of a Map. */
export interface ItemName extends VisitName {
  readonly item: number;
}

export interface TableRequest {
  readonly filter: TableFilter;
  /** Keys of rows that are not as they are at first: a Parallel and its branches open, a Map and its items closed. */
  readonly toggled: readonly string[];
  readonly from: number;
  readonly count: number;
  /** Its row is looked for. */
  readonly find?: VisitName;
}

export interface TablePage {
  readonly from: number;
  readonly total: number;
  readonly rows: readonly TableRow[];
  /** Index of the row that was looked for, when it is among them. */
  readonly found?: number;
}

interface RowTimes {
  /** Tells the row from all others, for as long as the run is on show. */
  readonly key: string;
  /** 0 for the machine's own states. */
  readonly depth: number;
  readonly status: StateStatus;
  readonly enteredAt: EpochMs;
  readonly endedAt?: EpochMs;
  readonly attempts: number;
  /** It begins only after the moment that is looked at. */
  readonly ahead?: true;
  /** Whether what is inside is shown; absent when there is nothing inside. */
  readonly open?: boolean;
}

export type TableRow =
  | (RowTimes &
      VisitName & {
        readonly kind: 'visit';
        /** As in the definition's Type. */
        readonly type: string;
        /** In words; '' for states that call nothing. */
        readonly resource: string;
        readonly iteration: readonly number[];
        /** ARN of the execution that it started last, when that can be looked at. */
        readonly child?: string;
      })
  /** An item of a Map or a branch of a Parallel; `state` and `number` name the container's visit. */
  | (RowTimes & VisitName & { readonly kind: 'item' | 'branch'; readonly lane: number });

/**
 * Visits as columns, each a typed array with an entry per visit, in the order they were entered. Times are milliseconds
 * after `origin`; -1 stands for none.
 */
export interface TimelineColumns {
  readonly origin: EpochMs;
  /** The newest instant in the history. */
  readonly now: number;
  /** Visits there are; more than the columns have when there are too many to draw. */
  readonly total: number;
  /** By state number. */
  readonly paths: readonly StatePath[];
  readonly state: Int32Array;
  readonly parent: Int32Array;
  /** The item or branch of its parent. */
  readonly lane: Int32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** As in `STATUSES`. */
  readonly status: Uint8Array;
  /** Wait: 1, Map: 2, Parallel: 3; otherwise 0. */
  readonly kind: Uint8Array;
  /** Where each visit's attempts begin in the columns below; one entry more than there are visits. */
  readonly tries: Int32Array;
  readonly tryStart: Float64Array;
  readonly tryEnd: Float64Array;
  /** As in `TRY_OUTCOMES`. */
  readonly tryOutcome: Uint8Array;
}

/** Items of one visit of a Map as columns, an entry per item. */
export interface MapItems {
  readonly origin: EpochMs;
  /** As in `STATUSES`. */
  readonly status: Uint8Array;
  /** Milliseconds after `origin`; -1 for none. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** The most attempts that a state in it made. */
  readonly attempts: Int32Array;
  /** Index into `errors`; -1 for none. */
  readonly error: Int32Array;
  readonly errors: readonly string[];
  /** Items after these: a history may name any number. */
  readonly unlisted: number;
}

export interface Meters {
  /** Attempts after the first, over all visits: each is a state transition, too. */
  readonly retries: number;
  /** Events of the history whose payloads were measured so far, of how many. */
  readonly measured: number;
  readonly events: number;
  readonly largest?: { readonly bytes: number; readonly state?: StatePath };
}

/** Requests about the run on show that only read it. */
export interface LookRequests extends DataRequests, AgainRequests {
  readonly getTable: { readonly request: TableRequest; readonly reply: TablePage };
  readonly getTimeline: { readonly request: unknown; readonly reply: TimelineColumns };
  /** Null when there was no such visit. */
  readonly getItems: { readonly request: VisitName; readonly reply: MapItems | null };
  /** The visits of a state inside one item of a Map. */
  readonly getVisitsWithin: {
    readonly request: {
      readonly state: StatePath;
      readonly within: ItemName;
      readonly from: number;
      readonly count: number;
    };
    readonly reply: VisitPage;
  };
  /** Measures a part of the payloads each time it is asked, until all are. */
  readonly getMeters: { readonly request: unknown; readonly reply: Meters };
}
export type LookName = keyof LookRequests;

/** Statuses by number; those from `succeeded` on are final. */
export const STATUSES = [
  'notStarted',
  'inProgress',
  'waiting',
  'retrying',
  'succeeded',
  'caught',
  'failed',
  'aborted',
] as const satisfies readonly StateStatus[];

export const TRY_OUTCOMES = ['open', 'succeeded', 'failed', 'aborted'] as const;
