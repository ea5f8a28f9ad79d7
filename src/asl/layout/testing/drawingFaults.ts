import type { NodeId, ScopeGraph } from '../../graph';
import type { Box, Layout, Point } from '../layout.types';

const EPSILON = 0.01;

const overlap = (a: Box, b: Box, gap = 0): boolean =>
  a.x < b.x + b.width + gap - EPSILON &&
  b.x < a.x + a.width + gap - EPSILON &&
  a.y < b.y + b.height + gap - EPSILON &&
  b.y < a.y + a.height + gap - EPSILON;

const segmentBox = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** A node's box. @throws when the layout forgot it */
export function boxOf(layout: Layout, id: NodeId): Box {
  const box = layout.nodes[id];
  if (!box) throw new Error(`no box for <${id}>`);
  return box;
}

/** Whether a box lies wholly in another. */
export const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - EPSILON &&
  inner.y >= outer.y - EPSILON &&
  inner.x + inner.width <= outer.x + outer.width + EPSILON &&
  inner.y + inner.height <= outer.y + outer.height + EPSILON;

function isOnBorder({ x, y }: Point, box: Box): boolean {
  const within = (value: number, from: number, size: number) =>
    value >= from - EPSILON && value <= from + size + EPSILON;
  const at = (value: number, edge: number) => Math.abs(value - edge) < EPSILON;
  return (
    (within(x, box.x, box.width) && (at(y, box.y) || at(y, box.y + box.height))) ||
    (within(y, box.y, box.height) && (at(x, box.x) || at(x, box.x + box.width)))
  );
}

function pairs<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const));
}

/** Everything that must hold of a scope's drawing; what does not is told in words. */
export function drawingFaults(scope: ScopeGraph, layout: Layout): readonly string[] {
  const found: string[] = [];
  const nodes = scope.nodes.map(({ id }) => ({ id, box: boxOf(layout, id) }));
  for (const [a, b] of pairs(nodes)) if (overlap(a.box, b.box, 8)) found.push(`${a.id} overlaps ${b.id}`);
  const labels: { readonly id: string; readonly box: Box }[] = [];
  for (const { id, from, to, label } of scope.transitions) {
    const route = layout.edges[id];
    if (!route) {
      found.push(`${id} has no route`);
      continue;
    }
    const { points } = route;
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !isOnBorder(first, boxOf(layout, from))) found.push(`${id} does not begin at its source`);
    if (!last || !isOnBorder(last, boxOf(layout, to))) found.push(`${id} does not end at its target`);
    points.slice(1).forEach((point, index) => {
      const before = points[index] ?? point;
      if (before.x !== point.x && before.y !== point.y) found.push(`${id} is not orthogonal`);
      for (const node of nodes) {
        const own = node.id === from || node.id === to;
        if (!own && overlap(segmentBox(before, point), node.box)) found.push(`${id} goes through ${node.id}`);
      }
    });
    if (label !== '' && !route.label) found.push(`${id} has no place for its label`);
    if (route.label) labels.push({ id, box: route.label });
  }
  for (const label of labels) {
    for (const node of nodes) {
      if (overlap(label.box, node.box)) found.push(`label of ${label.id} over ${node.id}`);
    }
  }
  for (const [a, b] of pairs(labels)) {
    if (overlap(a.box, b.box)) found.push(`labels of ${a.id} and ${b.id} overlap`);
  }
  return found;
}
