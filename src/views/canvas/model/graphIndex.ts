import type {
  Graph,
  GraphNode,
  NodeId,
  ScopeGraph,
  ScopePath,
  StateNode,
  Transition,
  TransitionId,
} from '../../../asl';

/** Look-ups over a graph, made once per graph. */
export interface GraphIndex {
  readonly graph: Graph;
  readonly nodes: ReadonlyMap<NodeId, GraphNode>;
  readonly transitions: ReadonlyMap<TransitionId, Transition>;
  readonly scopes: ReadonlyMap<ScopePath, ScopeGraph>;
  /** Transitions that leave a node, in the order of the definition: rules, Default, catchers. */
  readonly outgoing: ReadonlyMap<NodeId, readonly Transition[]>;
  readonly incoming: ReadonlyMap<NodeId, readonly Transition[]>;
  /** 0 for the machine, 1 inside its containers, and so on. */
  readonly depth: ReadonlyMap<ScopePath, number>;
}

export function indexGraph(graph: Graph): GraphIndex {
  const nodes = new Map<NodeId, GraphNode>();
  const transitions = new Map<TransitionId, Transition>();
  const scopes = new Map<ScopePath, ScopeGraph>();
  const outgoing = new Map<NodeId, Transition[]>();
  const incoming = new Map<NodeId, Transition[]>();
  const depth = new Map<ScopePath, number>();
  for (const scope of graph.scopes) {
    scopes.set(scope.path, scope);
    const depthHere = depth.get(scope.path) ?? 0;
    depth.set(scope.path, depthHere);
    for (const node of scope.nodes) {
      nodes.set(node.id, node);
      if (node.kind === 'state') for (const child of node.children) depth.set(child, depthHere + 1);
    }
    for (const transition of scope.transitions) {
      transitions.set(transition.id, transition);
      append(outgoing, transition.from, transition);
      append(incoming, transition.to, transition);
    }
  }
  return { graph, nodes, transitions, scopes, outgoing, incoming, depth };
}

export function stateAt(index: GraphIndex, id: string | undefined): StateNode | undefined {
  const node = id === undefined ? undefined : index.nodes.get(id as NodeId);
  return node?.kind === 'state' ? node : undefined;
}

/** Does the state draw its inside? */
export function isContainer(node: GraphNode): boolean {
  return node.kind === 'state' && node.children.length > 0;
}

export function stateCount(graph: Graph): number {
  return graph.scopes.reduce(
    (count, scope) => count + scope.nodes.filter((node) => node.kind === 'state').length,
    0,
  );
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
