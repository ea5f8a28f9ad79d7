import { pointerSegments, type StatePath } from '../../asl';
import type { HistoryEvent } from '../../interpreter';
import type { ComparedEvent } from '../again.types';
import { failureOf } from '../fold/eventDetails';
import type { ReadableHistory } from '../fold/readableHistory';
import { nameIn, statesOfEvents } from '../fold/statesOfEvents';
import type { StateTable } from '../fold/stateTable';
import { comparedText } from './comparedData';

/** The events of the machine's own execution, each scope and each iteration of a Map alone. */
export type EventThreads = ReadonlyMap<string, readonly ThreadEvent[]>;

export interface ThreadEvent extends ComparedEvent {
  /** Its input, output or parameters, read when it is asked for; undefined: it has none, or not all of it. */
  readonly text: () => string | undefined;
}

/**
 * Takes a history apart where it runs side by side: which of two branches is a moment ahead decides the order of events, and is
 * no difference. The states are read from the events alone, so that both sides are read the same way.
 */
export function eventThreads(history: ReadableHistory, upTo: number, table: StateTable): EventThreads {
  const events = Array.from({ length: history.mainEvents(upTo) }, (_, index) =>
    chained(history.event(history.mainPosition(index))),
  );
  const states = statesOfEvents(events, table);
  const iterations: (readonly number[])[] = [];
  const threads = new Map<string, ThreadEvent[]>();
  for (const [index, event] of events.entries()) {
    const state = states[index] ?? states[event.previousEventId - 1];
    const { scope, maps } = placeOf(state);
    const before = iterations[event.previousEventId - 1] ?? [];
    const item = itemOf(event);
    const iteration = item === undefined ? before.slice(0, maps) : [...before.slice(0, maps), item];
    iterations.push(iteration);
    const key = `${scope} ${item === undefined ? '' : state} ${iteration.join('.')}`;
    const thread = threads.get(key);
    const compared = comparedOf(event, states[index]);
    if (thread) thread.push(compared);
    else threads.set(key, [compared]);
  }
  return threads;
}

/** Where an event is missing, the next one goes on from the one before it. */
const chained = (event: HistoryEvent): HistoryEvent =>
  event.previousEventId === 0 ? { ...event, previousEventId: event.id - 1 } : event;

const comparedOf = (event: HistoryEvent, state: StatePath | undefined): ThreadEvent => ({
  id: event.id,
  type: event.type,
  at: event.timestamp,
  name: nameIn(event) ?? (state === undefined ? undefined : pointerSegments(state).at(-1)),
  state,
  error: failureOf(event).error,
  text: () => comparedText(event),
});

/** Where a state stands, and how many Maps are around it. */
function placeOf(state: StatePath | undefined): { readonly scope: string; readonly maps: number } {
  if (state === undefined) return { scope: '', maps: 0 };
  const segments = pointerSegments(state).slice(0, -2);
  let maps = 0;
  // States, a name, then what is inside: `Branches` and a number, or a Map's processor.
  for (let index = 2; index < segments.length; index += segments[index] === 'Branches' ? 4 : 3)
    if (segments[index] !== 'Branches') maps++;
  return { scope: segments.join('/'), maps };
}

/** The item that an event begins or ends the iteration of. */
function itemOf(event: HistoryEvent): number | undefined {
  switch (event.type) {
    case 'MapIterationStarted':
      return event.mapIterationStartedEventDetails.index;
    case 'MapIterationSucceeded':
      return event.mapIterationSucceededEventDetails.index;
    case 'MapIterationFailed':
      return event.mapIterationFailedEventDetails.index;
    case 'MapIterationAborted':
      return event.mapIterationAbortedEventDetails.index;
    default:
      return undefined;
  }
}
