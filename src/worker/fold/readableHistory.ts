import type { EventRecord, History } from '../../interpreter';

/** What a fold reads of a history: one that is going on, or one from storage. Indexes count from 0. */
export interface ReadableHistory extends Pick<History, 'length' | 'event'> {
  record(index: number): Pick<EventRecord, 'type' | 'previousEventId' | 'time' | 'state'>;
}
