import { describe, expect, it } from 'vitest';
import type { Box, Layout, NodeId } from '../../../asl';
import { graphOf, node, scopeOf } from '../testing';
import { flowNodes } from './flowNodes';
import type { GraphIndex } from './graphIndex';

const states = {
  Each: {
    Type: 'Map',
    ItemProcessor: scopeOf({ Inside: { Type: 'Pass', End: true } }),
    Next: 'Nowhere',
  },
};
const nothing = {};

/** Every node 100 × 50, one below the other. */
function stacked(index: GraphIndex): Layout {
  const nodes = Object.fromEntries(
    [...index.nodes.keys()].map((id, at): [NodeId, Box] => [
      id,
      { x: 0, y: at * 60, width: 100, height: 50 },
    ]),
  );
  return { nodes, edges: {}, x: 0, y: 0, width: 100, height: 60 * index.nodes.size };
}

describe("a graph as React Flow's nodes", () => {
  const index = graphOf(states);
  const layout = stacked(index);

  it('has every node in absolute coordinates, containers behind what they contain', () => {
    const nodes = flowNodes(index, layout, nothing, []);
    expect(nodes).toHaveLength(index.nodes.size);
    const each = nodes.find(({ id }) => id === node('Each'));
    const inside = nodes.find(({ id }) => id === node('Each/ItemProcessor/States/Inside'));
    expect(each?.type).toBe('container');
    expect(inside?.type).toBe('state');
    expect(each?.zIndex).toBeLessThan(inside?.zIndex ?? 0);
    expect(nodes.some(({ type }) => type === 'missing')).toBe(true);
    expect(nodes.every((drawn) => drawn.parentId === undefined)).toBe(true);
  });

  it('is the same list, object for object, when the graph was made anew and nothing changed', () => {
    const before = flowNodes(index, layout, nothing, []);
    const again = graphOf(states);
    expect(flowNodes(again, stacked(again), nothing, before)).toBe(before);
  });

  it('replaces only the nodes that a selection touches', () => {
    const before = flowNodes(index, layout, nothing, []);
    const after = flowNodes(
      index,
      layout,
      { selected: new Set([node('Each')]), tabStop: node('Each') },
      before,
    );
    const changed = after.filter((drawn) => !before.includes(drawn));
    expect(changed.map(({ id }) => id)).toEqual([node('Each')]);
  });

  it('raises the node that is being renamed above all others', () => {
    const nodes = flowNodes(index, layout, { renaming: node('Each') }, []);
    const raised = nodes.reduce((top, other) => ((other.zIndex ?? 0) > (top.zIndex ?? 0) ? other : top));
    expect(raised.id).toBe(node('Each'));
  });

  it('leaves out what the layout has no place for', () => {
    expect(
      flowNodes(index, { nodes: {}, edges: {}, x: 0, y: 0, width: 0, height: 0 }, nothing, []),
    ).toHaveLength(0);
  });
});
