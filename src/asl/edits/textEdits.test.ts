import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../edit.types';
import { applyEdits, composeEdits, diffEdit, invertEdits, mapOffset, orderedEdits } from './textEdits';

const edit = (start: number, end: number, text: string): TextEdit => ({ range: { start, end }, text });

/** A text, and edits of it: sorted, without overlap, two insertions at one place included. */
const edits: fc.Arbitrary<{ text: string; edits: readonly TextEdit[] }> = fc
  .record({
    text: fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 20 }),
    cuts: fc.array(fc.nat({ max: 20 }), { maxLength: 8 }),
    inserted: fc.array(fc.string({ unit: fc.constantFrom('x', 'y'), maxLength: 3 }), {
      minLength: 4,
      maxLength: 4,
    }),
  })
  .map(({ text, cuts, inserted }) => {
    const at = cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b);
    const found: TextEdit[] = [];
    for (let index = 0; index + 1 < at.length; index += 2) {
      found.push(edit(at[index] ?? 0, at[index + 1] ?? 0, inserted[index / 2] ?? ''));
    }
    return { text, edits: found };
  });

describe('applying and inverting', () => {
  it('replaces, inserts and deletes by the places of the old text', () => {
    expect(applyEdits('one two three', [edit(0, 3, '1'), edit(4, 4, 'and '), edit(7, 13, '')])).toBe(
      '1 and two',
    );
  });

  it('gives the old text back, byte for byte, when edits are undone', () => {
    fc.assert(
      fc.property(edits, ({ text, edits }) => {
        const after = applyEdits(text, edits);
        const inverse = invertEdits(text, edits);
        expect(applyEdits(after, inverse)).toBe(text);
        expect(applyEdits(text, invertEdits(after, inverse))).toBe(after);
      }),
    );
  });

  it('refuses edits that overlap, are unsorted or leave the text', () => {
    expect(() => applyEdits('abcdef', [edit(0, 3, ''), edit(2, 4, '')])).toThrow('<2, 4>');
    expect(() => applyEdits('abcdef', [edit(3, 4, ''), edit(0, 1, '')])).toThrow('<0, 1>');
    expect(() => applyEdits('abc', [edit(2, 4, '')])).toThrow('<2, 4>');
    expect(() => invertEdits('abc', [edit(2, 1, '')])).toThrow('<2, 1>');
  });
});

describe('mapping offsets', () => {
  it('keeps the order of offsets, and stays inside the new text', () => {
    fc.assert(
      fc.property(edits, fc.constantFrom('before' as const, 'after' as const), ({ text, edits }, bias) => {
        const length = applyEdits(text, edits).length;
        let previous = 0;
        for (let offset = 0; offset <= text.length; offset++) {
          const mapped = mapOffset(offset, edits, bias);
          expect(mapped).toBeGreaterThanOrEqual(previous);
          expect(mapped).toBeLessThanOrEqual(length);
          expect(mapOffset(offset, edits, 'before')).toBeLessThanOrEqual(mapOffset(offset, edits, 'after'));
          previous = mapped;
        }
      }),
    );
  });

  it('keeps every character that no edit touches', () => {
    fc.assert(
      fc.property(edits, ({ text, edits }) => {
        const after = applyEdits(text, edits);
        for (let offset = 0; offset < text.length; offset++) {
          if (edits.some(({ range }) => range.start <= offset && offset < range.end)) continue;
          expect(after.charAt(mapOffset(offset, edits, 'after'))).toBe(text.charAt(offset));
        }
      }),
    );
  });

  it('leaves the choice at an insertion, and inside a replaced range, to the bias', () => {
    expect(mapOffset(2, [edit(2, 2, 'xyz')], 'before')).toBe(2);
    expect(mapOffset(2, [edit(2, 2, 'xyz')], 'after')).toBe(5);
    expect(mapOffset(3, [edit(2, 4, 'xyz')], 'before')).toBe(2);
    expect(mapOffset(3, [edit(2, 4, 'xyz')], 'after')).toBe(5);
    expect(mapOffset(4, [edit(2, 4, 'xyz')], 'before')).toBe(5);
  });
});

describe('the difference of two texts', () => {
  it('is nothing for equal texts', () => {
    expect(diffEdit('same', 'same')).toEqual([]);
  });

  it('is what lies between the common start and the common end', () => {
    expect(diffEdit('a big cat', 'a small cat')).toEqual([edit(2, 5, 'small')]);
    expect(diffEdit('aaa', 'aa')).toEqual([edit(2, 3, '')]);
  });

  it('turns one text into the other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyEdits(before, diffEdit(before, after))).toBe(after);
      }),
    );
  });
});

describe('ordering edits', () => {
  it('sorts them, and makes one of those that touch', () => {
    expect(orderedEdits([edit(5, 6, 'c'), edit(0, 1, 'a'), edit(1, 2, 'b')])).toEqual([
      edit(0, 2, 'ab'),
      edit(5, 6, 'c'),
    ]);
  });

  it('keeps insertions at one place in the order in which they were made', () => {
    expect(orderedEdits([edit(3, 3, 'a'), edit(3, 3, 'b'), edit(3, 4, '')])).toEqual([edit(3, 4, 'ab')]);
  });

  it('takes the same replacement only once', () => {
    expect(orderedEdits([edit(3, 5, 'a'), edit(3, 5, 'a')])).toEqual([edit(3, 5, 'a')]);
    expect(() => orderedEdits([edit(3, 5, 'a'), edit(3, 5, 'b')])).toThrow('overlap');
  });
});

describe('composing edits', () => {
  it('does first the ones, then the others', () => {
    expect(composeEdits([edit(0, 1, 'xyz')], [edit(1, 4, '')])).toEqual([edit(0, 2, 'x')]);
    expect(composeEdits([], [edit(1, 2, 'b')])).toEqual([edit(1, 2, 'b')]);
  });

  it('is the same as doing one after the other, for any edits', () => {
    fc.assert(
      fc.property(edits, fc.array(fc.nat({ max: 30 }), { maxLength: 6 }), ({ text, edits: first }, cuts) => {
        const between = applyEdits(text, first);
        const at = cuts.map((cut) => Math.min(cut, between.length)).sort((a, b) => a - b);
        const second: TextEdit[] = [];
        for (let index = 0; index + 1 < at.length; index += 2)
          second.push(edit(at[index] ?? 0, at[index + 1] ?? 0, `${index}`));
        expect(applyEdits(text, composeEdits(first, second))).toBe(applyEdits(between, second));
      }),
    );
  });
});
