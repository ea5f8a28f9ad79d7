import type { NodeId, ScopeGraph } from '../graph';

export interface ReadingOrder {
  /** Indexes into `scope.nodes`. */
  readonly nodeOrder: readonly number[];
  /** Indexes into `scope.transitions`: by source in reading order, then as the source lists them. */
  readonly linkOrder: readonly number[];
}

/**
 * The order a scope is read in: from its start along the transitions, depth first; what that does not reach
 * follows by name. Everything after works on it, so the order of the states in the text changes nothing.
 */
export function readingOrder({ nodes, transitions, start }: ScopeGraph): ReadingOrder {
  const number = new Map(nodes.map(({ id }, index) => [id, index]));
  const leaving = new Map<NodeId, number[]>();
  transitions.forEach(({ from }, index) => {
    const list = leaving.get(from);
    if (list) list.push(index);
    else leaving.set(from, [index]);
  });
  const names = nodes.map((node) => ('name' in node ? node.name : node.id));
  const byName = [...nodes.keys()].sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));

  const nodeOrder: number[] = [];
  const seen = new Set<number>();
  for (const root of [number.get(start) ?? 0, ...byName]) {
    const stack = [root];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      const id = nodes[node]?.id;
      if (seen.has(node) || id === undefined) continue;
      seen.add(node);
      nodeOrder.push(node);
      const targets = (leaving.get(id) ?? []).map((index) => transitions[index]?.to);
      for (const to of targets.reverse()) {
        const target = to === undefined ? undefined : number.get(to);
        if (target !== undefined && !seen.has(target)) stack.push(target);
      }
    }
  }
  const linkOrder = nodeOrder.flatMap((node) => leaving.get(nodes[node]?.id ?? start) ?? []);
  return { nodeOrder, linkOrder };
}
