import type {
  Box,
  EdgeRoute,
  Layout,
  Point,
  ScopePath,
  StateNode,
  Transition,
  TransitionId,
} from '../../../asl';
import { contains, distance, pathLength, pointAlong } from '../../parts';
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

/** Where a transition's "+" stands: at the right of its label, else in the middle of the line. */
export function plusPoint(route: EdgeRoute): Point {
  return route.label ? besideLabel(route.label) : middlePoint(route);
}

/**
 * Where on a transition its count stands: as near to the middle of the line as the label and
 * the line's ends leave room.
 */
export function middlePoint({ points, label }: EdgeRoute): Point {
  const length = pathLength(points);
  const first = points[0];
  const last = points[points.length - 1];
  const candidates = [0.5, 0.62, 0.38, 0.74, 0.26, 0.86].map((share) => pointAlong(points, length * share));
  const free = candidates.find(
    (point) =>
      !(label && contains(label, point, ROOM)) &&
      first !== undefined &&
      last !== undefined &&
      distance(point, first) >= ROOM &&
      distance(point, last) >= ROOM,
  );
  return free ?? (label ? besideLabel(label) : pointAlong(points, length / 2));
}

/** Half a "+", and a little air. */
const ROOM = 13;

function besideLabel(label: Box): Point {
  return { x: label.x + label.width + ROOM, y: label.y + label.height / 2 };
}
