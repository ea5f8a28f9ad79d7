import type { EdgeRoute, GraphNode, Layout, Transition, TransitionId } from '../../../asl';
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

/** What a transition was drawn from, besides what is in the drawing. */
interface Made {
  readonly from: GraphNode | undefined;
  readonly to: GraphNode | undefined;
  readonly drawn: DrawnTransition;
}

/**
 * By route, which comes as the same object when nobody touched it: of a thousand transitions a keystroke touches few. The
 * transition itself is another one whenever its place in the text has moved.
 */
const made = new WeakMap<EdgeRoute, Made>();

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
    const ends = { from: index.nodes.get(from), to: index.nodes.get(transition.to) };
    const known = made.get(route);
    if (known && known.from === ends.from && known.to === ends.to && saysTheSame(known.drawn, transition)) {
      drawn.set(id, known.drawn);
      continue;
    }
    const words = describeTransition(index, transition);
    const next = { id, kind, from, label, fullLabel, route, words, insertable: canInsert(index, id) };
    const old = before.get(id);
    const kept = old && looksAs(old, next) ? old : next;
    made.set(route, { ...ends, drawn: kept });
    drawn.set(id, kept);
  }
  return drawn;
}

const saysTheSame = (drawn: DrawnTransition, { id, kind, label, fullLabel }: Transition): boolean =>
  drawn.id === id && drawn.kind === kind && drawn.label === label && drawn.fullLabel === fullLabel;

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
