import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../asl';
import { pathText } from './pathText';
import { sizeTone, sizeWords } from './stageTitles';
import { structuralDiff } from './structuralDiff';
import { treeRows } from './treeRows';

const diff = (a: Json, b: Json) => structuralDiff(a, b).list;

describe('what two values differ in', () => {
  it('is told by path: added, removed, changed', () => {
    expect(diff({ a: 1, b: { c: [1, 2] }, gone: 0 }, { b: { c: [1, 3] }, a: 1, new: null })).toEqual([
      { kind: 'changed', path: ['b', 'c', 1], before: 2, after: 3 },
      { kind: 'removed', path: ['gone'], before: 0 },
      { kind: 'added', path: ['new'], after: null },
    ]);
  });
  it('keeps items that are still there', () => {
    expect(diff([1, 2, 3, 4], [0, 1, 3, 4])).toHaveLength(2);
    expect(diff([{ id: 1 }, { id: 2 }, { id: 3 }], [{ id: 1 }, { id: 3 }])).toEqual([
      { kind: 'removed', path: [1], before: { id: 2 } },
    ]);
    expect(diff([{ id: 1 }, { id: 3 }], [{ id: 9 }, { id: 1 }, { id: 3 }])).toEqual([
      { kind: 'added', path: [0], after: { id: 9 } },
    ]);
  });
  it('is nothing for the same value, and something for another one', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (a, b) => {
        const text = (value: unknown) => JSON.stringify(value);
        expect(diff(JSON.parse(text(a)), JSON.parse(text(a)))).toEqual([]);
        const sorted = (value: unknown): unknown =>
          Array.isArray(value)
            ? value.map(sorted)
            : typeof value === 'object' && value !== null
              ? Object.entries(value)
                  .sort(([x], [y]) => (x < y ? -1 : 1))
                  .map(([k, v]) => [k, sorted(v)])
              : value;
        const one = JSON.parse(text(a)) as Json;
        const two = JSON.parse(text(b)) as Json;
        const isSame = text(sorted(one)) === text(sorted(two)) && Array.isArray(one) === Array.isArray(two);
        if (!isSame) expect(diff(one, two).length).toBeGreaterThan(0);
      }),
    );
  });
  it('is bounded', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => index);
    const found = structuralDiff(
      many,
      many.map((each) => each + 1),
    );
    expect([found.list.length <= 1_000, found.isCut]).toEqual([true, true]);
  });
});

describe('a value', () => {
  it('has paths as the document writes them', () => {
    expect(pathText('JSONPath', 'input', ['a', 0, "it's"])).toBe("$.a[0]['it\\'s']");
    expect(pathText('JSONata', 'result', ['a', 0, 'b c'])).toBe('$states.result.a[0].`b c`');
    expect(pathText('JSONata', 'assign', ['total', 'x'])).toBe('$total.x');
  });
  it('is measured against what may pass', () => {
    expect([10, 210_000, 300_000].map(sizeTone)).toEqual(['fine', 'tight', 'over']);
    expect([10, 2_048, 20_480].map(sizeWords)).toEqual(['10 B', '2.0 KiB', '20 KiB']);
  });
  it('is a tree whose open parts alone have rows, a hundred thousand leaves as well', () => {
    const value = { a: { b: [1, 2] }, c: 'x' };
    expect(treeRows(value, new Set()).map(({ key }) => key)).toEqual(['[]']);
    const rows = treeRows(value, new Set(['[]', '["a"]']));
    expect(rows.map(({ path, depth, open }) => [path.join('.'), depth, open])).toEqual([
      ['', 0, true],
      ['a', 1, true],
      ['a.b', 2, false],
      ['c', 1, undefined],
    ]);
    const leaves = Array.from({ length: 100_000 }, (_, index) => index);
    expect(treeRows(leaves, new Set(['[]']))).toHaveLength(100_001);
  });
});
