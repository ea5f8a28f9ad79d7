import {
  besideLabel,
  type EdgeRoute,
  type Layout,
  middlePoint,
  type Point,
  pathLength,
  type ScopePath,
  type StateNode,
  type Transition,
  type TransitionId,
} from '../../../asl';
import { nodeAt, scopeAt, transitionAt } from '../geometry/hitTest';
import type { AddTarget } from './addTarget';
import { handleTransition } from './connection';
import { type GraphIndex, isContainer, stateAt } from './graphIndex';

/** Can a state be put on the transition? Not between a Succeed or Fail and End: nothing may follow them. */
export function canInsert(index: GraphIndex, id: TransitionId): boolean {
  const transition = index.transitions.get(id);
  if (!transition) return false;
  if (transition.kind.type !== 'end') return true;
  const source = stateAt(index, transition.from);
  return source !== undefined && source.type !== 'Succeed' && source.type !== 'Fail';
}

/** The transition a state is continued by: Next or End. A Choice has none. */
export function continuation(index: GraphIndex, state: Transition['from']): Transition | undefined {
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

/** Before a scope's End: on the transition of its main path that leads there, else on the first that can take a state. */
export function targetBeforeEnd(index: GraphIndex, scope: ScopePath): AddTarget {
  const end = index.scopes.get(scope)?.end;
  const leading = (end && index.incoming.get(end)) ?? [];
  const main = lastOnMainPath(index, scope);
  const onto = main?.to === end ? main : leading.find(({ id }) => canInsert(index, id));
  return onto ? { kind: 'transition', transition: onto.id } : { kind: 'scope', scope };
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

/** The last place for a state on the way from Start that takes Next, Default or else the last rule. */
function lastOnMainPath(index: GraphIndex, scope: ScopePath): Transition | undefined {
  const seen = new Set<string>();
  let last: Transition | undefined;
  let here = index.scopes.get(scope)?.start;
  while (here !== undefined && !seen.has(here)) {
    seen.add(here);
    const outgoing: readonly Transition[] = index.outgoing.get(here) ?? [];
    const next = outgoing.filter(({ kind }) => kind.type !== 'catch').at(-1);
    if (next && canInsert(index, next.id)) last = next;
    here = next?.to;
  }
  return last;
}

/** On a shorter line than this (pixels) the "+" would lie under the grip at the line's end. */
const ROOM_FOR_PLUS = 54;
/** From the line to the middle of a "+" beside it. */
const ASIDE = 15;

/** Where a transition's "+" stands: at the right of its label, else in the middle of the line, beside it when the line is short. */
export function plusPoint(route: EdgeRoute): Point {
  if (route.label) return besideLabel(route.label);
  const middle = middlePoint(route);
  const { points } = route;
  if (pathLength(points) >= ROOM_FOR_PLUS) return middle;
  const [first = middle, last = middle] = [points[0], points.at(-1)];
  const lies = Math.abs(last.x - first.x) > Math.abs(last.y - first.y);
  return lies ? { x: middle.x, y: middle.y - ASIDE } : { x: middle.x + ASIDE, y: middle.y };
}
