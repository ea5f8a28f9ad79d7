import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CodeDialect, tokensOf } from './tokens';

const kinds = (text: string, dialect: CodeDialect) =>
  tokensOf(text, dialect)
    .filter(({ text }) => text.trim() !== '')
    .map(({ kind, text }) => `${kind} ${text}`);

describe('colours of code', () => {
  it('tell paths, intrinsic functions and literals of JSONPath apart', () => {
    expect(kinds("States.Format('{}', $.a[0].b, $$.Execution.Id)", 'jsonpath')).toEqual([
      'function States.Format',
      'delimiter (',
      "string '{}'",
      'delimiter ,',
      'path $.a[0].b',
      'delimiter ,',
      'path $$.Execution.Id',
      'delimiter )',
    ]);
  });
  it('tell variables, functions and keywords of JSONata apart', () => {
    expect(kinds('{% $sum($states.input.n) > 1 and $x %}', 'jsonata')).toEqual([
      'delimiter {%',
      'function $sum',
      'delimiter (',
      'path $states.input.n',
      'delimiter )',
      'delimiter >',
      'number 1',
      'keyword and',
      'path $x',
      'delimiter %}',
    ]);
  });
  it('find expressions inside JSON', () => {
    expect(kinds('{"a.$": "$.b", "c": "{% $d %}", "e": "of ${F}"}', 'json')).toEqual([
      ...['delimiter {', 'key "a.$"', 'delimiter :', 'string "', 'path $.b', 'text "', 'delimiter ,'],
      ...['key "c"', 'delimiter :', 'string "', 'delimiter {%', 'path $d', 'delimiter %}', 'string "'],
      ...['delimiter ,', 'key "e"', 'delimiter :', 'string "', 'string of ', 'placeholder ${F}'],
      ...['string "', 'delimiter }'],
    ]);
  });
  it('never lose or change a character', () => {
    const pieces = fc.constantFrom(
      '"',
      '{%',
      '%}',
      '$',
      '$.a',
      'States.',
      "'",
      '\\',
      '{',
      ':',
      '1',
      '\n',
      'x',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(
        text,
        fc.constantFrom<CodeDialect>('json', 'jsonpath', 'jsonata', 'plain'),
        (typed, dialect) => {
          expect(
            tokensOf(typed, dialect)
              .map(({ text }) => text)
              .join(''),
          ).toBe(typed);
        },
      ),
    );
  });
});
