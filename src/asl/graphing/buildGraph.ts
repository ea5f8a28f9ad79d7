import type { Graph, GraphNode, NodeId, ScopeGraph, StateNode, Transition } from '../graph';
import type { Scope, State, StateMachine } from '../model';
import { childScopes } from '../modelling/stateLookup';
import type { StatePath } from '../syntax';
import { endNodeId, missingNodeId, startNodeId, stateNodeId, transitionId } from './ids';
import { outgoing } from './outgoing';
import { reachableFrom } from './reachability';
import { resourceParts } from './resourceWords';
import { summaryOf } from './summary';

/** What the canvas draws of a machine, scope by scope. Whatever is wrong with the definition is drawn sensibly. */
export function buildGraph(machine: StateMachine): Graph {
  const scopes: ScopeGraph[] = [];
  const visit = (scope: Scope, parent: StatePath | undefined): void => {
    scopes.push(scopeGraph(scope, parent));
    for (const state of scope.states) for (const child of childScopes(state)) visit(child, state.path);
  };
  visit(machine, undefined);
  return { scopes };
}

function scopeGraph(scope: Scope, parent: StatePath | undefined): ScopeGraph {
  const { path } = scope;
  const start = startNodeId(path);
  const end = endNodeId(path);
  const ids = new Map(scope.states.map((state) => [state.name, stateNodeId(state.path)]));
  const missing = new Map<string, NodeId>();
  const nodeNamed = (name: string): NodeId => {
    const known = ids.get(name) ?? missing.get(name);
    if (known !== undefined) return known;
    const id = missingNodeId(path, name);
    missing.set(name, id);
    return id;
  };

  const transitions = [...startTransition(scope, start, nodeNamed)];
  for (const state of scope.states) {
    const from = stateNodeId(state.path);
    for (const { kind, key, target, targetRange, label, fullLabel } of outgoing(state)) {
      transitions.push({
        id: transitionId(from, key),
        kind,
        from,
        to: target === undefined ? end : nodeNamed(target),
        scope: path,
        label,
        fullLabel,
        ...(targetRange && { targetRange }),
      });
    }
  }

  const reachable = hasStart(scope) ? reachableFrom(start, transitions) : undefined;
  const nodes: GraphNode[] = [{ kind: 'start', id: start, scope: path }];
  for (const state of scope.states) {
    const id = stateNodeId(state.path);
    nodes.push(stateNode(state, id, reachable !== undefined && !reachable.has(id)));
  }
  for (const [name, id] of missing) nodes.push({ kind: 'missing', id, scope: path, name });
  if (scope.states.length === 0 || transitions.some(({ to }) => to === end)) {
    nodes.push({ kind: 'end', id: end, scope: path });
  }
  return { path, ...(parent === undefined ? {} : { parent }), start, end, nodes, transitions };
}

function startTransition(
  { path, StartAt, startAtRange }: Scope,
  start: NodeId,
  nodeNamed: (name: string) => NodeId,
): readonly Transition[] {
  if (StartAt === undefined) return [];
  return [
    {
      id: transitionId(start, 'start'),
      kind: { type: 'start' },
      from: start,
      to: nodeNamed(StartAt),
      scope: path,
      label: '',
      fullLabel: '',
      ...(startAtRange && { targetRange: startAtRange }),
    },
  ];
}

/** Without a start, "nothing leads here" would be true of every state and help nobody. */
const hasStart = ({ StartAt, states }: Scope): boolean => states.some(({ name }) => name === StartAt);

function stateNode(state: State, id: NodeId, unreachable: boolean): StateNode {
  const { definition, name, path, scope } = state;
  const resource =
    definition.Type === 'Task' && definition.Resource !== undefined
      ? resourceParts(definition.Resource)
      : undefined;
  const retriers = 'Retry' in definition ? definition.Retry : undefined;
  return {
    kind: 'state',
    id,
    path,
    scope,
    name,
    type: definition.Type,
    summary: summaryOf(state),
    children: childScopes(state).map((child) => child.path),
    unreachable,
    ...(resource && { resource }),
    ...(retriers?.length ? { retries: retriers.reduce(addAttempts, 0) } : {}),
    ...(definition.Type === 'Map' && definition.ProcessorConfig?.Mode === 'DISTRIBUTED'
      ? { distributed: true }
      : {}),
    ...(definition.Comment === undefined ? {} : { comment: definition.Comment }),
  };
}

/** MaxAttempts of a retrier that does not say. Source: ASL specification, "Retrying After Error". */
const DEFAULT_MAX_ATTEMPTS = 3;

const addAttempts = (
  sum: number,
  { MaxAttempts = DEFAULT_MAX_ATTEMPTS }: { readonly MaxAttempts?: number },
): number => sum + MaxAttempts;
