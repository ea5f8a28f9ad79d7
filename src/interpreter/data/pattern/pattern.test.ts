import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SyntaxProblem } from '../compiled.types';
import { MatchLimit, StepBudget } from './match';
import { compilePattern } from './pattern';

function find(source: string, flags: string, text: string, from = 0) {
  const pattern = compilePattern(source, flags);
  if (pattern instanceof SyntaxProblem) throw new Error(pattern.message);
  const captures = pattern.on(text).search(from);
  if (!captures) return null;
  const groups: (string | undefined)[] = [];
  for (let slot = 0; slot < captures.length; slot += 2) {
    const [start = -1, end = -1] = captures.subarray(slot, slot + 2);
    groups.push(start < 0 || end < 0 ? undefined : text.slice(start, end));
  }
  return { index: captures[0], groups };
}

function native(source: string, flags: string, text: string) {
  const found = new RegExp(source, flags).exec(text);
  return found && { index: found.index, groups: [...found] };
}

describe('a pattern finds what ECMAScript finds', () => {
  test.each([
    ['a|ab', '', 'xab'],
    ['ab|a', '', 'xab'],
    ['(a+?)(a*)', '', 'aaa'],
    ['^(\\w+)@(\\w+)\\.com$', '', 'jane@example.com'],
    ['colou?r', 'i', 'The COLOR'],
    ['[a-c\\d_-]{2,3}', '', '--z-1b9'],
    ['[^\\s"]+', '', '"quoted text"'],
    ['\\bcat\\b', '', 'concat cat'],
    ['\\Bcat', '', 'cat concat'],
    ['^b', 'm', 'a\nb'],
    ['a.c', '', 'a\nc abc'],
    ['a.c', 's', 'a\nc'],
    ['(?:x(?=y))y', '', 'xz xy'],
    ['q(?!u)', '', 'qu qa'],
    ['\\B(?=(\\d{3})+(?!\\d))', '', '1234567'],
    ['(?<year>\\d{4})-(\\d\\d)', '', 'on 2024-05'],
    ['\\x41\\u0042\\t', '', 'AB\t'],
    ['[\\b\\]]', '', 'a]'],
    ['(a*)*b', '', 'aab'],
    ['(|a)+', '', 'aa'],
    ['a{0}b', '', 'ab'],
    ['x{,2}', '', 'x{,2}'],
    ['\\$\\{', '', 'price: ${5'],
    ['É', 'i', 'é'],
    ['[]', '', 'a'],
    ['[^]', '', '\n'],
  ])('/%s/%s on %j', (source, flags, text) => {
    expect(find(source, flags, text)).toEqual(native(source, flags, text));
  });

  test('for random expressions over a small alphabet', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '\\w',
      '(?:ab)',
      '(?:a|b)',
      '(?:a|ab)',
      '\\b',
      '^',
    );
    const part = fc
      .tuple(atom, fc.constantFrom('', '*', '+?', '?', '{2}', '{1,2}?'))
      .map(([each, quantifier]) => (each === '\\b' || each === '^' ? each : each + quantifier));
    const source = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '\n'), maxLength: 10 });
    fc.assert(
      fc.property(
        fc.oneof(
          source,
          fc.tuple(source, source).map(([a, b]) => `${a}|${b}`),
        ),
        text,
        (each, subject) => {
          expect(find(each, '', subject)).toEqual(native(each, '', subject));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a hostile pattern ends', () => {
  test('nested quantifiers, which take a backtracking engine exponential time', () => {
    const text = `${'a'.repeat(5_000)}!`;
    expect(find('^(a+)+$', '', text)).toBeNull();
    expect(find('^(a|a)*$', '', text)).toBeNull();
    expect(find('(.*)*x', '', text)).toBeNull();
  });

  test('look-ahead at every position is given up when it takes too long', () => {
    expect(() => find('(?:(?=(a*)*b|a)a)*c', '', 'a'.repeat(30_000))).toThrow(MatchLimit);
  });

  test.each([
    ['(a{1000}){1000}', 'too large'],
    ['(a)\\1', 'Back references'],
    ['(?<=a)b', 'Look-behind'],
    ['a++', 'Possessive'],
    ['a**', 'Nothing to repeat'],
    ['(a', 'Unterminated group'],
    ['a)', "Unexpected ')'"],
    ['[a', 'Unterminated character class'],
    ['[b-a]', 'Range out of order'],
    ['a{2,1}', 'Numbers out of order'],
    ['a\\', '\\ at end'],
    ['('.repeat(200), 'nested too deeply'],
  ])('/%s/ is refused: %s', (source, message) => {
    const problem = compilePattern(source, '');
    expect(problem).toBeInstanceOf(SyntaxProblem);
    expect((problem as SyntaxProblem).message).toContain(message);
  });
});

test('matchesWhole wants the whole text, whatever alternative comes first', () => {
  const pattern = compilePattern('a|ab', '');
  if (pattern instanceof SyntaxProblem) throw new Error(pattern.message);
  expect(pattern.matchesWhole('ab', new StepBudget())).toBe(true);
  expect(pattern.matchesWhole('abc', new StepBudget())).toBe(false);
});
