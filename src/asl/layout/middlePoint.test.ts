import { describe, expect, it } from 'vitest';
import type { Box, EdgeRoute } from './layout.types';
import { middlePoint } from './middlePoint';

function box(x: number, y: number, width: number, height: number): Box {
  return { x, y, width, height };
}
function line(x: number, from: number, to: number): EdgeRoute {
  return {
    points: [
      { x, y: from },
      { x, y: to },
    ],
    back: false,
  };
}

describe('the place of the count on a transition', () => {
  it('is its middle', () => {
    expect(middlePoint(line(50, 0, 100))).toEqual({ x: 50, y: 50 });
  });

  it('makes way for the label', () => {
    const point = middlePoint({ ...line(50, 0, 200), label: box(0, 90, 100, 20) });
    expect(point.x).toBe(50);
    expect(Math.abs(point.y - 100)).toBeGreaterThan(23);
  });

  it('is beside the label where the line has no room', () => {
    expect(middlePoint({ ...line(50, 0, 40), label: box(0, 10, 100, 20) })).toEqual({ x: 113, y: 20 });
  });
});
