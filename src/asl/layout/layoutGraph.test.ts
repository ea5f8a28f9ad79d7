import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph, NodeId, ScopeGraph } from '../graph';
import type { Box, Layout, Point } from './layout.types';
import { layoutGraph } from './layoutGraph';
import { arbitraryGraph } from './testing/arbitraryGraph';

const DIRECTIONS = ['down', 'right'] as const;
const RUNS = { numRuns: 150 };

const direction = fc.constantFrom(...DIRECTIONS);
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

const boxOf = (layout: Layout, id: NodeId): Box => {
  const box = layout.nodes[id];
  if (!box) throw new Error(`no box for <${id}>`);
  return box;
};

const onBorder = ({ x, y }: Point, box: Box): boolean => {
  const within = (value: number, from: number, size: number) =>
    value >= from - EPSILON && value <= from + size + EPSILON;
  const at = (value: number, edge: number) => Math.abs(value - edge) < EPSILON;
  return (
    (within(x, box.x, box.width) && (at(y, box.y) || at(y, box.y + box.height))) ||
    (within(y, box.y, box.height) && (at(x, box.x) || at(x, box.x + box.width)))
  );
};

function pairs<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const));
}

/** Everything that must hold of a scope's drawing; what does not is told in words. */
function faults(scope: ScopeGraph, layout: Layout): readonly string[] {
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
    if (!first || !onBorder(first, boxOf(layout, from))) found.push(`${id} does not begin at its source`);
    if (!last || !onBorder(last, boxOf(layout, to))) found.push(`${id} does not end at its target`);
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
    for (const node of nodes)
      if (overlap(label.box, node.box)) found.push(`label of ${label.id} over ${node.id}`);
  }
  for (const [a, b] of pairs(labels))
    if (overlap(a.box, b.box)) found.push(`labels of ${a.id} and ${b.id} overlap`);
  return found;
}

const inside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - EPSILON &&
  inner.y >= outer.y - EPSILON &&
  inner.x + inner.width <= outer.x + outer.width + EPSILON &&
  inner.y + inner.height <= outer.y + outer.height + EPSILON;

function permuted(graph: Graph, seed: number): Graph {
  const shuffle = <Item>(items: readonly Item[]): readonly Item[] =>
    items
      .map((item, index) => ({ item, key: (Math.imul(index + 1, 2654435761) ^ seed) >>> 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  return {
    scopes: graph.scopes.map((scope) => {
      const order = new Map(shuffle(scope.nodes).map(({ id }, index) => [id, index]));
      const nodes = [...scope.nodes].sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
      const transitions = [...scope.transitions].sort(
        (a, b) => (order.get(a.from) ?? 0) - (order.get(b.from) ?? 0),
      );
      return { ...scope, nodes, transitions };
    }),
  };
}

describe('the layout of any graph', () => {
  it('overlaps no nodes, sends no transition through a state and lays no label over anything', () => {
    fc.assert(
      fc.property(arbitraryGraph, direction, (graph, way) => {
        const layout = layoutGraph(graph, { direction: way });
        expect(graph.scopes.flatMap((scope) => faults(scope, layout))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('draws the inside of a container within it', () => {
    fc.assert(
      fc.property(arbitraryGraph, direction, (graph, way) => {
        const layout = layoutGraph(graph, { direction: way });
        for (const { parent, nodes, transitions } of graph.scopes) {
          if (parent === undefined) continue;
          const container = boxOf(layout, parent as string as NodeId);
          for (const { id } of nodes) expect(inside(boxOf(layout, id), container)).toBe(true);
          for (const { id } of transitions) {
            for (const point of layout.edges[id]?.points ?? []) {
              expect(inside({ ...point, width: 0, height: 0 }, container)).toBe(true);
            }
          }
        }
      }),
      RUNS,
    );
  });

  it('does not depend on the order of the states in the text', () => {
    fc.assert(
      fc.property(arbitraryGraph, fc.nat(), direction, (graph, seed, way) => {
        const layout = layoutGraph(graph, { direction: way });
        expect(layoutGraph(permuted(graph, seed), { direction: way })).toEqual(layout);
      }),
      RUNS,
    );
  });

  it('lies within its own size, every number finite', () => {
    fc.assert(
      fc.property(arbitraryGraph, direction, (graph, way) => {
        const { nodes, edges, width, height } = layoutGraph(graph, { direction: way });
        const page = { x: 0, y: 0, width, height };
        for (const box of Object.values(nodes)) expect(inside(box, page)).toBe(true);
        for (const { points } of Object.values(edges)) {
          for (const point of points) expect(inside({ ...point, width: 0, height: 0 }, page)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('large graphs', () => {
  const chain = (length: number): Graph => {
    const ids = Array.from({ length }, (_, i) => `/States/S${i}` as string as NodeId);
    const start = 'start:' as NodeId;
    const all = [start, ...ids];
    return {
      scopes: [
        {
          path: '' as ScopeGraph['path'],
          start,
          end: 'end:' as NodeId,
          nodes: [
            { kind: 'start', id: start, scope: '' as ScopeGraph['path'] },
            ...ids.map((id, i) => ({
              kind: 'missing' as const,
              id,
              scope: '' as ScopeGraph['path'],
              name: `S${i}`,
            })),
          ],
          transitions: ids.map((id, i) => ({
            id: `${id}#next` as ScopeGraph['transitions'][number]['id'],
            kind: { type: 'next' as const },
            from: all[i] ?? start,
            to: id,
            scope: '' as ScopeGraph['path'],
            label: '',
            fullLabel: '',
          })),
        },
      ],
    };
  };

  it('draws a chain of 5,000 states as one straight column', () => {
    const { nodes } = layoutGraph(chain(5000), { direction: 'down' });
    const middles = new Set(Object.values(nodes).map(({ x, width }) => x + width / 2));
    expect(middles.size).toBe(1);
  });
});
