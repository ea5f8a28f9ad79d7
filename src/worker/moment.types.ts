import type { EpochMs, StatePath } from '../asl';
import type { HistoryEventType } from '../interpreter';
import type { StepKind } from './breakpoint.types';
import type { ProgressBatch } from './run.types';

/**
 * Where in a run to look. Positions count the events that have happened, over all its executions: 0 is before the
 * first one.
 */
export type MomentTarget =
  | { readonly type: 'live' }
  | { readonly type: 'at'; readonly position: number }
  /** After an event of the machine's own execution, by its index from 0. */
  | { readonly type: 'event'; readonly index: number }
  /** From where one looks to the next event, state entered, or error, if there is one. */
  | { readonly type: 'next'; readonly what: 'event' | 'state' | 'error'; readonly back: boolean }
  /** As far as a run would go, and live where it ends. */
  | { readonly type: 'step'; readonly kind: StepKind };

/** A run as it was when its first events had happened, and no more. */
export interface Moment extends Pick<ProgressBatch, 'states' | 'taken' | 'last' | 'at' | 'transitions'> {
  readonly position: number;
  /** Virtual time. */
  readonly time: EpochMs;
  /** What happened last; absent before the first event. */
  readonly event?: MomentEvent;
}

export interface MomentEvent {
  readonly type: HistoryEventType;
  readonly state: StatePath | undefined;
  /** Index of the machine's own event that happened last. */
  readonly row: number;
  /** The visit it belongs to. */
  readonly visit?: { readonly state: StatePath; readonly number: number };
}

/** What an event came to, the most telling last. */
export const TICKS = ['none', 'quiet', 'entered', 'ended', 'aborted', 'retry', 'failed'] as const;
export type Tick = (typeof TICKS)[number];

/** The events of a run, some of them together where there are more than places for them. */
export interface TickPage {
  readonly total: number;
  /** A row for the machine's own states, for each branch, and for items of Maps; those that have events. */
  readonly lanes: readonly TickLane[];
}

export interface TickLane {
  /** For each place the most telling of its events, as an index of `TICKS`. */
  readonly ticks: Uint8Array;
}

/** What can be seen of the data where one looks, or where the run is. Texts are JSON. */
export interface DataInScope {
  readonly variables: Readonly<Record<string, string>>;
  /** In the order of the expressions. */
  readonly watched: readonly WatchedValue[];
}

export type WatchedValue =
  | { readonly ok: true; readonly text: string }
  /** A sentence. */
  | { readonly ok: false; readonly problem: string };
