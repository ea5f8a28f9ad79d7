import type { Scope, State, StateMachine } from '../model';
import type { ScopePath, StatePath } from '../syntax';

/** The scopes directly inside a state: the branches of a Parallel, the processor of a Map. */
export function childScopes(state: State): readonly Scope[] {
  const { definition } = state;
  if (definition.Type === 'Parallel') return definition.Branches;
  return definition.Type === 'Map' && definition.Processor ? [definition.Processor] : [];
}

/** Every scope, the given one first, then depth first in text order. */
export function allScopes(scope: Scope): readonly Scope[] {
  const scopes: Scope[] = [];
  const visit = (current: Scope): void => {
    scopes.push(current);
    for (const state of current.states) for (const child of childScopes(state)) visit(child);
  };
  visit(scope);
  return scopes;
}

/** Every state, scope by scope in the order of `allScopes`. */
export const allStates = (scope: Scope): readonly State[] => allScopes(scope).flatMap(({ states }) => states);

interface Index {
  readonly states: ReadonlyMap<StatePath, State>;
  readonly scopes: ReadonlyMap<ScopePath, Scope>;
}

/** Models never change, so what is where is worked out once for each. */
const indexes = new WeakMap<StateMachine, Index>();

function indexOf(machine: StateMachine): Index {
  let index = indexes.get(machine);
  if (index === undefined) {
    const scopes = allScopes(machine);
    index = {
      scopes: new Map(scopes.map((scope) => [scope.path, scope])),
      states: new Map(scopes.flatMap(({ states }) => states.map((state) => [state.path, state] as const))),
    };
    indexes.set(machine, index);
  }
  return index;
}

/** The state with a path; undefined when there is none. Constant time after the first look-up in a machine. */
export const findState = (machine: StateMachine, path: StatePath): State | undefined =>
  indexOf(machine).states.get(path);

/** The scope with a path (`''` is the machine); undefined when there is none. */
export const findScope = (machine: StateMachine, path: ScopePath): Scope | undefined =>
  indexOf(machine).scopes.get(path);
