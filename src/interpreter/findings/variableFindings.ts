import {
  childScopes,
  type Diagnostic,
  type Graph,
  isJsonObject,
  type Json,
  type QuickFix,
  type Scope,
  type ScopeGraph,
  type State,
  type StateMachine,
  set,
  writeFix,
} from '../../asl';
import { readPlaces } from '../variables/readPlaces';

/**
 * Variables that a state reads and that have no value there: nobody assigns them, only states inside others or in
 * another execution do, or only states that come after.
 * Source: developer guide, "Passing data between states with variables", scope of workflow variables.
 */
export function variableFindings(machine: StateMachine, graph: Graph): readonly Diagnostic[] {
  const graphs = new Map(graph.scopes.map((scope) => [scope.path, scope]));
  const everywhere = assignedIn(machine);
  const visit = (scope: Scope, outside: ReadonlySet<string>): readonly Diagnostic[] => {
    const drawn = graphs.get(scope.path);
    if (drawn === undefined) return [];
    const before = assignedBefore(scope, drawn);
    return scope.states.flatMap((state) => {
      const known = new Set([...outside, ...(before.get(state.path) ?? [])]);
      const own = readPlaces(state)
        .filter(({ name }) => !known.has(name))
        .map(({ name, node }) => finding(name, node, state, scope, everywhere));
      const isApart =
        state.definition.Type === 'Map' && state.definition.ProcessorConfig?.Mode === 'DISTRIBUTED';
      const inner = isApart ? new Set<string>() : known;
      return [...own, ...childScopes(state).flatMap((child) => visit(child, inner))];
    });
  };
  return visit(machine, new Set());
}

function finding(
  name: string,
  { start, end }: { readonly start: number; readonly end: number },
  state: State,
  scope: Scope,
  everywhere: ReadonlySet<string>,
): Diagnostic {
  const why = everywhere.has(name)
    ? 'is assigned elsewhere, but never before this state or where it cannot be seen'
    : 'is assigned nowhere';
  const fixes = declaration(name, state, scope);
  return {
    code: 'POSSIBLY_UNDEFINED_VARIABLE',
    severity: 'warning',
    message: `$${name} ${why}. Assign it in a state that comes before “${state.name}”.`,
    range: { start, end },
    state: state.path,
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

/** The first state of the scope gives it a value, if it can and is not the one that reads it. */
function declaration(name: string, state: State, scope: Scope): readonly QuickFix[] {
  const first = scope.states.find((each) => each.name === scope.StartAt);
  if (!first?.node || first === state) return [];
  const { Type } = first.definition;
  if (Type === undefined || Type === 'Succeed' || Type === 'Fail' || Type === 'Choice') return [];
  const assign = 'Assign' in first.definition ? first.definition.Assign : undefined;
  if (assign !== undefined && !isJsonObject(assign)) return [];
  const title = `Assign ${name} in “${first.name}”`;
  return [
    writeFix('declareVariable', title, [
      assign === undefined
        ? set(first.path, 'Assign', { [name]: '' })
        : set(`${first.path}/Assign`, name, ''),
    ]),
  ];
}

/** Of each state: what states that may come before it assign, in its own scope. */
function assignedBefore(scope: Scope, { transitions }: ScopeGraph): ReadonlyMap<string, ReadonlySet<string>> {
  const assigned = new Map<string, readonly string[]>(
    scope.states.map((state) => [state.path, assignedBy(state)]),
  );
  const before = new Map<string, Set<string>>(scope.states.map(({ path }) => [path, new Set<string>()]));
  // Every round carries names one transition further; none is ever taken away.
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to } of transitions) {
      const names = before.get(to);
      if (names === undefined) continue;
      const size = names.size;
      for (const name of before.get(from) ?? []) names.add(name);
      for (const name of assigned.get(from) ?? []) names.add(name);
      if (names.size > size) changed = true;
    }
  }
  return before;
}

const assignedIn = (scope: Scope): ReadonlySet<string> =>
  new Set(
    scope.states.flatMap((state) => [
      ...assignedBy(state),
      ...childScopes(state).flatMap((child) => [...assignedIn(child)]),
    ]),
  );

/** Names that a state, its catchers or its rules assign. */
function assignedBy({ definition }: State): readonly string[] {
  const places: (Json | undefined)[] = ['Assign' in definition ? definition.Assign : undefined];
  if ('Catch' in definition) places.push(...(definition.Catch ?? []).map(({ Assign }) => Assign));
  if (definition.Type === 'Choice') places.push(...definition.Choices.map(({ Assign }) => Assign));
  return places.flatMap((assign) =>
    isJsonObject(assign)
      ? Object.keys(assign).map((key) => (key.endsWith('.$') ? key.slice(0, -2) : key))
      : [],
  );
}
