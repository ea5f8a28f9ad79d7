import {
  allScopes,
  propertyOf,
  type Scope,
  type State,
  type StateMachine,
  type SyntaxNode,
  type TextRange,
} from '../../../asl';

/** A place that gives a variable its value. */
export interface Assignment {
  readonly name: string;
  /** The key as written, quotes included. */
  readonly keyRange: TextRange;
  readonly value: SyntaxNode | undefined;
  readonly state: State;
}

/** What a state, its catchers and its rules assign, in text order of each. */
export function assignmentsOf(state: State): readonly Assignment[] {
  const { node } = state;
  if (!node) return [];
  const lists = ['Catch', 'Choices'].flatMap((field) => {
    const value = propertyOf(node, field)?.value;
    return value?.kind === 'array' ? value.items : [];
  });
  return [node, ...lists].flatMap((owner) => {
    const assign = owner.kind === 'object' ? propertyOf(owner, 'Assign')?.value : undefined;
    return assign?.kind === 'object'
      ? assign.properties.map(({ key, keyRange, value }) => ({ name: bareName(key), keyRange, value, state }))
      : [];
  });
}

/** `total.$` assigns the variable total. */
export const bareName = (key: string): string => (key.endsWith('.$') ? key.slice(0, -2) : key);

/** The scopes around one, itself last. */
function scopesAround(machine: StateMachine, scope: Scope): readonly Scope[] {
  return allScopes(machine).filter(({ path }) => scope.path === path || scope.path.startsWith(`${path}/`));
}

/** Names of the variables that states of a scope can read, sorted. */
export function variablesIn(machine: StateMachine, scope: Scope): readonly string[] {
  const states = scopesAround(machine, scope).flatMap((each) => each.states);
  return [...new Set(states.flatMap((state) => assignmentsOf(state).map(({ name }) => name)))].sort();
}

/** The scope that a variable belongs to, seen from another: the outermost around it that assigns it. */
export function homeOf(machine: StateMachine, scope: Scope, name: string): Scope | undefined {
  return scopesAround(machine, scope).find(({ states }) =>
    states.some((state) => assignmentsOf(state).some((each) => each.name === name)),
  );
}
