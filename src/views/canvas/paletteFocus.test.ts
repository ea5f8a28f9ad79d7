import { expect, it } from 'vitest';
import { stopFor } from './paletteFocus';

it('goes from stop to stop and stays at the ends', () => {
  expect(stopFor('ArrowDown', 0, 3, false)).toBe(1);
  expect(stopFor('ArrowDown', 2, 3, false)).toBe(2);
  expect(stopFor('ArrowUp', 0, 3, false)).toBe(0);
  expect(stopFor('Home', 2, 3, false)).toBe(0);
  expect(stopFor('End', 0, 3, false)).toBe(2);
});

it('leaves a text field the keys it needs', () => {
  expect(stopFor('ArrowDown', 0, 3, true)).toBe(1);
  expect(stopFor('Home', 0, 3, true)).toBeUndefined();
  expect(stopFor('End', 0, 3, true)).toBeUndefined();
  expect(stopFor('a', 0, 3, false)).toBeUndefined();
});
