import { describe, expect, it } from 'vitest';
import { menuPlace } from './menuPlace';

const canvas = { width: 800, height: 500 };

describe('the place of a menu', () => {
  it('is to the right of the point, at its height', () => {
    expect(menuPlace({ x: 100, y: 250 }, 8, canvas)).toEqual({
      left: 118,
      top: 125,
      width: 176,
      height: 250,
    });
  });
  it('is to the left where there is no room at the right', () => {
    const { left, width } = menuPlace({ x: 700, y: 250 }, 8, canvas);
    expect(left + width).toBe(700 - 18);
  });
  it('stays inside the canvas, however many rows it has', () => {
    expect(menuPlace({ x: 100, y: 10 }, 8, canvas).top).toBe(8);
    const { top, height } = menuPlace({ x: 100, y: 490 }, 100, canvas);
    expect(top).toBe(8);
    expect(top + height).toBe(492);
  });
});
