import type { GraphNode, NodeId, ScopeGraph, StateNode } from '../graph';
import { endNodeId, startNodeId, stateNodeId } from '../graphing/ids';
import type { ScopePath, StatePath } from '../syntax';
import type { ComparedTransition } from './compare.types';
import type { MatchedScope, MatchedState } from './matchScopes';
import { matchTransitions } from './matchTransitions';
import { type MergedIds, mergedIds, mergedScope, mergedState } from './nodeIds';

/** The scopes of a version, by path. */
export type ScopeGraphs = ReadonlyMap<ScopePath, ScopeGraph>;

export interface MergedScope {
  readonly graph: ScopeGraph;
  readonly transitions: readonly ComparedTransition[];
}

/** One scope of the merged graph: what is there after, and between it what was there before. */
export function mergeScope(
  scope: MatchedScope,
  graphs: { readonly before: ScopeGraphs; readonly after: ScopeGraphs },
  parent: StatePath | undefined,
): MergedScope {
  const before = scope.sides.before && graphs.before.get(scope.sides.before.path);
  const after = scope.sides.after && graphs.after.get(scope.sides.after.path);
  const path = mergedScope(scope.sides);
  const ids = mergedIds(scope, before, after);
  const matched = matchTransitions(scope, before?.transitions ?? [], after?.transitions ?? [], ids);
  const transitions = matched.map(({ drawn }) => ({ ...drawn, scope: path }));
  const start = startNodeId(path);
  const end = endNodeId(path);
  const known = { before: statesOf(before), after: statesOf(after) };
  const states = scope.states.flatMap((state) => stateNode(state, known, path) ?? []);
  const ends = states.length === 0 || transitions.some(({ to }) => to === end);
  return {
    graph: {
      path,
      ...(parent === undefined ? {} : { parent }),
      start,
      end,
      nodes: [
        { kind: 'start', id: start, scope: path },
        ...states,
        ...missingNodes(before, after, ids, new Set(states.map(({ id }) => id))),
        ...(ends ? [{ kind: 'end', id: end, scope: path } as const] : []),
      ],
      transitions,
    },
    transitions: matched.map(({ compared }) => compared),
  };
}

type States = ReadonlyMap<NodeId, StateNode>;

const statesOf = (scope: ScopeGraph | undefined): States =>
  new Map(scope?.nodes.flatMap((node) => (node.kind === 'state' ? [[node.id, node] as const] : [])));

function stateNode(
  { sides, scopes }: MatchedState,
  known: { readonly before: States; readonly after: States },
  scope: ScopePath,
): StateNode | undefined {
  const node = sides.after
    ? known.after.get(stateNodeId(sides.after.path))
    : known.before.get(stateNodeId(sides.before.path));
  if (!node) return undefined;
  const path = mergedState(sides);
  const children = scopes.map((inside) => mergedScope(inside.sides));
  return { ...node, id: stateNodeId(path), path, scope, children };
}

/** Names that neither version has a state for. */
function missingNodes(
  before: ScopeGraph | undefined,
  after: ScopeGraph | undefined,
  ids: MergedIds,
  states: ReadonlySet<NodeId>,
): readonly GraphNode[] {
  const found = new Map<NodeId, GraphNode>();
  const add = (node: GraphNode, id: NodeId | undefined) => {
    if (node.kind === 'missing' && id !== undefined && !states.has(id)) found.set(id, { ...node, id });
  };
  for (const node of before?.nodes ?? []) add(node, ids.before.get(node.id));
  for (const node of after?.nodes ?? []) add(node, ids.after.get(node.id));
  return [...found.values()];
}
