import type { Box, Point } from '../layout.types';
import { withoutStraightPoints } from '../path';
import { createHeap } from './heap';

/** Pixels between a way and a node it passes. */
const CLEARANCE = 12;
/** Pixels from a node within which no way runs, but to it. */
const TOO_NEAR = 4;
/** What a corner costs, in pixels of way. */
const CORNER = 60;

type Heading = 0 | 1 | 2 | 3;
const RIGHT = 0;
const DOWN = 1;
const LEFT = 2;
const UP = 3;

/** A point on a node's border and which way a line goes there. */
export interface End {
  readonly point: Point;
  readonly heading: 'right' | 'down' | 'left' | 'up';
}

const HEADINGS: Readonly<Record<End['heading'], Heading>> = { right: RIGHT, down: DOWN, left: LEFT, up: UP };

/**
 * An orthogonal way from one node to another that goes through no box, short and with few corners: the cheapest one on
 * the lines that run beside the boxes.
 *
 * @param from where it leaves its node, and the direction in which
 * @param to where it arrives, and the direction in which it arrives
 * @returns undefined when the boxes leave no way
 */
export function routeBetween(from: End, to: End, boxes: readonly Box[]): readonly Point[] | undefined {
  const start = ahead(from, CLEARANCE);
  const goal = ahead(to, -CLEARANCE);
  const xs = lines(boxes, 'x', 'width', [start.x, goal.x]);
  const ys = lines(boxes, 'y', 'height', [start.y, goal.y]);
  const grid = createGrid(xs, ys, boxes);
  const way = cheapest(grid, start, HEADINGS[from.heading], goal, HEADINGS[to.heading]);
  return way && withoutStraightPoints([from.point, ...way, to.point]);
}

function ahead({ point: { x, y }, heading }: End, by: number): Point {
  switch (heading) {
    case 'right':
      return { x: x + by, y };
    case 'left':
      return { x: x - by, y };
    case 'down':
      return { x, y: y + by };
    case 'up':
      return { x, y: y - by };
  }
}

function lines(
  boxes: readonly Box[],
  axis: 'x' | 'y',
  size: 'width' | 'height',
  more: readonly number[],
): readonly number[] {
  const at = new Set(more);
  for (const box of boxes) at.add(box[axis] - CLEARANCE).add(box[axis] + box[size] + CLEARANCE);
  return [...at].sort((a, b) => a - b);
}

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Whether the way from a crossing to the next one in a direction goes through a box. */
  blocked(column: number, row: number, heading: Heading): boolean;
}

function createGrid(xs: readonly number[], ys: readonly number[], boxes: readonly Box[]): Grid {
  const columns = xs.length;
  // Whether the stretch to the right of a crossing, and the one under it, is inside a box.
  const right = new Uint8Array(columns * ys.length);
  const down = new Uint8Array(columns * ys.length);
  for (const { x, y, width, height } of boxes) {
    const firstColumn = lowerBound(xs, x - TOO_NEAR);
    const firstRow = lowerBound(ys, y - TOO_NEAR);
    const lastX = x + width + TOO_NEAR;
    const lastY = y + height + TOO_NEAR;
    for (let row = Math.max(0, firstRow - 1); row < ys.length && (ys[row] ?? 0) < lastY; row++) {
      for (
        let column = Math.max(0, firstColumn - 1);
        column < columns && (xs[column] ?? 0) < lastX;
        column++
      ) {
        if (row >= firstRow) right[row * columns + column] = 1;
        if (column >= firstColumn) down[row * columns + column] = 1;
      }
    }
  }
  return {
    xs,
    ys,
    blocked(column, row, heading) {
      const at = row * columns + column;
      switch (heading) {
        case RIGHT:
          return column + 1 >= columns || right[at] === 1;
        case LEFT:
          return column === 0 || right[at - 1] === 1;
        case DOWN:
          return row + 1 >= ys.length || down[at] === 1;
        default:
          return row === 0 || down[at - columns] === 1;
      }
    },
  };
}

const STEP: Readonly<Record<Heading, readonly [number, number]>> = {
  [RIGHT]: [1, 0],
  [DOWN]: [0, 1],
  [LEFT]: [-1, 0],
  [UP]: [0, -1],
};
const ALL: readonly Heading[] = [RIGHT, DOWN, LEFT, UP];

/** Dijkstra's search over crossings and headings, drawn towards the goal (A*). */
function cheapest(
  grid: Grid,
  start: Point,
  startHeading: Heading,
  goal: Point,
  goalHeading: Heading,
): readonly Point[] | undefined {
  const { xs, ys } = grid;
  const columns = xs.length;
  const cell = (point: Point, heading: Heading) =>
    (ys.indexOf(point.y) * columns + xs.indexOf(point.x)) * 4 + heading;
  const pointAt = (at: number): Point => {
    const crossing = at >> 2;
    return { x: xs[crossing % columns] ?? 0, y: ys[Math.floor(crossing / columns)] ?? 0 };
  };
  const first = cell(start, startHeading);
  const last = cell(goal, goalHeading);
  const cost = new Float64Array(columns * ys.length * 4).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(cost.length).fill(-1);
  const heap = createHeap();
  const estimate = (point: Point) => Math.abs(point.x - goal.x) + Math.abs(point.y - goal.y);
  cost[first] = 0;
  heap.push(first, estimate(start));
  for (let here = heap.pop(); here >= 0; here = heap.pop()) {
    if (here === last) return wayBack(from, here, pointAt);
    const heading = (here & 3) as Heading;
    const crossing = here >> 2;
    const column = crossing % columns;
    const row = Math.floor(crossing / columns);
    const point = pointAt(here);
    const soFar = cost[here] ?? 0;
    for (const next of ALL) {
      if ((next ^ heading) === 2) continue;
      const turn = next === heading ? 0 : CORNER;
      if (turn > 0) {
        relax(here, crossing * 4 + next, soFar + turn, point);
      } else if (!grid.blocked(column, row, next)) {
        const [dx, dy] = STEP[next];
        const there = ((row + dy) * columns + column + dx) * 4 + next;
        const beyond = pointAt(there);
        relax(here, there, soFar + Math.abs(beyond.x - point.x) + Math.abs(beyond.y - point.y), beyond);
      }
    }
  }
  return undefined;

  function relax(here: number, there: number, price: number, point: Point): void {
    if (price >= (cost[there] ?? 0)) return;
    cost[there] = price;
    from[there] = here;
    heap.push(there, price + estimate(point));
  }
}

function wayBack(from: Int32Array, end: number, pointAt: (at: number) => Point): readonly Point[] {
  const way: Point[] = [];
  for (let at = end; at >= 0; at = from[at] ?? -1) way.push(pointAt(at));
  return way.reverse();
}

function lowerBound(values: readonly number[], least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
