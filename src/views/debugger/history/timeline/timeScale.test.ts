import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EpochMs } from '../../../../asl';
import type { TimelineColumns } from '../../../../worker';
import { hasLongPause, onScale, shortenedScale, TRUE_SCALE } from './timeScale';

const columnsOf = (spans: readonly (readonly [number, number])[]): TimelineColumns => ({
  origin: 0 as EpochMs,
  now: Math.max(0, ...spans.flat()),
  total: spans.length,
  paths: [],
  state: new Int32Array(spans.length),
  parent: new Int32Array(spans.length).fill(-1),
  lane: new Int32Array(spans.length).fill(-1),
  start: Float64Array.from(spans, ([start]) => start),
  end: Float64Array.from(spans, ([, end]) => end),
  status: new Uint8Array(spans.length),
  kind: new Uint8Array(spans.length),
  tries: new Int32Array(spans.length + 1),
  tryStart: new Float64Array(),
  tryEnd: new Float64Array(),
  tryOutcome: new Uint8Array(),
});
const time = fc.integer({ min: 0, max: 1_000_000_000 });
const spans = fc.array(fc.tuple(time, time), { maxLength: 30 });

describe('the shortened axis', () => {
  it('keeps the order of all times, and has the first at its beginning', () => {
    fc.assert(
      fc.property(spans, time, time, (given, a, b) => {
        const columns = columnsOf(given);
        const { toAxis } = shortenedScale(columns);
        expect(toAxis(0)).toBe(0);
        const [first, second] = [Math.min(a, b, columns.now), Math.min(Math.max(a, b), columns.now)];
        expect(toAxis(first)).toBeLessThanOrEqual(toAxis(second));
        const drawn = onScale(columns, shortenedScale(columns));
        expect(drawn.now).toBe(toAxis(columns.now));
      }),
    );
  });

  it('leaves room for what is short beside what is long', () => {
    const hour = 3_600_000;
    const { toAxis } = shortenedScale(
      columnsOf([
        [0, 100],
        [100, 100 + hour],
        [100 + hour, 200 + hour],
      ]),
    );
    expect(toAxis(100) / toAxis(200 + hour)).toBeGreaterThan(0.15);
  });

  it('writes times that are apart, each at its place', () => {
    fc.assert(
      fc.property(spans, (given) => {
        const columns = columnsOf(given);
        const scale = shortenedScale(columns);
        const window = { from: 0, to: Math.max(1, scale.toAxis(columns.now)) };
        const ticks = scale.ticks(window, 960);
        ticks.slice(1).forEach(({ at }, index) => {
          expect(at - (ticks[index]?.at ?? 0)).toBeGreaterThanOrEqual((window.to / 960) * 96 * 0.999);
        });
      }),
    );
  });

  it('keeps what has not ended open', () => {
    expect([...onScale(columnsOf([[5, -1]]), shortenedScale(columnsOf([[5, -1]]))).end]).toEqual([-1]);
    const columns = columnsOf([[5, 6]]);
    expect(onScale(columns, TRUE_SCALE)).toBe(columns);
  });
});

describe('a long pause', () => {
  it('takes more than half of the run', () => {
    expect(
      hasLongPause(
        columnsOf([
          [0, 10],
          [70, 100],
        ]),
      ),
    ).toBe(true);
    expect(
      hasLongPause(
        columnsOf([
          [0, 40],
          [60, 100],
        ]),
      ),
    ).toBe(false);
    expect(hasLongPause(columnsOf([]))).toBe(false);
  });
});
