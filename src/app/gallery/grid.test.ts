import { expect, it } from 'vitest';
import { stepInGrid } from './grid';

it.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 7, 7],
  ['ArrowLeft', 3, 2],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 1, 4],
  ['ArrowDown', 5, 7],
  ['ArrowDown', 6, 6],
  ['ArrowUp', 5, 2],
  ['ArrowUp', 2, -1],
  ['Home', 6, 0],
  ['End', 1, 7],
  ['a', 1, undefined],
])('eight cards in rows of three: %s at %i leads to %s', (key, at, to) => {
  expect(stepInGrid(key, at, 8, 3)).toBe(to);
});
