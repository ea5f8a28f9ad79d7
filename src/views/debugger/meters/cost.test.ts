import { describe, expect, it } from 'vitest';
import { costOf, dollars } from './cost';

describe('the cost of an execution', () => {
  it('is 25 dollars for a million transitions of a Standard one, retries included', () => {
    expect(
      costOf({ type: 'STANDARD', transitions: 900_000, retries: 100_000, milliseconds: 9e9 }),
    ).toBeCloseTo(25);
  });
  it('is a request and begun tenths of seconds of an Express one', () => {
    const cost = (milliseconds: number) =>
      costOf({ type: 'EXPRESS', transitions: 5, retries: 0, milliseconds });
    expect(cost(0)).toBe(cost(100));
    expect(cost(101)).toBe(cost(200));
    expect(cost(1_000_000)).toBeCloseTo(0.000001 + 1000 * 0.0625 * 0.00001667, 12);
  });
  it('is said with two digits that count', () => {
    expect([0, 0.000025, 0.00125, 0.35, 12.5].map(dollars)).toEqual([
      '$0',
      '$0.000025',
      '$0.0013',
      '$0.35',
      '$12.50',
    ]);
  });
});
