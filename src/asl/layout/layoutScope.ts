import type { ScopeGraph } from '../graph';
import { placeBackLanes } from './backLanes';
import { alignBlocks } from './blocks';
import { assignTracks } from './channels';
import { placeColumns } from './columns';
import { buildLayers, type Layered, type ScopeLink } from './layers';
import type { Box, EdgeRoute, Point } from './layout.types';
import { orderLayers } from './order';
import { placePorts } from './ports';
import { rankNodes } from './ranks';
import { readingOrder } from './readingOrder';
import { type Placed, routeOf } from './routes';
import { placeRows } from './rows';
import { labelSize, type Size } from './sizes';

/** One scope laid out by itself; its left upper corner is (0, 0). Lists follow those of the scope's graph. */
export interface ScopeLayout extends Size {
  readonly boxes: readonly Box[];
  readonly routes: readonly EdgeRoute[];
}

/**
 * Lays out one scope top-down: rows by the longest way, columns in rule order, orthogonal ways that pass no
 * node. Nothing of it depends on the order of the states in the text.
 *
 * @param sizes  of the scope's nodes, containers with their inside
 * @param turned  the result will be transposed: labels, which are not, lie along the other axis
 */
export function layoutScope(scope: ScopeGraph, sizes: readonly Size[], turned: boolean): ScopeLayout {
  const { nodeOrder, linkOrder } = readingOrder(scope);
  const nodes = pick(scope.nodes, nodeOrder);
  const transitions = pick(scope.transitions, linkOrder);
  const number = new Map(nodes.map(({ id }, index) => [id, index]));
  const start = number.get(scope.start) ?? 0;
  const end = number.get(scope.end) ?? -1;
  const links: ScopeLink[] = transitions.map(({ from, to, label, kind }) => ({
    from: number.get(from) ?? start,
    to: number.get(to) ?? start,
    label: label === '' ? undefined : labelSize(label, kind.type === 'choice'),
    isCatch: kind.type === 'catch',
  }));
  const out: number[][] = nodes.map(() => []);
  links.forEach(({ from }, link) => {
    out[from]?.push(link);
  });

  const ranks = rankNodes(links, out, start, end);
  const layered = buildLayers(pick(sizes, nodeOrder), links, ranks, turned);
  orderLayers(layered);
  const middle = placeColumns(layered, alignBlocks(layered));
  const backLaneX = placeBackLanes(layered, middle);
  const ports = placePorts(layered, middle, backLaneX);
  const channels = assignTracks(layered, middle, ports, backLaneX);
  const laid = measured({ layered, middle, ports, backLaneX, channels, rows: placeRows(layered, channels) });
  return { ...laid, boxes: putBack(laid.boxes, nodeOrder), routes: putBack(laid.routes, linkOrder) };
}

function pick<Item>(items: readonly Item[], order: readonly number[]): readonly Item[] {
  const picked: Item[] = [];
  for (const index of order) {
    const item = items[index];
    if (item !== undefined) picked.push(item);
  }
  return picked;
}

function putBack<Item>(items: readonly Item[], order: readonly number[]): readonly Item[] {
  const back = [...items];
  items.forEach((item, index) => {
    back[order[index] ?? index] = item;
  });
  return back;
}

function measured(placed: Placed): ScopeLayout {
  const { layered, middle, rows } = placed;
  const boxes = boxesOf(layered, middle, rows.top);
  const routes = layered.links.map(({ label }, link) => {
    const points = routeOf(link, placed);
    const vertex = layered.vertices[layered.ways[link]?.[1] ?? -1];
    return {
      points,
      back: layered.back[link] ?? false,
      ...(label !== undefined && vertex?.kind === 'label'
        ? { label: boxOf(middle[vertex.index] ?? 0, rows.top[vertex.layer] ?? 0, vertex) }
        : {}),
    };
  });
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  const see = (from: number, to: number) => {
    left = Math.min(left, from);
    right = Math.max(right, to);
  };
  for (const { x, width } of boxes) see(x, x + width);
  for (const { points, label } of routes) {
    if (label) see(label.x, label.x + label.width);
    for (const { x } of points) see(x, x);
  }
  const shift = (point: Point) => ({ x: point.x - left, y: point.y });
  return {
    width: right - left,
    height: rows.height,
    boxes: boxes.map((box) => ({ ...box, ...shift(box) })),
    routes: routes.map((route) => ({
      ...route,
      points: route.points.map(shift),
      ...(route.label ? { label: { ...route.label, ...shift(route.label) } } : {}),
    })),
  };
}

function boxesOf({ vertices }: Layered, middle: Float64Array, top: readonly number[]): readonly Box[] {
  return vertices
    .filter(({ kind }) => kind === 'node')
    .map((vertex) => boxOf(middle[vertex.index] ?? 0, top[vertex.layer] ?? 0, vertex));
}

const boxOf = (middle: number, top: number, { width, height }: Size): Box => ({
  x: middle - width / 2,
  y: top,
  width,
  height,
});
