import type { EdgeRoute, Layout, Transition, TransitionId } from '../../../asl';
import { describeTransition } from './description';
import type { GraphIndex } from './graphIndex';
import { canInsert } from './insertion';
import { sameData } from './sameData';

/** What the drawing of a transition depends on, and nothing that changes with text elsewhere. */
export interface DrawnTransition extends Pick<Transition, 'id' | 'kind' | 'from' | 'label' | 'fullLabel'> {
  readonly route: EdgeRoute;
  /** Its accessible name, but for the count. */
  readonly words: string;
  readonly insertable: boolean;
}

/** The transitions to draw; what looks as before keeps its object, so that memoised components skip it. */
export function drawnTransitions(
  index: GraphIndex,
  layout: Layout,
  before: ReadonlyMap<TransitionId, DrawnTransition>,
): ReadonlyMap<TransitionId, DrawnTransition> {
  const drawn = new Map<TransitionId, DrawnTransition>();
  for (const transition of index.transitions.values()) {
    const { id, kind, from, label, fullLabel } = transition;
    const route = layout.edges[id];
    if (!route) continue;
    const words = describeTransition(index, transition);
    const next = { id, kind, from, label, fullLabel, route, words, insertable: canInsert(index, id) };
    const old = before.get(id);
    drawn.set(id, old && looksAs(old, next) ? old : next);
  }
  return drawn;
}

function looksAs(old: DrawnTransition, next: DrawnTransition): boolean {
  const [was, is] = [old.route, next.route];
  return (
    old.words === next.words &&
    old.insertable === next.insertable &&
    old.from === next.from &&
    old.label === next.label &&
    old.fullLabel === next.fullLabel &&
    was.back === is.back &&
    was.points.length === is.points.length &&
    is.points.every(({ x, y }, index) => was.points[index]?.x === x && was.points[index]?.y === y) &&
    sameData(was.label, is.label) &&
    sameData(old.kind, next.kind)
  );
}
