import { describe, expect, it } from 'vitest';
import type { Json } from '../json';
import type { ChoiceExpression } from '../model';
import { CHOICE_OPERATORS } from '../modelling/choiceOperators';
import { choiceWords } from './choiceWords';

const test = (operator: string, operand: Json = 1, variable = '$.x'): ChoiceExpression => ({
  kind: 'comparison',
  variable,
  operator,
  operand,
});
const x = test('NumericEquals', 1);
const y = test('NumericGreaterThan', 3, '$.y');

describe('choiceWords', () => {
  it.each<[ChoiceExpression, string]>([
    [test('StringEquals', 'a"b'), '$.x == "a\\"b"'],
    [test('StringEqualsPath', '$.other'), '$.x == $.other'],
    [test('NumericLessThanEquals', 2.5), '$.x <= 2.5'],
    [test('NumericGreaterThanEqualsPath', '$.n'), '$.x >= $.n'],
    [test('BooleanEquals', false), '$.x == false'],
    [test('TimestampLessThan', '2030-01-01T00:00:00Z'), '$.x < 2030-01-01T00:00:00Z'],
    [test('StringMatches', 'a*'), '$.x matches "a*"'],
    [test('IsPresent', true), '$.x is present'],
    [test('IsPresent', false), '$.x is not present'],
    [test('IsNull', true), '$.x is null'],
    [test('IsNumeric', false), '$.x is not a number'],
    [test('Sounds', 'like'), '$.x Sounds "like"'],
    [{ kind: 'not', rule: x }, 'not ($.x == 1)'],
    [{ kind: 'and', rules: [x, y] }, '$.x == 1 and $.y > 3'],
    [{ kind: 'or', rules: [{ kind: 'and', rules: [x, y] }, x] }, '($.x == 1 and $.y > 3) or $.x == 1'],
    [{ kind: 'and', rules: [{ kind: 'or', rules: [x] }, y] }, '$.x == 1 and $.y > 3'],
    [{ kind: 'and', rules: [] }, '?'],
    [{ kind: 'condition', condition: '{% $x\n   > 1 %}' }, '$x > 1'],
    [{ kind: 'condition', condition: true }, 'true'],
    [{ kind: 'unreadable' }, '?'],
  ])('puts %j into words', (expression, words) => {
    expect(choiceWords(expression)).toBe(words);
  });

  it('has words for every operator', () => {
    for (const operator of CHOICE_OPERATORS) expect(choiceWords(test(operator))).not.toContain(operator);
  });
});
