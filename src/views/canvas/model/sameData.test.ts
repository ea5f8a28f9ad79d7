import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameData } from './sameData';

describe('sameData', () => {
  it('says of any data whether its text is the same', () => {
    const plain = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        expect(sameData(a, structuredClone(a))).toBe(true);
        // -0 is written as 0.
        expect(sameData(a, b)).toBe(sorted(a) === sorted(b));
      }),
    );
  });

  it('takes a missing field for an undefined one', () => {
    expect(sameData({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(sameData({ a: 1 }, { a: 1, b: null })).toBe(false);
    expect(sameData([1], { 0: 1 })).toBe(false);
  });
});

/** JSON text with keys in order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
