import type { Box, Point } from '../layout.types';
import type { Size } from '../sizes';

/**
 * Where a label stands on its way: in the middle of the longest stretch where it covers nothing, else beside it.
 *
 * @param taken  what it must not cover
 * @param lines  of other transitions, which it covers only where there is no room else
 */
export function labelPlace(
  points: readonly Point[],
  size: Size,
  taken: readonly Box[],
  lines: readonly Box[],
): Box {
  const stretches = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  const longestFirst = stretches.sort((a, b) => lengthOf(b) - lengthOf(a));
  const free = (box: Box) => !taken.some((other) => overlaps(box, other));
  const places = longestFirst.flatMap(({ from, to }) =>
    PARTS.map((part) =>
      around({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }, size),
    ),
  );
  const onItsWay =
    places.find((box) => free(box) && !lines.some((line) => overlaps(box, line))) ?? places.find(free);
  if (onItsWay) return onItsWay;
  const [longest] = longestFirst;
  const middle = longest
    ? { x: (longest.from.x + longest.to.x) / 2, y: (longest.from.y + longest.to.y) / 2 }
    : (points[0] ?? { x: 0, y: 0 });
  return spiral(middle, size, free);
}

/** Shares of a stretch at which a label is tried. */
const PARTS = [0.5, 0.3, 0.7, 0.15, 0.85];

/** Further and further out in rings, until there is room. */
function spiral(middle: Point, size: Size, free: (box: Box) => boolean): Box {
  for (let ring = 1; ; ring++) {
    for (let step = -ring; step <= ring; step++) {
      const ways: readonly Point[] = [
        { x: step, y: -ring },
        { x: step, y: ring },
        { x: -ring, y: step },
        { x: ring, y: step },
      ];
      for (const way of ways) {
        const box = around({ x: middle.x + way.x * 12, y: middle.y + way.y * 12 }, size);
        if (free(box)) return box;
      }
    }
  }
}

const around = ({ x, y }: Point, { width, height }: Size): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

const lengthOf = ({ from, to }: { readonly from: Point; readonly to: Point }): number =>
  Math.abs(from.x - to.x) + Math.abs(from.y - to.y);

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
