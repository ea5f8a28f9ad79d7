import type { EditIntent, GraphNode, NodeId, StatePath, Transition, TransitionId } from '../../../asl';
import { type GraphIndex, stateAt } from './graphIndex';

/** The intent behind "this transition leads there", for any node that can be pointed at. */
export function retargetIntent(
  transition: TransitionId,
  to: GraphNode,
): Extract<EditIntent, { type: 'retarget' }> | undefined {
  if (to.kind === 'state') return { type: 'retarget', transition, to: { state: to.path } };
  if (to.kind === 'end') return { type: 'retarget', transition, to: { end: to.scope } };
  return undefined;
}

/**
 * The transition a line dragged from a state's handle sets: the Next or End it has, a Choice's Default,
 * else the Next it does not have yet. Undefined for states that nothing may follow.
 */
export function handleTransition(index: GraphIndex, state: NodeId): TransitionId | undefined {
  const node = stateAt(index, state);
  if (!node || node.type === 'Succeed' || node.type === 'Fail') return undefined;
  if (node.type === 'Choice') return `${state}#default` as TransitionId;
  const existing = (index.outgoing.get(state) ?? []).find(isContinuation);
  return existing?.id ?? (`${state}#next` as TransitionId);
}

/** The state a transition's id starts with; also for one the graph does not have yet. */
export function transitionSource(index: GraphIndex, id: TransitionId): GraphNode | undefined {
  const known = index.transitions.get(id);
  if (known) return index.nodes.get(known.from);
  return index.nodes.get(id.slice(0, id.lastIndexOf('#')) as NodeId & StatePath);
}

function isContinuation({ kind }: Transition): boolean {
  return kind.type === 'next' || kind.type === 'end';
}
