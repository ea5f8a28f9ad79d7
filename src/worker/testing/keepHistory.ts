import type { StatePath } from '../../asl';
import type { ReadableHistory } from '../fold/readableHistory';
import type { StoredChildren, StoredHistory } from '../run.types';

/** The first `cap` events and their states, as a history that comes from elsewhere has them. */
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
