import type { Box, Point } from './layout.types';

/** Radius of an edge's corners, in pixels; smaller where a segment is too short for it. */
const CORNER = 8;

/** An orthogonal poly-line as SVG path data with rounded corners. Its commands depend on the number of points only, so that two paths of one length can be morphed. */
export function roundedPath(points: readonly Point[], radius = CORNER): string {
  const [first, ...rest] = points;
  const last = rest.pop();
  if (!first || !last) return '';
  let d = `M${at(first)}`;
  let from = first;
  rest.forEach((corner, index) => {
    const to = rest[index + 1] ?? last;
    const r = Math.min(radius, distance(from, corner) / 2, distance(corner, to) / 2);
    d += `L${at(towards(corner, from, r))}Q${at(corner)} ${at(towards(corner, to, r))}`;
    from = corner;
  });
  return `${d}L${at(last)}`;
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function pathLength(points: readonly Point[]): number {
  return segments(points).reduce((sum, [a, b]) => sum + distance(a, b), 0);
}

/** The point `length` pixels along the line; its ends when outside. */
export function pointAlong(points: readonly Point[], length: number): Point {
  let left = Math.max(0, length);
  for (const [a, b] of segments(points)) {
    const piece = distance(a, b);
    if (left <= piece && piece > 0) return towards(a, b, left);
    left -= piece;
  }
  return points[points.length - 1] ?? { x: 0, y: 0 };
}

/** The line without its last `length` pixels, at least a stub of its last segment: room for an arrowhead. */
export function trimEnd(points: readonly Point[], length: number): readonly Point[] {
  const end = points[points.length - 1];
  const before = points[points.length - 2];
  if (!end || !before) return points;
  return [...points.slice(0, -1), towards(end, before, Math.min(length, distance(end, before) / 2))];
}

/** As `trimEnd`, at the other end. */
export function trimStart(points: readonly Point[], length: number): readonly Point[] {
  return [...trimEnd([...points].reverse(), length)].reverse();
}

/** Direction of the last segment in degrees, 0 to the right, 90 down. */
export function endAngle(points: readonly Point[]): number {
  const end = points[points.length - 1];
  const before = points[points.length - 2];
  return end && before ? (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI : 90;
}

export function segments(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.slice(1).map((point, index) => [points[index] ?? point, point] as const);
}

/** Distance of a point from the line. */
export function distanceToPath(points: readonly Point[], point: Point): number {
  return Math.min(
    ...segments(points).map(([a, b]) => distanceToSegment(a, b, point)),
    Number.POSITIVE_INFINITY,
  );
}

function distanceToSegment(a: Point, b: Point, p: Point): number {
  const squared = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const t = squared === 0 ? 0 : ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / squared;
  const clamped = Math.max(0, Math.min(1, t));
  return distance(p, { x: a.x + clamped * (b.x - a.x), y: a.y + clamped * (b.y - a.y) });
}

export function contains(box: Box, point: Point, margin = 0): boolean {
  return (
    point.x >= box.x - margin &&
    point.x <= box.x + box.width + margin &&
    point.y >= box.y - margin &&
    point.y <= box.y + box.height + margin
  );
}

/** 0 inside. */
export function distanceToBox(box: Box, point: Point): number {
  const dx = Math.max(box.x - point.x, point.x - (box.x + box.width), 0);
  const dy = Math.max(box.y - point.y, point.y - (box.y + box.height), 0);
  return Math.hypot(dx, dy);
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  if (whole === 0) return from;
  const t = length / whole;
  return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}`;
}

/** Corners only where the way turns. */
export function withoutStraightPoints(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    const before = kept.at(-2);
    if (last && last.x === point.x && last.y === point.y) continue;
    const straight =
      last &&
      before &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (straight) kept.pop();
    kept.push(point);
  }
  return kept;
}
