import type { NodeId, StateNode, Transition } from '../../../asl';
import { type GraphIndex, stateAt } from './graphIndex';

/** The state a scope starts with, else its first. */
export function entry(index: GraphIndex, scope: StateNode['scope']): StateNode | undefined {
  const graph = index.scopes.get(scope);
  if (!graph) return undefined;
  return (
    firstState(index, index.outgoing.get(graph.start) ?? [], 'to') ??
    graph.nodes.find((node): node is StateNode => node.kind === 'state')
  );
}

export function firstState(
  index: GraphIndex,
  transitions: readonly Transition[],
  end: 'from' | 'to',
  except?: NodeId,
): StateNode | undefined {
  for (const transition of transitions) {
    const state = stateAt(index, transition[end]);
    if (state && state.id !== except) return state;
  }
  return undefined;
}
