import type { StatePath, TransitionId } from '../asl';
import type { StateProgress, TransitionCount } from '../worker';

/** A transition during a run. `last`: it is the one taken last. */
export interface TransitionProgress {
  readonly count: number;
  readonly last: boolean;
}

/** The statuses of a moment of the run. */
export interface Glance {
  readonly states: readonly StateProgress[];
  readonly taken: readonly TransitionCount[];
  readonly last?: TransitionId;
}

/**
 * Statuses of a run by state and by transition, with listeners by id: one change tells one listener, at
 * any number of states. Kept out of the workspace's store, whose every listener hears of every change.
 */
export interface ProgressStore {
  state(path: StatePath): StateProgress | undefined;
  /** The run comes to the state only after the moment that is shown. */
  isAhead(path: StatePath): boolean;
  transition(id: TransitionId): TransitionProgress | undefined;
  /** @returns how to stop listening */
  subscribeState(path: StatePath, listener: () => void): () => void;
  subscribeTransition(id: TransitionId, listener: () => void): () => void;
  /** Tells of any change, once for all that changed together. @returns how to stop listening */
  subscribe(listener: () => void): () => void;
  /** All states with a status, in no order; a fresh list. */
  states(): readonly StateProgress[];
  /** Everything that was applied, whatever moment is shown. */
  whole(): Glance;
  apply(
    states: readonly StateProgress[],
    taken: readonly TransitionCount[],
    last: TransitionId | undefined,
  ): void;
  /** Shows a moment in place of what is applied, which goes on unseen; undefined: what is applied. */
  look(moment: Glance | undefined): void;
  clear(): void;
}

export function createProgressStore(): ProgressStore {
  const states = createKeyed<StatePath, StateProgress>();
  const transitions = createKeyed<TransitionId, TransitionProgress>();
  let last: TransitionId | undefined;
  let seen: Seen | undefined;
  const listeners = new Set<() => void>();
  const tellAll = () => {
    for (const listener of listeners) listener();
  };

  const moveHighlight = (next: TransitionId) => {
    const before = last && transitions.get(last);
    if (last && before) transitions.set(last, { ...before, last: false });
    last = next;
    transitions.set(next, { count: transitions.get(next)?.count ?? 0, last: true });
  };

  return {
    state: (path) => (seen ? seen.states : states).get(path),
    isAhead: (path) => seen !== undefined && !seen.states.has(path) && states.get(path) !== undefined,
    transition: (id) => (seen ? seen.transitions : transitions).get(id),
    subscribeState: states.subscribe,
    subscribeTransition: transitions.subscribe,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    states: () => [...(seen ? seen.states : states).values()],
    whole: () => ({
      states: [...states.values()],
      taken: [...transitions.entries()].map(([id, { count }]) => ({ id, count })),
    }),
    apply(changed, taken, highlight) {
      for (const { id, count } of taken) transitions.set(id, { count, last: id === last });
      if (highlight && highlight !== last) moveHighlight(highlight);
      for (const progress of changed) states.set(progress.path, progress);
      tellAll();
    },
    look(moment) {
      if (!seen && !moment) return;
      seen = moment && mapsOf(moment, seen);
      states.tellAll();
      transitions.tellAll();
      tellAll();
    },
    clear() {
      last = undefined;
      states.clear();
      transitions.clear();
      tellAll();
    },
  };
}

interface Seen {
  readonly states: ReadonlyMap<StatePath, StateProgress>;
  readonly transitions: ReadonlyMap<TransitionId, TransitionProgress>;
}

/** What did not change stays the same object, so that nothing is drawn anew for it. */
function mapsOf({ states, taken, last }: Glance, before: Seen | undefined): Seen {
  const kept = <Value>(old: Value | undefined, value: Value): Value =>
    JSON.stringify(old) === JSON.stringify(value) && old !== undefined ? old : value;
  return {
    states: new Map(states.map((state) => [state.path, kept(before?.states.get(state.path), state)])),
    transitions: new Map<TransitionId, TransitionProgress>(
      taken.map(({ id, count }) => [id, kept(before?.transitions.get(id), { count, last: id === last })]),
    ),
  };
}

function createKeyed<Key, Value>() {
  const values = new Map<Key, Value>();
  const listeners = new Map<Key, Set<() => void>>();
  const tell = (key: Key) => {
    for (const listener of listeners.get(key) ?? []) listener();
  };
  return {
    get: (key: Key): Value | undefined => values.get(key),
    values: () => values.values(),
    entries: () => values.entries(),
    tellAll() {
      for (const key of [...listeners.keys()]) tell(key);
    },
    set(key: Key, value: Value) {
      values.set(key, value);
      tell(key);
    },
    clear() {
      const keys = [...values.keys()];
      values.clear();
      for (const key of keys) tell(key);
    },
    subscribe(key: Key, listener: () => void) {
      const set = listeners.get(key) ?? new Set();
      listeners.set(key, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0) listeners.delete(key);
      };
    },
  };
}
