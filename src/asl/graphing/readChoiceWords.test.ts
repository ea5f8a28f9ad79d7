import { describe, expect, it } from 'vitest';
import { choiceWords } from './choiceWords';
import { readChoiceWords } from './readChoiceWords';

const wordsOf = (text: string): string => {
  const read = readChoiceWords(text);
  return read.ok ? choiceWords(read.expression) : read.reason;
};

describe('a Choice rule in words', () => {
  it.each([
    '$.x == 1',
    '$.x >= -1.5',
    '$.name == "Ada"',
    '$.name matches "a*"',
    '$.ok == true',
    '$.a is present',
    '$.a is not a timestamp',
    '$.at < 2024-01-01T00:00:00Z',
    '$.x == 1 and $.y > 3',
    '$.x == 1 or $.y > 3 and $z[0] == "b"',
    '($.x == 1 or $.y > 3) and $.z is null',
    'not ($.a[?(@.b > 1)] is present)',
    "$['odd key'] == 2",
  ])('%s is read as it is written', (text) => {
    expect(wordsOf(text)).toBe(
      text.replace('$.x == 1 or $.y > 3 and $z[0] == "b"', '$.x == 1 or ($.y > 3 and $z[0] == "b")'),
    );
  });

  it('takes != for not equal, and null for a test', () => {
    expect(wordsOf('$.x != 1')).toBe('not ($.x == 1)');
    expect(wordsOf('$.x == null')).toBe('$.x is null');
  });

  it('compares with a path as numbers, texts or booleans', () => {
    expect(wordsOf('$.x == $limit')).toBe('$.x == $limit or $.x == $limit or $.x == $limit');
    expect(readChoiceWords('$.x < $limit')).toMatchObject({
      expression: {
        kind: 'or',
        rules: [{ operator: 'NumericLessThanPath' }, { operator: 'StringLessThanPath' }],
      },
    });
  });

  it.each([
    ['', 'The condition ends too early: a path such as $.count is missing.'],
    ['$.x', 'The condition ends too early: ==, !=, <, <=, >, >=, “is” or “matches” is missing.'],
    ['$.x == y', 'At “y”: expected a number, a text in quotes, a timestamp or a path.'],
    ['$.x == 1 $.y', 'At “$.y”: expected “and”, “or” or the end.'],
    ['($.x == 1', 'The condition ends too early: “)” is missing.'],
    ['$.x == "\\q"', '"\\q" is not a text as JSON writes it.'],
  ])('says what is wrong with %j', (text, reason) => {
    expect(wordsOf(text)).toBe(reason);
  });

  it('does not go deeper than it may', () => {
    expect(wordsOf(`${'('.repeat(9999)}$.x == 1`)).toBe('The condition is nested too deeply.');
  });
});
