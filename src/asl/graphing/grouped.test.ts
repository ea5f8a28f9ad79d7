import { expect, it } from 'vitest';
import { grouped } from './grouped';

it('groups the digits of a count by threes', () => {
  expect([7, 980, 4980, 1234567].map((count) => grouped(count).replaceAll('\u202f', ' '))).toEqual([
    '7',
    '980',
    '4 980',
    '1 234 567',
  ]);
});
