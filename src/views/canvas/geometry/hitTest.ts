import type { Box, Layout, NodeId, Point, ScopePath, TransitionId } from '../../../asl';
import { contains, distanceToBox, distanceToPath } from '../../parts';
import { type GraphIndex, isContainer } from '../model/graphIndex';

/**
 * What lies under a point of the canvas, from the layout alone. Everything is in canvas pixels; who has a
 * screen distance (a hit area of 20 px) divides it by the zoom first.
 */

/** The transition whose line or label is nearest to the point, within `reach`. */
export function transitionAt(
  index: GraphIndex,
  layout: Layout,
  point: Point,
  reach: number,
  accept: (id: TransitionId) => boolean = () => true,
): TransitionId | undefined {
  let nearest: TransitionId | undefined;
  let best = reach;
  for (const id of index.transitions.keys()) {
    const route = layout.edges[id];
    if (!route || !accept(id)) continue;
    if (route.label && contains(route.label, point)) return id;
    const far = distanceToPath(route.points, point);
    if (far <= best && (nearest === undefined || far < best)) {
      nearest = id;
      best = far;
    }
  }
  return nearest;
}

/** The innermost node at the point; a container counts where its inside does not. */
export function nodeAt(index: GraphIndex, layout: Layout, point: Point): NodeId | undefined {
  let found: NodeId | undefined;
  for (const id of index.nodes.keys()) {
    const box = layout.nodes[id];
    // Depth-first order: a later hit lies inside an earlier one.
    if (box && contains(box, point)) found = id;
  }
  return found;
}

/**
 * The scope a new state belongs to when it is dropped at the point: the innermost container's, else the
 * machine. Of a Parallel's branches the nearest one counts.
 */
export function scopeAt(index: GraphIndex, layout: Layout, point: Point): ScopePath {
  let scope = '' as ScopePath;
  for (const node of index.nodes.values()) {
    const box = layout.nodes[node.id];
    if (node.kind !== 'state' || !isContainer(node) || !box || !contains(box, point)) continue;
    scope = nearestScope(index, layout, node.children, point) ?? scope;
  }
  return scope;
}

/** The box around a scope's nodes. */
export function scopeBox(index: GraphIndex, layout: Layout, scope: ScopePath): Box | undefined {
  const boxes = (index.scopes.get(scope)?.nodes ?? []).flatMap((node) => layout.nodes[node.id] ?? []);
  const [first] = boxes;
  if (!first) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

function nearestScope(
  index: GraphIndex,
  layout: Layout,
  scopes: readonly ScopePath[],
  point: Point,
): ScopePath | undefined {
  let nearest: ScopePath | undefined;
  let best = Number.POSITIVE_INFINITY;
  for (const scope of scopes) {
    const box = scopeBox(index, layout, scope);
    if (!box) continue;
    const far = distanceToBox(box, point);
    if (far < best) {
      nearest = scope;
      best = far;
    }
  }
  return nearest ?? scopes[0];
}
