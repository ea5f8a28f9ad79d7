import type { EpochMs, StatePath } from '../../asl';
import type { StoredHistory } from '../run.types';
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
    iterationStarted(position) {
      const event = at(position);
      return event.type === 'MapIterationStarted' ? event.mapIterationStartedEventDetails.index : -1;
    },
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
