import type { EpochMs, StatePath } from '../../asl';
import type { StoredHistory } from '../run.types';
import type { ReadableHistory } from './readableHistory';
import { statesOfEvents } from './statesOfEvents';
import type { StateTable } from './stateTable';

/** A history from storage or from elsewhere, read as one that is going on is read. */
export function openStoredHistory(stored: StoredHistory, table: StateTable): ReadableHistory {
  const { events } = stored;
  const states = stored.paths ? keptStates(stored) : statesOfEvents(events, table);
  const at = (index: number) => {
    const event = events[index];
    if (!event) throw new RangeError(`no event at index <${index}>`);
    return event;
  };
  return {
    length: events.length,
    event: at,
    record(index) {
      const { type, previousEventId, timestamp } = at(index);
      return { type, previousEventId, time: Date.parse(timestamp) as EpochMs, state: states[index] };
    },
  };
}

const keptStates = ({ events, paths = [], states = [] }: StoredHistory) =>
  events.map((_, index): StatePath | undefined => paths[states[index] ?? -1]);

/** The first `cap` events and their states, for storage. */
export function keepHistory(history: ReadableHistory, cap: number): StoredHistory {
  const paths: StatePath[] = [];
  const numbers = new Map<StatePath, number>();
  const states: number[] = [];
  const events = Array.from({ length: Math.min(cap, history.length) }, (_, index) => {
    const { state } = history.record(index);
    states.push(state === undefined ? -1 : (numbers.get(state) ?? addTo(paths, numbers, state)));
    return history.event(index);
  });
  return { events, paths, states };
}

function addTo(paths: StatePath[], numbers: Map<StatePath, number>, path: StatePath): number {
  const number = paths.push(path) - 1;
  numbers.set(path, number);
  return number;
}
