import { pointerSegments, type StatePath } from '../../asl';
import type { HistoryEvent } from '../../interpreter';
import type { StateTable } from './stateTable';

/**
 * The state of each event of a history that only names its states, as GetExecutionHistory's does. Where
 * several states of a definition share a name, the one in the scope the event comes from counts. Events
 * without a name belong to the state of the event before them; those of a Parallel or Map to the nearest one
 * around it. Which state was aborted is not said, and stays open.
 */
export function statesOfEvents(
  events: readonly HistoryEvent[],
  table: StateTable,
): readonly (StatePath | undefined)[] {
  const byName = statesByName(table);
  const containerTypes = new Map<StatePath, 'Parallel' | 'Map'>();
  const found: (StatePath | undefined)[] = [];
  for (const event of events) {
    const before = found[event.previousEventId - 1];
    const path = stateOf(event, before);
    if (path && event.type === 'ParallelStateEntered') containerTypes.set(path, 'Parallel');
    if (path && event.type === 'MapStateEntered') containerTypes.set(path, 'Map');
    found.push(path);
  }
  return found;

  function stateOf(event: HistoryEvent, before: StatePath | undefined): StatePath | undefined {
    const name = nameIn(event);
    if (name !== undefined) return nearestNamed(name, before);
    if (/^Execution|StateAborted$/.test(event.type)) return undefined;
    if (/^ParallelState/.test(event.type)) return containerAround(before, 'Parallel');
    if (/^MapState/.test(event.type)) return containerAround(before, 'Map');
    return before;
  }

  function nearestNamed(name: string, before: StatePath | undefined): StatePath | undefined {
    const candidates = byName.get(name) ?? [];
    for (let around = before; around !== undefined; around = containerOf(around)) {
      const container = containerOf(around);
      const near = candidates.find(
        (path) => path === around || containerOf(path) === container || containerOf(path) === around,
      );
      if (near !== undefined) return near;
    }
    return candidates.find((path) => containerOf(path) === undefined) ?? candidates[0];
  }

  function containerAround(from: StatePath | undefined, type: 'Parallel' | 'Map'): StatePath | undefined {
    for (let around = from; around !== undefined; around = containerOf(around)) {
      if (containerTypes.get(around) === type) return around;
    }
    return undefined;
  }

  function containerOf(path: StatePath): StatePath | undefined {
    const container = table.container(table.numberOf(path));
    return container < 0 ? undefined : table.path(container);
  }
}

function statesByName(table: StateTable): ReadonlyMap<string, readonly StatePath[]> {
  const byName = new Map<string, StatePath[]>();
  for (let state = 0; state < table.size; state++) {
    const path = table.path(state);
    const name = pointerSegments(path).at(-1) ?? '';
    byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  return byName;
}

/** The names that the states of a definition have. */
export const stateNames = (table: StateTable): ReadonlySet<string> => new Set(statesByName(table).keys());

/** The name of the state that an event says it is about; undefined for events that name none. */
export function nameIn(event: HistoryEvent): string | undefined {
  switch (event.type) {
    case 'MapIterationStarted':
      return event.mapIterationStartedEventDetails.name;
    case 'MapIterationSucceeded':
      return event.mapIterationSucceededEventDetails.name;
    case 'MapIterationFailed':
      return event.mapIterationFailedEventDetails.name;
    case 'MapIterationAborted':
      return event.mapIterationAbortedEventDetails.name;
    case 'EvaluationFailed':
      return event.evaluationFailedEventDetails.state;
    default:
      if ('stateEnteredEventDetails' in event) return event.stateEnteredEventDetails.name;
      if ('stateExitedEventDetails' in event) return event.stateExitedEventDetails.name;
      return undefined;
  }
}
