import { describe, expect, it } from 'vitest';
import type { Box, EdgeRoute, Layout, NodeId, Point, TransitionId } from '../../../asl';
import { graphOf, node, scopeOf, transition } from '../testing';
import { nodeAt, scopeAt, scopeBox, transitionAt } from './hitTest';

const pass = { Type: 'Pass', End: true };
const index = graphOf({
  Both: { Type: 'Parallel', Branches: [scopeOf({ L: pass }), scopeOf({ R: pass })], Next: 'After' },
  After: { Type: 'Pass', Next: 'Both' },
});
const branch = (at: number) => `/States/Both/Branches/${at}`;
const left = `${branch(0)}/States/L` as NodeId;
const right = `${branch(1)}/States/R` as NodeId;
const layout: Layout = {
  nodes: {
    [node('Both')]: { x: 0, y: 0, width: 400, height: 200 },
    [left]: { x: 20, y: 60, width: 150, height: 50 },
    [right]: { x: 230, y: 60, width: 150, height: 50 },
    [node('After')]: { x: 100, y: 300, width: 150, height: 50 },
  } as Readonly<Record<NodeId, Box>>,
  edges: {
    [transition('Both#next')]: route({ x: 200, y: 200 }, { x: 200, y: 300 }),
    [transition('After#next')]: {
      ...route({ x: 215, y: 300 }, { x: 215, y: 200 }),
      label: { x: 300, y: 240, width: 60, height: 20 },
    },
  } as Readonly<Record<TransitionId, EdgeRoute>>,
  width: 400,
  height: 350,
  x: 0,
  y: 0,
};

function route(...points: readonly Point[]): EdgeRoute {
  return { points, back: false };
}

describe('what lies under a point', () => {
  it('is the innermost node', () => {
    expect(nodeAt(index, layout, { x: 30, y: 70 })).toBe(left);
    expect(nodeAt(index, layout, { x: 200, y: 30 })).toBe(node('Both'));
    expect(nodeAt(index, layout, { x: 390, y: 340 })).toBeUndefined();
  });

  it('is the nearest transition within reach', () => {
    expect(transitionAt(index, layout, { x: 204, y: 250 }, 10)).toBe(transition('Both#next'));
    expect(transitionAt(index, layout, { x: 212, y: 250 }, 10)).toBe(transition('After#next'));
    expect(transitionAt(index, layout, { x: 180, y: 250 }, 10)).toBeUndefined();
  });

  it('is a transition by its label, too', () => {
    expect(transitionAt(index, layout, { x: 330, y: 250 }, 10)).toBe(transition('After#next'));
  });

  it('leaves out transitions that are not wanted', () => {
    const notBoth = (id: TransitionId) => id !== transition('Both#next');
    expect(transitionAt(index, layout, { x: 206, y: 250 }, 10, notBoth)).toBe(transition('After#next'));
  });

  it('is the scope of the nearest branch inside a Parallel, the machine outside', () => {
    expect(scopeAt(index, layout, { x: 100, y: 150 })).toBe(branch(0));
    expect(scopeAt(index, layout, { x: 300, y: 150 })).toBe(branch(1));
    expect(scopeAt(index, layout, { x: 300, y: 320 })).toBe('');
  });
});

describe('the box of a scope', () => {
  it('is around all of its nodes', () => {
    expect(scopeBox(index, layout, '' as never)).toEqual({ x: 0, y: 0, width: 400, height: 350 });
  });
});
