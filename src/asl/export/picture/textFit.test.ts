import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, textWidth, visible, wrapText } from './textFit';

const font = { size: 13, bold: true };

describe('words in a box', () => {
  it('stay whole where they fit', () => {
    expect(fitText('Charge card', 147, font)).toBe('Charge card');
    expect(wrapText('Charge card', 147, 2, font)).toEqual(['Charge card']);
  });

  it('are cut with an ellipsis where they do not', () => {
    expect(fitText('For each item in $.order.items', 60, font)).toBe('For eac…');
  });

  it('break between words, also where they are written together', () => {
    expect(wrapText('Announce shipment', 120, 2, font)).toEqual(['Announce', 'shipment']);
    expect(wrapText('SetDatabaseAndContextNow', 120, 2, font)).toEqual(['SetDatabaseAnd', 'ContextNow']);
  });

  it('break anywhere in a word that is longer than a line', () => {
    const lines = wrapText('x'.repeat(40), 120, 2, font);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^x+…$/);
  });

  it('have no more white space than HTML shows', () => {
    expect(visible('  a \n\t b ')).toBe('a b');
  });

  it('are never wider than the box', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 40, max: 300 }),
        (text, width) => {
          for (const line of [
            ...wrapText(visible(text), width, 2, font),
            fitText(visible(text), width, font),
          ])
            expect(textWidth(line, font)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
