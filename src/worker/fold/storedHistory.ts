import type { EpochMs, StatePath } from '../../asl';
import type { StoredChildren, StoredHistory } from '../run.types';
import type { ReadableHistory } from './readableHistory';
import { statesOfEvents } from './statesOfEvents';
import type { StateTable } from './stateTable';

/** A history from storage or from elsewhere, read as one that is going on is read. */
export function openStoredHistory(stored: StoredHistory, table: StateTable): ReadableHistory {
  const { events, children } = stored;
  const states = stored.paths ? keptStates(stored) : statesOfEvents(events, table);
  const at = (index: number) => {
    const event = events[index];
    if (!event) throw new RangeError(`no event at index <${index}>`);
    return event;
  };
  return {
    length: events.length,
    marks: stored.marks ?? [],
    event: at,
    idOf: (position) => at(position).id,
    mainEvents: (position) => (children ? countBelow(children.main, position) : position),
    mainPosition: (index) => (children ? (children.main[index] ?? -1) : index),
    record(index) {
      const { type, previousEventId, timestamp } = at(index);
      const starts = children?.starts[index] ?? -1;
      return {
        type,
        previousEventId: children?.previous[index] ?? previousEventId,
        time: Date.parse(timestamp) as EpochMs,
        state: states[index],
        ...(starts < 0 ? {} : { childIndex: starts }),
      };
    },
  };
}

const keptStates = ({ events, paths = [], states = [] }: StoredHistory) =>
  events.map((_, index): StatePath | undefined => paths[states[index] ?? -1]);

/** How many of some rising numbers are below another. */
function countBelow(numbers: readonly number[], limit: number): number {
  const first = numbers.findIndex((each) => each >= limit);
  return first < 0 ? numbers.length : first;
}

/** The first `cap` events and their states, for storage. */
export function keepHistory(history: ReadableHistory, cap: number): StoredHistory {
  const paths: StatePath[] = [];
  const numbers = new Map<StatePath, number>();
  const states: number[] = [];
  const length = Math.min(cap, history.length);
  const events = Array.from({ length }, (_, index) => {
    const { state } = history.record(index);
    states.push(state === undefined ? -1 : (numbers.get(state) ?? addTo(paths, numbers, state)));
    return history.event(index);
  });
  const children = keepChildren(history, length);
  const marks = history.marks.filter(({ position }) => position <= length);
  return {
    events,
    paths,
    states,
    ...(children ? { children } : {}),
    ...(marks.length > 0 ? { marks } : {}),
  };
}

function keepChildren(history: ReadableHistory, length: number): StoredChildren | undefined {
  const own = history.mainEvents(length);
  if (own === length) return undefined;
  const records = Array.from({ length }, (_, index) => history.record(index));
  return {
    previous: records.map(({ previousEventId }) => previousEventId),
    starts: records.map(({ childIndex = -1 }) => childIndex),
    main: Array.from({ length: own }, (_, index) => history.mainPosition(index)),
  };
}

function addTo(paths: StatePath[], numbers: Map<StatePath, number>, path: StatePath): number {
  const number = paths.push(path) - 1;
  numbers.set(path, number);
  return number;
}
