import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../asl';
import { jsonSize, jsonSizeAtMost, jsonSizeExceeds } from './jsonSize';

const bytes = (value: Json): number => new TextEncoder().encode(JSON.stringify(value)).length;

describe('[L2] the size of a value', () => {
  it('is the number of bytes of its compact JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(jsonSize(value as Json)).toBe(bytes(value as Json));
      }),
    );
  });
  it('is never more than its estimate', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(jsonSizeAtMost(value as Json)).toBeGreaterThanOrEqual(bytes(value as Json));
      }),
    );
    for (const value of ['\u0000'.repeat(16_000), -2.2250738585072014e-308, [], {}, '', { '': -1e-300 }]) {
      expect(jsonSizeAtMost(value)).toBeGreaterThanOrEqual(bytes(value));
    }
    const large = 'x'.repeat(300_000);
    expect(jsonSizeAtMost(large)).toBe(bytes(large));
  });
  it('counts characters beyond ASCII and escapes in large texts', () => {
    const text = 'é€😀"\\\n\u0001'.repeat(5000);
    expect(jsonSize({ text })).toBe(bytes({ text }));
  });
  it('is exact at the limit', () => {
    const limit = 262_144;
    const fitting = { text: 'x'.repeat(limit - 11) };
    expect(bytes(fitting)).toBe(limit);
    expect(jsonSizeExceeds(fitting, limit)).toBe(false);
    expect(jsonSizeExceeds({ text: `${fitting.text}x` }, limit)).toBe(true);
    expect(jsonSizeExceeds({ text: 'x'.repeat(limit - 12), '': 1 }, limit)).toBe(true);
  });
  it('finds a value too large that is made of many small parts', () => {
    expect(
      jsonSizeExceeds(
        Array.from({ length: 100_000 }, () => 'ab'),
        262_144,
      ),
    ).toBe(true);
  });
});
