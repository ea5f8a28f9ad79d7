import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph, NodeId, ScopeGraph } from '../graph';
import { layoutGraph } from './layoutGraph';
import { LayoutMemory } from './layoutMemory';
import { arbitraryGraph } from './testing/arbitraryGraph';
import { boxOf, drawingFaults, isInside } from './testing/drawingFaults';

const DIRECTIONS = ['down', 'right'] as const;
const RUNS = { numRuns: 150 };

const direction = fc.constantFrom(...DIRECTIONS);
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
        expect(graph.scopes.flatMap((scope) => drawingFaults(scope, layout))).toEqual([]);
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
          for (const { id } of nodes) expect(isInside(boxOf(layout, id), container)).toBe(true);
          for (const { id } of transitions) {
            for (const point of layout.edges[id]?.points ?? []) {
              expect(isInside({ ...point, width: 0, height: 0 }, container)).toBe(true);
            }
          }
        }
      }),
      RUNS,
    );
  });

  it('is the same with the memory of the drawings before', () => {
    const turns = fc.array(fc.record({ graph: arbitraryGraph, way: direction }), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(turns, (drawings) => {
        const memory = new LayoutMemory();
        for (const { graph, way } of [...drawings, ...drawings]) {
          const once = permuted(graph, 7);
          for (const each of [graph, graph, once]) {
            expect(layoutGraph(each, { direction: way, memory })).toEqual(
              layoutGraph(each, { direction: way }),
            );
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
        for (const box of Object.values(nodes)) expect(isInside(box, page)).toBe(true);
        for (const { points } of Object.values(edges)) {
          for (const point of points) expect(isInside({ ...point, width: 0, height: 0 }, page)).toBe(true);
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
