import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Graph, NodeId } from '../../graph';
import type { Point } from '../layout.types';
import { layoutGraph } from '../layoutGraph';
import { arbitraryGraph } from '../testing/arbitraryGraph';
import { boxOf, drawingFaults } from '../testing/drawingFaults';
import { freePlace } from './freePlace';
import { routeBetween } from './router';

const nodesOf = (graph: Graph): readonly NodeId[] =>
  graph.scopes.flatMap(({ nodes }) => nodes.map(({ id }) => id));

const offset = fc.record({ x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -400, max: 400 }) });
const offsetsIn = (graph: Graph, picks: readonly (readonly [number, Point])[]) => {
  const nodes = nodesOf(graph);
  return new Map(picks.map(([which, by]) => [nodes[which % nodes.length] ?? ('' as NodeId), by]));
};
const picks = fc.array(fc.tuple(fc.nat(), offset), { minLength: 1, maxLength: 4 });
const direction = fc.constantFrom('down' as const, 'right' as const);

describe('a drawing with nodes moved by hand', () => {
  it('still overlaps no nodes, sends no transition through a state and lays no label over anything', () => {
    fc.assert(
      fc.property(arbitraryGraph, picks, direction, (graph, some, way) => {
        const layout = layoutGraph(graph, { direction: way, moved: offsetsIn(graph, some) });
        expect(graph.scopes.flatMap((scope) => drawingFaults(scope, layout))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('moves a node by its offset where nothing is in the way, and only it', () => {
    fc.assert(
      fc.property(arbitraryGraph, direction, (graph, way) => {
        const [machine] = graph.scopes;
        if (!machine) return;
        const plain = layoutGraph(graph, { direction: way });
        const by = { x: -plain.width - 500, y: 30 };
        const layout = layoutGraph(graph, { direction: way, moved: new Map([[machine.start, by]]) });
        const [was, is] = [boxOf(plain, machine.start), boxOf(layout, machine.start)];
        expect([is.x - was.x, is.y - was.y]).toEqual([by.x, by.y]);
        for (const { id } of machine.nodes) {
          if (id !== machine.start) expect(boxOf(layout, id)).toEqual(boxOf(plain, id));
        }
        expect(layout.x).toBeLessThanOrEqual(is.x);
      }),
    );
  });
});

describe('a free place', () => {
  it('is the wished one, or as near as what is there allows', () => {
    const wished = { x: 0, y: 0, width: 100, height: 50 };
    expect(freePlace(wished, [])).toEqual(wished);
    expect(freePlace(wished, [{ x: 0, y: 40, width: 100, height: 50 }])).toEqual({ ...wished, y: -34 });
  });
});

describe('a way between two nodes', () => {
  it('goes around what is between them, with as few corners as it takes', () => {
    const from = { x: 0, y: 0, width: 100, height: 50 };
    const to = { x: 0, y: 300, width: 100, height: 50 };
    const between = { x: 0, y: 150, width: 100, height: 50 };
    const ends = [
      { point: { x: 50, y: 50 }, heading: 'down' },
      { point: { x: 50, y: 300 }, heading: 'down' },
    ] as const;
    expect(routeBetween(...ends, [from, to])).toEqual([
      { x: 50, y: 50 },
      { x: 50, y: 300 },
    ]);
    expect(routeBetween(...ends, [from, to, between])).toHaveLength(6);
  });
});
