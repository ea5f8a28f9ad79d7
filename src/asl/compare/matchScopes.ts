import type { Scope, State } from '../model';
import { childScopes } from '../modelling/stateLookup';
import { bestPairs } from './bestPairs';
import type { Sides } from './compare.types';
import { likeness } from './facts';
import { mergeInOrder } from './mergeInOrder';
import { stateFacts } from './stateFacts';

/** A scope of either version, or of both, and its states. */
export interface MatchedScope {
  readonly sides: Sides<Scope>;
  readonly states: readonly MatchedState[];
}
export interface MatchedState {
  readonly sides: Sides<State>;
  /** The scopes inside. */
  readonly scopes: readonly MatchedScope[];
}

/** Less alike than this, a state that is gone and one that came are two states. */
const RENAMED = 0.6;
/** With more pairs than this to try, the versions have nothing to do with each other. */
const MOST_PAIRS = 200_000;

/** Which state of one version is which of the other: by name, else by what it does and where it stands. */
export function matchScopes(sides: Sides<Scope>): MatchedScope {
  const before = sides.before?.states ?? [];
  const after = sides.after?.states ?? [];
  const partner = sides.before && sides.after ? partners(sides.before, sides.after) : new Map<State, State>();
  return {
    sides,
    states: mergeInOrder(before, after, partner).map((state) => ({
      sides: state,
      scopes: insides(state).map(matchScopes),
    })),
  };
}

function partners(before: Scope, after: Scope): ReadonlyMap<State, State> {
  const named = new Map(after.states.map((state) => [state.name, state]));
  const partner = new Map<State, State>();
  for (const state of before.states) {
    const now = named.get(state.name);
    if (now) partner.set(state, now);
  }
  const known = new Set([...partner.values()].map(({ name }) => name));
  const gone = before.states.filter(({ name }) => !known.has(name));
  const come = after.states.filter(({ name }) => !known.has(name));
  if (gone.length * come.length > MOST_PAIRS) return partner;
  const factsBefore = stateFacts(before, gone, known);
  const factsAfter = stateFacts(after, come, known);
  const pairs = bestPairs([...gone.keys()], [...come.keys()], (i, j) => {
    const old = gone[i];
    const now = come[j];
    if (!old || !now || old.definition.Type !== now.definition.Type) return 0;
    const found = likeness(factsBefore.get(old) ?? new Map(), factsAfter.get(now) ?? new Map());
    return found >= RENAMED ? found : 0;
  });
  for (const [i, j] of pairs) {
    const old = gone[i];
    const now = come[j];
    if (old && now) partner.set(old, now);
  }
  return partner;
}

/** The processor of a Map is its processor; branches belong together that have states of the same names. */
function insides({ before, after }: Sides<State>): readonly Sides<Scope>[] {
  const old = before ? childScopes(before) : [];
  const now = after ? childScopes(after) : [];
  const partner = new Map<Scope, Scope>();
  if (before?.definition.Type === after?.definition.Type) {
    for (const [i, j] of branchPairs(old, now)) {
      const scope = old[i];
      const other = now[j];
      if (scope && other) partner.set(scope, other);
    }
  }
  return mergeInOrder(old, now, partner);
}

/** A branch that nothing resembles belongs to the one at its place, if that is free as well. */
const AT_ITS_PLACE = 0.001;

const branchPairs = (before: readonly Scope[], after: readonly Scope[]) => {
  const names = (scope: Scope | undefined) => new Map(scope?.states.map(({ name }) => [name, 1]));
  const namesBefore = before.map(names);
  const namesAfter = after.map(names);
  return bestPairs([...before.keys()], [...after.keys()], (i, j) => {
    const found = likeness(namesBefore[i] ?? new Map(), namesAfter[j] ?? new Map());
    return found > 0 ? found : i === j ? AT_ITS_PLACE : 0;
  });
};
