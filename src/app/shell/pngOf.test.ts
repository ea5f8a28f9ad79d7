import { describe, expect, it } from 'vitest';
import { largestScale } from './pngOf';

describe('the resolution of a PNG', () => {
  it('is twice that of the drawing', () => {
    expect(largestScale(980, 1450)).toBe(2);
  });

  it('is lower where a side would be longer than a canvas may be', () => {
    const scale = largestScale(400, 40_000);
    expect(scale * 40_000).toBeLessThanOrEqual(32_767);
    expect(scale).toBeGreaterThan(0.8);
  });

  it('is lower where there would be more pixels than fit in memory', () => {
    const scale = largestScale(9000, 9000);
    expect((9000 * scale) ** 2).toBeLessThanOrEqual(2 ** 26 + 1);
  });
});
