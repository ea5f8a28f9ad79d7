import type { NodeId, ScopeGraph } from '../../graph';
import type { Box, EdgeRoute, Offsets, Point } from '../layout.types';
import type { ScopeLayout } from '../layoutScope';
import { freePlace } from './freePlace';
import { labelPlace } from './labelPlace';
import { type End, routeBetween } from './router';

/** A scope whose left upper corner may lie elsewhere than at (0, 0). */
export interface ArrangedScope extends ScopeLayout {
  readonly left: number;
  readonly top: number;
}

/**
 * Moves nodes of a scope that was laid out, as far as nothing stands in their way, and leads transitions anew where
 * they begin or end at one of them or would go through it.
 */
export function arrange(scope: ScopeGraph, laid: ScopeLayout, offsets: Offsets): ArrangedScope {
  const boxes = movedBoxes(scope, laid, offsets);
  const moved = new Set(boxes.filter((box, index) => box !== laid.boxes[index]));
  if (moved.size === 0) return { ...laid, left: 0, top: 0 };
  const number = new Map(scope.nodes.map(({ id }, index) => [id, index]));
  const boxOf = (id: NodeId, among: readonly Box[]) => among[number.get(id) ?? -1];
  const inTheWay = [...moved];
  const kept = scope.transitions.map(({ from, to }, index) => {
    const [source, target] = [boxOf(from, boxes), boxOf(to, boxes)];
    const route = laid.routes[index];
    const touched = (source && moved.has(source)) || (target && moved.has(target));
    return route && !touched && !inTheWay.some((box) => crosses(route, box)) ? route : undefined;
  });
  const labels = kept.flatMap((route) => route?.label ?? []);
  const lines = kept.flatMap((route) => (route ? stretchesOf(route.points) : []));
  const routes = scope.transitions.map(({ from, to }, index): EdgeRoute => {
    const before = laid.routes[index] ?? { points: [], back: false };
    const route = kept[index];
    const [source, target] = [boxOf(from, boxes), boxOf(to, boxes)];
    const [wasSource, wasTarget] = [boxOf(from, laid.boxes), boxOf(to, laid.boxes)];
    if (route || !source || !target || !wasSource || !wasTarget) return before;
    const leave = shifted(endAt(before.points, 'first'), wasSource, source);
    const arrive = shifted(endAt(before.points, 'last'), wasTarget, target);
    const points =
      routeBetween(leave, arrive, [...boxes, ...labels]) ??
      routeBetween(leave, arrive, boxes) ??
      straight(leave.point, arrive.point);
    const label = before.label && labelPlace(points, before.label, [...boxes, ...labels], lines);
    if (label) labels.push(label);
    lines.push(...stretchesOf(points));
    return { points, back: arrive.point.y < leave.point.y, ...(label ? { label } : {}) };
  });
  return { boxes, routes, ...boundsOf(boxes, routes) };
}

function movedBoxes(scope: ScopeGraph, { boxes }: ScopeLayout, offsets: Offsets): readonly Box[] {
  const standing = boxes.filter((_, index) => !offsets.has(scope.nodes[index]?.id ?? ('' as NodeId)));
  return boxes.map((box, index) => {
    const offset = offsets.get(scope.nodes[index]?.id ?? ('' as NodeId));
    if (!offset) return box;
    const place = freePlace({ ...box, x: box.x + offset.x, y: box.y + offset.y }, standing);
    standing.push(place);
    return place;
  });
}

/** One end of a way, and which way the line goes there. */
function endAt(points: readonly Point[], which: 'first' | 'last'): End {
  const [at, other] = which === 'first' ? [points[0], points[1]] : [points.at(-1), points.at(-2)];
  if (!at || !other) return { point: at ?? { x: 0, y: 0 }, heading: 'down' };
  const [from, to] = which === 'first' ? [at, other] : [other, at];
  if (from.x === to.x) return { point: at, heading: from.y <= to.y ? 'down' : 'up' };
  return { point: at, heading: from.x <= to.x ? 'right' : 'left' };
}

/** Where there is no way around: through what is there, as short as can be. */
function straight(from: Point, to: Point): readonly Point[] {
  const y = (from.y + to.y) / 2;
  return [from, { x: from.x, y }, { x: to.x, y }, to];
}

const shifted = ({ point, heading }: End, was: Box, is: Box): End => ({
  point: { x: point.x + is.x - was.x, y: point.y + is.y - was.y },
  heading,
});

/** Pixels that a way keeps from a node that came near. */
const NEAR = 6;

function crosses({ points, label }: EdgeRoute, box: Box): boolean {
  const room = {
    x: box.x - NEAR,
    y: box.y - NEAR,
    width: box.width + 2 * NEAR,
    height: box.height + 2 * NEAR,
  };
  if (label && overlaps(label, room)) return true;
  return stretchesOf(points).some((stretch) => overlaps(stretch, room));
}

const stretchesOf = (points: readonly Point[]): readonly Box[] =>
  points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    const width = Math.abs(from.x - to.x);
    const height = Math.abs(from.y - to.y);
    return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width, height };
  });

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function boundsOf(boxes: readonly Box[], routes: readonly EdgeRoute[]) {
  const all: readonly Box[] = [
    ...boxes,
    ...routes.flatMap(({ label }) => label ?? []),
    ...routes.flatMap(({ points }) => points.map((point) => ({ ...point, width: 0, height: 0 }))),
  ];
  const left = Math.min(...all.map(({ x }) => x));
  const top = Math.min(...all.map(({ y }) => y));
  return {
    left,
    top,
    width: Math.max(...all.map(({ x, width }) => x + width)) - left,
    height: Math.max(...all.map(({ y, height }) => y + height)) - top,
  };
}
