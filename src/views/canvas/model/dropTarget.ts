import type { Layout, Point, ScopePath, StateNode, Transition } from '../../../asl';
import { nodeAt, scopeAt, transitionAt } from '../geometry/hitTest';
import type { AddTarget } from './addTarget';
import { handleTransition } from './connection';
import { type GraphIndex, isContainer, stateAt } from './graphIndex';
import { canInsert, lastOnMainPath, targetBeforeEnd } from './insertion';

/** The transition a state is continued by: Next or End. A Choice has none. */
function continuation(index: GraphIndex, state: Transition['from']): Transition | undefined {
  const outgoing = index.outgoing.get(state) ?? [];
  return outgoing.find(
    ({ id, kind }) => (kind.type === 'next' || kind.type === 'end') && canInsert(index, id),
  );
}

/** Where a new state lands when it is let go at a point: on a transition, after a state, before End, or in a scope. */
export function dropTargetAt(index: GraphIndex, layout: Layout, point: Point, reach: number): AddTarget {
  const near = transitionAt(index, layout, point, reach, (id) => canInsert(index, id));
  if (near !== undefined) return { kind: 'transition', transition: near };
  const node = nodeAt(index, layout, point);
  const end = node === undefined ? undefined : index.nodes.get(node);
  if (end?.kind === 'end') return targetBeforeEnd(index, end.scope);
  const state = stateAt(index, node);
  const after = state && !isContainer(state) ? continuation(index, state.id) : undefined;
  if (after) return { kind: 'transition', transition: after.id };
  return { kind: 'scope', scope: scopeAt(index, layout, point) };
}

/** After a state: on its Next or End; of a Choice, on its Default or where that would lead. Beside one that nothing may follow. */
export function targetAfter(index: GraphIndex, { id, scope }: StateNode): AddTarget {
  const transition = handleTransition(index, id);
  if (transition === undefined) return { kind: 'scope', scope };
  return index.transitions.has(transition)
    ? { kind: 'transition', transition }
    : { kind: 'lead', transition, scope };
}

/** Where a new state goes without being pointed anywhere: after the selected state, else before the machine's end. */
export function defaultTarget(index: GraphIndex, selected: string | undefined): AddTarget {
  const state = stateAt(index, selected);
  if (state) return targetAfter(index, state);
  const scope = '' as ScopePath;
  const transition = lastOnMainPath(index, scope);
  return transition ? { kind: 'transition', transition: transition.id } : { kind: 'scope', scope };
}
