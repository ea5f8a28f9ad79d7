import type { Timeline, TimelineRecord } from '../../interpreter';

/**
 * What a fold reads of a run: one that is going on, or one from storage. Positions count from 0 over the events of
 * all its executions, in the order in which they happened.
 */
export interface ReadableHistory extends Omit<Timeline, 'record' | 'site'> {
  record(position: number): Omit<TimelineRecord, 'stateName'>;
}
