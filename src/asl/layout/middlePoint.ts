import type { Box, EdgeRoute, Point } from './layout.types';
import { contains, distance, pathLength, pointAlong } from './path';

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

/** At the right of a label, in the middle of its height. */
export function besideLabel(label: Box): Point {
  return { x: label.x + label.width + ROOM, y: label.y + label.height / 2 };
}
