import { describe, expect, it } from 'vitest';
import { detectFormat } from './detectFormat';
import { lineColumnAt } from './lineColumn';
import { isBroken, parseText } from './parseText';

describe('detectFormat', () => {
  it.each([
    ['json', ''],
    ['json', '  {"a": 1}'],
    ['json', '\uFEFF\r\n['],
    ['json', '// comment\n{'],
    ['json', '/* a */ {'],
    ['json', '"an escaped definition"'],
    ['yaml', 'StartAt: A'],
    ['yaml', '---\nStartAt: A'],
    ['yaml', '# comment\n{}'],
    ['yaml', '"StartAt": A'],
    ['yaml', '{"Resource": !Sub "arn:x"}'],
    ['json', '{"Comment": "see !Sub"}'],
    ['yaml', 'S'],
  ])('says %s of %j', (format, text) => {
    expect(detectFormat(text)).toBe(format);
  });
});

describe('parseText', () => {
  it('reads the detected notation, or the one that is asked for', () => {
    expect(parseText('{"a": 1}').format).toBe('json');
    expect(parseText('a: 1').format).toBe('yaml');
    expect(isBroken(parseText('{a: 1}', 'yaml'))).toBe(false);
    expect(isBroken(parseText('{a: 1}'))).toBe(true);
  });
});

describe('lineColumnAt', () => {
  it.each([
    [0, 1, 1],
    [2, 1, 3],
    [3, 2, 1],
    [5, 3, 1],
    [6, 3, 2],
    [99, 3, 2],
    [-1, 1, 1],
  ])('finds offset %i in line %i, column %i', (offset, line, column) => {
    expect(lineColumnAt('ab\nc\nd', offset)).toEqual({ line, column });
  });
});
