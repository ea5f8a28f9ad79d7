import { type Box, distanceToBox, type Layout, type Point, SIZES, type StateNode } from '../../../asl';
import { isClosed } from '../model/closed';
import { type GraphIndex, isContainer } from '../model/graphIndex';

/** How far a point is from what is drawn of an open container itself: its title bar and its border. */
export function distanceToFrame(box: Box, point: Point): number {
  const outside = distanceToBox(box, point);
  if (outside > 0) return outside;
  const [left, top] = [point.x - box.x, point.y - box.y];
  if (top <= SIZES.containerHeader) return 0;
  return Math.min(left, box.width - left, box.height - top);
}

/**
 * The open container whose frame is nearest to a point, the inner one of two.
 *
 * @param reach how far off that may be, in canvas pixels: from afar a title bar is a hair
 */
export function containerAtFrame(
  index: GraphIndex,
  layout: Layout,
  point: Point,
  reach: number,
): StateNode | undefined {
  let nearest: StateNode | undefined;
  let best = reach;
  for (const node of index.nodes.values()) {
    const box = layout.nodes[node.id];
    if (!box || node.kind !== 'state' || !isContainer(node) || isClosed(index, layout, node)) continue;
    const far = distanceToFrame(box, point);
    if (far > best) continue;
    nearest = node;
    best = far;
  }
  return nearest;
}
