import { describe, expect, it } from 'vitest';
import { unifiedDiff } from './unifiedDiff';

const LINES = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);
const TEXT = `${LINES.join('\n')}\n`;

/** Puts a text in the place of another. */
const replace = (text: string, old: string, put: string) => {
  const start = text.indexOf(old);
  return { range: { start, end: start + old.length }, text: put };
};

describe('unifiedDiff', () => {
  it('is nothing without changes', () => {
    expect(unifiedDiff('f', TEXT, [])).toBe('');
    expect(unifiedDiff('f', TEXT, [replace(TEXT, 'line 2', 'line 2')])).toBe('');
  });

  it('shows changes that stand apart in hunks of their own', () => {
    const edits = [replace(TEXT, 'line 2\n', ''), replace(TEXT, 'line 25', 'a\nb')];
    expect(unifiedDiff('f', TEXT, edits).split('\n')).toEqual([
      '--- f',
      '+++ f',
      '@@ -1,5 +1,4 @@',
      ' line 1',
      '-line 2',
      ' line 3',
      ' line 4',
      ' line 5',
      '@@ -22,7 +21,8 @@',
      ' line 22',
      ' line 23',
      ' line 24',
      '-line 25',
      '+a',
      '+b',
      ' line 26',
      ' line 27',
      ' line 28',
    ]);
  });

  it('shows near ones, and several of a line, together', () => {
    const edits = [replace(TEXT, 'line 3', 'x'), replace(TEXT, 'ine 5', 'y'), replace(TEXT, '\nline 6', 'z')];
    expect(unifiedDiff('f', TEXT, edits).split('\n').slice(2)).toEqual([
      '@@ -1,9 +1,8 @@',
      ' line 1',
      ' line 2',
      '-line 3',
      '+x',
      ' line 4',
      '-line 5',
      '-line 6',
      '+lyz',
      ' line 7',
      ' line 8',
      ' line 9',
    ]);
  });

  it('tells a last line without an end', () => {
    expect(unifiedDiff('f', 'a', [{ range: { start: 0, end: 1 }, text: 'b' }])).toBe(
      '--- f\n+++ f\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file',
    );
  });
});
