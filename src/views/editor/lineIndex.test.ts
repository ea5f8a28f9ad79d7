import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from './lineIndex';

describe('LineIndex', () => {
  it('counts every kind of line end once', () => {
    const index = new LineIndex('a\r\nb\rc\nd');
    expect([0, 3, 5, 7].map((offset) => index.positionAt(offset))).toEqual([
      { lineNumber: 1, column: 1 },
      { lineNumber: 2, column: 1 },
      { lineNumber: 3, column: 1 },
      { lineNumber: 4, column: 1 },
    ]);
  });

  it('starts column 1 behind a byte order mark', () => {
    const index = new LineIndex('\ufeff{}');
    expect(index.positionAt(1)).toEqual({ lineNumber: 1, column: 1 });
    expect(index.offsetAt({ lineNumber: 1, column: 1 })).toBe(1);
  });

  it('clamps columns to the text of the line', () => {
    expect(new LineIndex('ab\r\ncd').offsetAt({ lineNumber: 1, column: 99 })).toBe(2);
  });

  it('gives back every offset that is not inside a line end', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '{') });
    fc.assert(
      fc.property(text, fc.nat(), (value, seed) => {
        const offset = value.length === 0 ? 0 : seed % (value.length + 1);
        const inside = value[offset - 1] === '\r' && value[offset] === '\n';
        const index = new LineIndex(value);
        const back = index.offsetAt(index.positionAt(offset));
        expect(back).toBe(inside ? offset - 1 : offset);
      }),
    );
  });
});
