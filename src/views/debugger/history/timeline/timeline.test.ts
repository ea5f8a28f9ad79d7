import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EpochMs, StatePath } from '../../../../asl';
import type { TimelineColumns } from '../../../../worker';
import { exactTime, ticksIn } from './ticks';
import { RowKind, shownRows, spanFrom, timelineRows } from './timelineRows';
import { nameOfVisit, visitNamed } from './visitNames';
import { brushWindow, fitWindow, panWindow, zoomWindow } from './window';

/** Visits of states 0 to 3; 3 is a Map whose items hold states 0 to 2. */
const columnsOf = (
  visits: readonly { readonly state: number; readonly inMap: boolean; readonly lane: number }[],
) => {
  const maps: number[] = [];
  const parent = visits.map(({ state, inMap }, visit) => {
    const container = inMap && state < 3 ? (maps.at(-1) ?? -1) : -1;
    if (state === 3) maps.push(visit);
    return container;
  });
  const length = visits.length;
  return {
    origin: 0 as EpochMs,
    now: length,
    total: length,
    paths: [0, 1, 2, 3].map((state) => `/States/S${state}` as StatePath),
    state: Int32Array.from(visits, ({ state }) => state),
    parent: Int32Array.from(parent),
    lane: Int32Array.from(visits, ({ lane }, visit) => ((parent[visit] ?? -1) < 0 ? -1 : lane)),
    start: Float64Array.from(visits, (_, visit) => visit),
    end: Float64Array.from(visits, (_, visit) => visit + 1),
    status: new Uint8Array(length).fill(4),
    kind: Uint8Array.from(visits, ({ state }) => (state === 3 ? 2 : 0)),
    tries: new Int32Array(length + 1),
    tryStart: new Float64Array(),
    tryEnd: new Float64Array(),
    tryOutcome: new Uint8Array(),
  } satisfies TimelineColumns;
};
const columns = fc
  .array(fc.record({ state: fc.nat(3), inMap: fc.boolean(), lane: fc.nat(4) }), { maxLength: 60 })
  .map(columnsOf);

describe('the rows', () => {
  it('have every visit once in its state, in order, and once in its item', () => {
    fc.assert(
      fc.property(columns, (given) => {
        const rows = timelineRows(given);
        const inStates: number[] = [];
        for (let row = 0; row < rows.length; row++) {
          const spans = [...rows.spans.subarray(rows.starts[row], rows.starts[row + 1])];
          expect(spans).toEqual([...spans].sort((a, b) => a - b));
          if (rows.kind[row] === RowKind.state) inStates.push(...spans);
          for (const visit of spans) {
            if (rows.kind[row] === RowKind.item) expect(given.lane[visit]).toBe(rows.label[row]);
            else expect(given.state[visit]).toBe(rows.label[row]);
          }
        }
        expect(inStates.sort((a, b) => a - b)).toEqual([...given.state.keys()]);
      }),
    );
  });
  it('are shown once each when all are open, those around before those inside', () => {
    fc.assert(
      fc.property(columns, (given) => {
        const rows = timelineRows(given);
        const closed = rows.kind.flatMap((_, row) => (shownRows(rows, new Set()).includes(row) ? [] : [row]));
        const toggle = new Set<number>();
        for (const row of closed) {
          for (let around = rows.parent[row] ?? -1; around >= 0; around = rows.parent[around] ?? -1) {
            if (rows.kind[rows.first[around] ?? 0] === RowKind.item || rows.kind[around] === RowKind.item)
              toggle.add(around);
          }
        }
        const shown = [...shownRows(rows, toggle)];
        expect([...shown].sort((a, b) => a - b)).toEqual(rows.kind.map((_, row) => row));
        for (const row of shown) {
          const around = rows.parent[row] ?? -1;
          if (around >= 0) expect(shown.indexOf(around)).toBeLessThan(shown.indexOf(row));
        }
      }),
    );
  });
  it('find the first span at a time', () => {
    fc.assert(
      fc.property(columns, fc.nat(70), (given, time) => {
        const rows = timelineRows(given);
        for (let row = 1; row < rows.length; row++) {
          const until = rows.starts[row + 1] ?? 0;
          const at = spanFrom(rows, given.start, row, time);
          if (at < until) expect(given.start[rows.spans[at] ?? 0]).toBeGreaterThanOrEqual(time);
          if (at > (rows.starts[row] ?? 0)) expect(given.start[rows.spans[at - 1] ?? 0]).toBeLessThan(time);
        }
      }),
    );
  });
  it('name each visit so that it is found again', () => {
    fc.assert(
      fc.property(columns, (given) => {
        for (const visit of given.state.keys())
          expect(visitNamed(given, nameOfVisit(given, visit))).toBe(visit);
      }),
    );
  });
});

describe('the window', () => {
  it('stays within the run whatever is done', () => {
    const act = fc.oneof(
      fc.record({
        zoom: fc.double({ min: 0.1, max: 10, noNaN: true }),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      fc.record({ pan: fc.double({ min: -2e6, max: 2e6, noNaN: true }) }),
      fc.record({ brush: fc.tuple(fc.nat(1e6), fc.nat(1e6)) }),
    );
    fc.assert(
      fc.property(fc.nat(1e6), fc.array(act, { maxLength: 12 }), (length, acts) => {
        let window = fitWindow(length);
        for (const each of acts) {
          if ('zoom' in each) {
            const at = window.from + (window.to - window.from) * each.at;
            window = zoomWindow(window, each.zoom, at, length);
          } else if ('pan' in each) window = panWindow(window, each.pan, length);
          else window = brushWindow(each.brush[0], each.brush[1], length);
          expect(window.from).toBeGreaterThanOrEqual(-1e-6);
          expect(window.to).toBeLessThanOrEqual(Math.max(1, length) + 1e-3);
          expect(window.to - window.from).toBeGreaterThan(0.99);
        }
      }),
    );
  });
});

describe('the axis', () => {
  it('has ticks that are far enough apart and not too few', () => {
    fc.assert(
      fc.property(fc.nat(1e12), fc.integer({ min: 2, max: 1e11 }), (from, span) => {
        const ticks = ticksIn({ from, to: from + span }, 1000);
        expect(ticks.length).toBeLessThanOrEqual(13);
        expect(ticks.every(({ at }) => at >= from && at <= from + span)).toBe(true);
      }),
    );
  });
  it('says times as finely as it steps', () => {
    const labels = (from: number, to: number) => ticksIn({ from, to }, 500).map(({ label }) => label);
    expect(labels(0, 400)).toEqual(['0', '100 ms', '200 ms', '300 ms', '400 ms']);
    expect(labels(60_000, 61_000)).toEqual([
      '1 min 0.0 s',
      '1 min 0.2 s',
      '1 min 0.4 s',
      '1 min 0.6 s',
      '1 min 0.8 s',
      '1 min 1.0 s',
    ]);
    expect(exactTime(3_723_004)).toBe('1 h 2 min 3.004 s');
  });
});
