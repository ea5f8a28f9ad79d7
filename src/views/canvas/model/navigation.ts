import type { NodeId, StateNode, Transition } from '../../../asl';
import { entry, firstState } from './entry';
import { type GraphIndex, stateAt } from './graphIndex';

export type Direction = 'down' | 'up' | 'left' | 'right' | 'in' | 'out';

/**
 * The state one arrow key away. Down follows the main transition (Next, else the first rule, Default or
 * catcher), up goes back to the predecessor, left and right go through the neighbours that share a
 * predecessor (rule order) or a Parallel's branches, in and out cross a container's border.
 *
 * @param cameFrom where the journey came from; preferred by `up` when it is a predecessor
 * @returns undefined when there is nothing in that direction
 */
export function travel(
  index: GraphIndex,
  from: NodeId,
  direction: Direction,
  cameFrom?: NodeId,
): StateNode | undefined {
  const state = stateAt(index, from);
  if (!state) return undefined;
  switch (direction) {
    case 'down':
      return firstState(index, index.outgoing.get(from) ?? [], 'to');
    case 'up': {
      const incoming = index.incoming.get(from) ?? [];
      const trodden = incoming.find((transition) => transition.from === cameFrom);
      return firstState(index, trodden ? [trodden, ...incoming] : incoming, 'from', from);
    }
    case 'left':
      return neighbour(index, state, -1);
    case 'right':
      return neighbour(index, state, 1);
    case 'in':
      return state.children.map((scope) => entry(index, scope)).find((inner) => inner !== undefined);
    case 'out':
      return stateAt(index, index.scopes.get(state.scope)?.parent);
  }
}

/** The outgoing or incoming transition `step` places further, in definition order; undefined past the ends. */
export function siblingTransition(
  index: GraphIndex,
  transition: Transition,
  step: 1 | -1,
): Transition | undefined {
  const siblings = index.outgoing.get(transition.from) ?? [];
  return siblings[siblings.findIndex((other) => other.id === transition.id) + step];
}

function neighbour(index: GraphIndex, state: StateNode, step: 1 | -1): StateNode | undefined {
  const row = siblings(index, state);
  return row[row.findIndex((other) => other.id === state.id) + step];
}

/** The states on the same rung: targets of the same predecessor, or the starts of the same Parallel's branches. */
function siblings(index: GraphIndex, state: StateNode): readonly StateNode[] {
  for (const { from } of index.incoming.get(state.id) ?? []) {
    const targets = (index.outgoing.get(from) ?? []).map(({ to }) => stateAt(index, to));
    const row = [...new Set(targets.filter((target) => target !== undefined))];
    if (row.length > 1) return row;
  }
  const parent = stateAt(index, index.scopes.get(state.scope)?.parent);
  const branches = (parent?.children ?? []).map((scope) => entry(index, scope));
  return branches.some((first) => first?.id === state.id)
    ? branches.filter((first) => first !== undefined)
    : [];
}
