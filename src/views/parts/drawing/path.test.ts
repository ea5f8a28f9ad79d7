import { describe, expect, it } from 'vitest';
import {
  contains,
  distanceToBox,
  distanceToPath,
  endAngle,
  overlaps,
  pathLength,
  pointAlong,
  roundedPath,
  trimEnd,
  trimStart,
} from './path';

const corner = [
  { x: 0, y: 0 },
  { x: 0, y: 100 },
  { x: 50, y: 100 },
];

describe('an edge as a path', () => {
  it('rounds each corner with a curve that starts and ends 8 px before it', () => {
    expect(roundedPath(corner)).toBe('M0,0L0,92Q0,100 8,100L50,100');
  });

  it('makes a corner smaller where a segment has no room for it', () => {
    const tight = [
      { x: 0, y: 0 },
      { x: 0, y: 6 },
      { x: 50, y: 6 },
    ];
    expect(roundedPath(tight)).toBe('M0,0L0,3Q0,6 3,6L50,6');
  });

  it('has the same commands for the same number of points, so that it can be morphed', () => {
    const commands = (path: string) => path.replace(/[^A-Z]/g, '');
    const flat = corner.map(({ x }) => ({ x, y: 0 }));
    expect(commands(roundedPath(corner))).toBe(commands(roundedPath(flat)));
  });

  it('is nothing for less than two points', () => {
    expect(roundedPath([])).toBe('');
    expect(roundedPath([{ x: 1, y: 1 }])).toBe('');
  });

  it('knows its length and the points along it', () => {
    expect(pathLength(corner)).toBe(150);
    expect(pointAlong(corner, 40)).toEqual({ x: 0, y: 40 });
    expect(pointAlong(corner, 120)).toEqual({ x: 20, y: 100 });
    expect(pointAlong(corner, -5)).toEqual({ x: 0, y: 0 });
    expect(pointAlong(corner, 999)).toEqual({ x: 50, y: 100 });
  });

  it('is shortened for the arrowhead, but never by more than half of its last segment', () => {
    expect(trimEnd(corner, 7).at(-1)).toEqual({ x: 43, y: 100 });
    expect(trimEnd(corner, 80).at(-1)).toEqual({ x: 25, y: 100 });
    expect(trimStart(corner, 10)).toEqual([{ x: 0, y: 10 }, ...corner.slice(1)]);
  });

  it('points its arrowhead along the last segment', () => {
    expect(endAngle(corner)).toBe(0);
    expect(endAngle(corner.slice(0, 2))).toBe(90);
    expect(endAngle([...corner].reverse())).toBe(-90);
  });

  it('measures how far a point is from the line, ends included', () => {
    expect(distanceToPath(corner, { x: 12, y: 50 })).toBe(12);
    expect(distanceToPath(corner, { x: 53, y: 104 })).toBe(5);
    expect(distanceToPath([], { x: 0, y: 0 })).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('boxes', () => {
  const box = { x: 10, y: 10, width: 20, height: 10 };
  it('contain their border, and a margin when asked', () => {
    expect(contains(box, { x: 10, y: 20 })).toBe(true);
    expect(contains(box, { x: 9, y: 20 })).toBe(false);
    expect(contains(box, { x: 9, y: 20 }, 2)).toBe(true);
  });
  it('are as far away as their nearest border', () => {
    expect(distanceToBox(box, { x: 12, y: 12 })).toBe(0);
    expect(distanceToBox(box, { x: 33, y: 24 })).toBe(5);
  });
  it('overlap only with an area in common', () => {
    expect(overlaps(box, { x: 29, y: 19, width: 5, height: 5 })).toBe(true);
    expect(overlaps(box, { x: 30, y: 10, width: 5, height: 5 })).toBe(false);
  });
});
