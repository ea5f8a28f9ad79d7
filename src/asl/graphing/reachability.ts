import type { NodeId, Transition } from '../graph';

/** Every node that some way of transitions leads to, the start included. */
export function reachableFrom(start: NodeId, transitions: readonly Transition[]): ReadonlySet<NodeId> {
  const targets = new Map<NodeId, NodeId[]>();
  for (const { from, to } of transitions) {
    const known = targets.get(from);
    if (known) known.push(to);
    else targets.set(from, [to]);
  }
  const reached = new Set<NodeId>([start]);
  // A set is iterated in the order of insertion, what is added meanwhile included.
  for (const node of reached) for (const target of targets.get(node) ?? []) reached.add(target);
  return reached;
}
