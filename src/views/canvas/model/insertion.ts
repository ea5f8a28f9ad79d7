import {
  besideLabel,
  type EdgeRoute,
  middlePoint,
  type Point,
  pathLength,
  type ScopePath,
  type Transition,
  type TransitionId,
} from '../../../asl';
import type { AddTarget } from './addTarget';
import { type GraphIndex, stateAt } from './graphIndex';

/** Can a state be put on the transition? Not between a Succeed or Fail and End: nothing may follow them. */
export function canInsert(index: GraphIndex, id: TransitionId): boolean {
  const transition = index.transitions.get(id);
  if (!transition) return false;
  if (transition.kind.type !== 'end') return true;
  const source = stateAt(index, transition.from);
  return source !== undefined && source.type !== 'Succeed' && source.type !== 'Fail';
}

/** Before a scope's End: on the transition of its main path that leads there, else on the first that can take a state. */
export function targetBeforeEnd(index: GraphIndex, scope: ScopePath): AddTarget {
  const end = index.scopes.get(scope)?.end;
  const leading = (end && index.incoming.get(end)) ?? [];
  const main = lastOnMainPath(index, scope);
  const onto = main?.to === end ? main : leading.find(({ id }) => canInsert(index, id));
  return onto ? { kind: 'transition', transition: onto.id } : { kind: 'scope', scope };
}

/** The last place for a state on the way from Start that takes Next, Default or else the last rule. */
export function lastOnMainPath(index: GraphIndex, scope: ScopePath): Transition | undefined {
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
