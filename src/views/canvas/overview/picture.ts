import { type Box, contains, type Layout, type Point, type StateNode, type TransitionId } from '../../../asl';
import { distanceToFrame } from '../geometry/frame';
import { isClosed } from '../model/closed';
import { type GraphIndex, isContainer } from '../model/graphIndex';

/** What stays the same of the far picture while the text does: where everything stands. */
export interface Picture {
  /** Depth first: what is inside a container comes after it. */
  readonly containers: readonly StateSpot[];
  readonly states: readonly StateSpot[];
  readonly others: readonly OtherSpot[];
  readonly lines: readonly Line[];
  readonly bounds: Box;
}

export interface StateSpot {
  readonly box: Box;
  readonly node: StateNode;
}

export interface OtherSpot {
  readonly box: Box;
  readonly kind: 'start' | 'end' | 'missing';
  /** Of a branch or an iteration, not of the machine. */
  readonly inner: boolean;
}

export interface Line {
  readonly id: TransitionId;
  readonly points: readonly Point[];
  readonly bounds: Box;
  readonly isCatch: boolean;
}

/** Everything of a workflow that can be told apart from afar. */
export function pictureOf(index: GraphIndex, layout: Layout): Picture {
  const containers: StateSpot[] = [];
  const states: StateSpot[] = [];
  const others: OtherSpot[] = [];
  for (const node of index.nodes.values()) {
    const box = layout.nodes[node.id];
    if (!box) continue;
    if (node.kind !== 'state') others.push({ box, kind: node.kind, inner: node.scope !== '' });
    else if (isContainer(node) && !isClosed(index, layout, node)) containers.push({ box, node });
    else states.push({ box, node });
  }
  const lines: Line[] = [];
  for (const { id, kind } of index.transitions.values()) {
    const route = layout.edges[id];
    if (!route) continue;
    const { points } = route;
    lines.push({ id, points, bounds: boundsOf(points), isCatch: kind.type === 'catch' });
  }
  return { containers, states, others, lines, bounds: layout };
}

/**
 * The state at a place: the card that lies there, else the nearest card or frame of a container within reach, else the
 * innermost container.
 *
 * @param reach how far off a press may be, in canvas pixels
 */
export function spotAt(picture: Picture, { x, y }: Point, reach: number): StateSpot | undefined {
  let nearest: StateSpot | undefined;
  let best = reach;
  for (const spot of picture.states) {
    const { box } = spot;
    const far = Math.hypot(
      Math.max(box.x - x, 0, x - box.x - box.width),
      Math.max(box.y - y, 0, y - box.y - box.height),
    );
    if (far === 0) return spot;
    if (far < best) {
      nearest = spot;
      best = far;
    }
  }
  const farFromCard = nearest ? best : Infinity;
  for (const spot of picture.containers) {
    const far = distanceToFrame(spot.box, { x, y });
    // Of two containers as near, the inner one; but the card, where one is as near.
    if (far < best || (far === best && far < farFromCard)) {
      nearest = spot;
      best = far;
    }
  }
  if (nearest) return nearest;
  let innermost: StateSpot | undefined;
  for (const spot of picture.containers) if (contains(spot.box, { x, y })) innermost = spot;
  return innermost;
}

function boundsOf(points: readonly Point[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
