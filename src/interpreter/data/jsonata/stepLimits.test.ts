import jsonata from 'jsonata';
import { describe, expect, test, vi } from 'vitest';
import { StepLimits } from './stepLimits';

/** `function` calls itself without end; tail calls need no depth. */
const ENDLESS = '($f := function($x) { $f($x + 1) }; $f(1))';

/** Evaluates, as library.ts does, with a clock that moves `perReading` milliseconds whenever it is read. */
async function evaluate(text: string, limits: StepLimits, perReading: number): Promise<unknown> {
  let now = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => {
    now += perReading;
    return now;
  });
  try {
    const expression = jsonata(text, limits);
    limits.begin();
    return await expression.evaluate(undefined, {}).catch((error: unknown) => error);
  } finally {
    clock.mockRestore();
  }
}

describe('step limits', () => {
  test('stop an endless loop once the clock is past the limit', async () => {
    expect(await evaluate(ENDLESS, new StepLimits(100, 100), 30)).toMatchObject({ code: 'D1012' });
  });
  test('stop nothing that ends in time, however the steps and the readings fall', async () => {
    for (let length = 1; length <= 70; length++) {
      const text = `$sum([${Array.from({ length }, (_, i) => i).join(',')}])`;
      expect(await evaluate(text, new StepLimits(1_000_000, 100), 1)).toBe((length * (length - 1)) / 2);
    }
  });
  test('hold for evaluations one after the other', async () => {
    const limits = new StepLimits(1_000_000, 100);
    for (let i = 0; i < 40; i++) expect(await evaluate('1 + 2 * 3', limits, 1)).toBe(7);
    expect(await evaluate(ENDLESS, limits, 300_000)).toMatchObject({ code: 'D1012' });
  });
  test('stop what nests too deep', async () => {
    const text = '($f := function($x) { 1 + $f($x) }; $f(1))';
    expect(await evaluate(text, new StepLimits(1_000_000, 100), 0)).toMatchObject({ code: 'D1011' });
  });
});
