import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChoiceExpression, Json } from '../../asl';
import { compileChoiceExpression } from './choice';
import type { EvaluationScope } from './evaluationScope';
import { Failure } from './failure';
import { compileWildcard } from './wildcard';

const scope: EvaluationScope = {
  context: () => ({ Execution: { Name: 'run-1' } }),
  variable: (name) => (name === 'limit' ? 10 : undefined),
  random: () => 0,
  now: 0,
};
const comparison = (operator: string, operand: Json, variable = '$.v'): ChoiceExpression => ({
  kind: 'comparison',
  variable,
  operator,
  operand,
});
const decide = (expression: ChoiceExpression, root: Json): boolean | Failure =>
  compileChoiceExpression(expression)(root, scope);

const EARLY = '2024-05-06T07:08:09Z';
const LATE = '2024-05-06T07:08:10Z';
const ORDERS = ['Equals', 'LessThan', 'GreaterThan', 'LessThanEquals', 'GreaterThanEquals'] as const;
const HOLDS: Record<(typeof ORDERS)[number], readonly [less: boolean, equal: boolean, greater: boolean]> = {
  Equals: [false, true, false],
  LessThan: [true, false, false],
  GreaterThan: [false, false, true],
  LessThanEquals: [true, true, false],
  GreaterThanEquals: [false, true, true],
};
const FAMILIES: readonly [family: string, small: Json, large: Json][] = [
  ['String', 'Ab', 'B'],
  ['Numeric', -1.5, 2],
  ['Timestamp', EARLY, LATE],
];

describe('ordering operators', () => {
  for (const [family, small, large] of FAMILIES) {
    for (const order of ORDERS) {
      const [less, equal, greater] = HOLDS[order];
      const operator = `${family}${order}`;
      test(`${operator} and ${operator}Path`, () => {
        for (const [value, operand, expected] of [
          [small, large, less],
          [small, small, equal],
          [large, small, greater],
        ] as const) {
          expect(decide(comparison(operator, operand), { v: value })).toBe(expected);
          expect(decide(comparison(`${operator}Path`, '$.w'), { v: value, w: operand })).toBe(expected);
        }
      });

      test(`${operator} is false for values of other types, and so is its Path form`, () => {
        const others: Json[] = [null, true, false, '', 'x', '0', 0, 1, [], [small], {}, { v: small }];
        for (const other of others) {
          if (typeof other === typeof small && family !== 'Timestamp') continue;
          expect(decide(comparison(operator, small), { v: other })).toBe(false);
          expect(decide(comparison(`${operator}Path`, '$.w'), { v: small, w: other })).toBe(false);
        }
      });
    }
  }

  test.each([
    ['StringLessThan', 'A', 'A ', true],
    ['StringLessThan', 'Z', 'a', true],
    ['StringGreaterThan', 'AB', 'A', true],
    ['StringEquals', 'é', 'e\u0301', false],
    ['NumericEquals', 1, 1.0, true],
    ['NumericEquals', 0, -0, true],
    ['TimestampEquals', '2024-05-06T09:08:09+02:00', EARLY, true],
    ['TimestampLessThan', EARLY, '2024-05-06T07:08:09.001Z', true],
    ['TimestampEquals', '2024-05-06', '2024-05-06', false],
  ])('%s: %j and %j', (operator, value, operand, expected) => {
    expect(decide(comparison(operator, operand), { v: value })).toBe(expected);
  });

  test('less than one way is greater than the other way', () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double({ noNaN: true }),
      fc.constantFrom(EARLY, LATE, null, true),
    );
    const pair = fc.constantFrom(
      ['LessThan', 'GreaterThan'],
      ['LessThanEquals', 'GreaterThanEquals'],
      ['Equals', 'Equals'],
    );
    fc.assert(
      fc.property(
        fc.constantFrom('String', 'Numeric', 'Timestamp'),
        pair,
        value,
        value,
        (family, [one, other], a, b) => {
          expect(decide(comparison(`${family}${one}Path`, '$.w'), { v: a, w: b })).toBe(
            decide(comparison(`${family}${other}Path`, '$.w'), { v: b, w: a }),
          );
        },
      ),
    );
  });
});

test('BooleanEquals compares booleans only', () => {
  for (const operand of [true, false]) {
    for (const value of [true, false, null, 0, 1, '', 'true', 'false', [], {}]) {
      const expected = value === operand;
      expect(decide(comparison('BooleanEquals', operand), { v: value })).toBe(expected);
      expect(decide(comparison('BooleanEqualsPath', '$.w'), { v: value, w: operand })).toBe(expected);
    }
  }
});

describe('type tests', () => {
  const samples: Json[] = [null, true, 0, 1.5, '', 'text', '5', '2024-05-06', EARLY, [], {}];
  test.each<[string, (value: Json) => boolean]>([
    ['IsNull', (value) => value === null],
    ['IsBoolean', (value) => value === true],
    ['IsNumeric', (value) => typeof value === 'number'],
    ['IsString', (value) => typeof value === 'string'],
    ['IsTimestamp', (value) => value === EARLY],
    ['IsPresent', () => true],
  ])('%s', (operator, expected) => {
    for (const value of samples) {
      expect(decide(comparison(operator, true), { v: value })).toBe(expected(value));
      expect(decide(comparison(operator, false), { v: value })).toBe(!expected(value));
    }
  });

  test('IsPresent alone may ask for what is missing', () => {
    expect(decide(comparison('IsPresent', true), {})).toBe(false);
    expect(decide(comparison('IsPresent', false), {})).toBe(true);
    expect(decide(comparison('IsPresent', true, '$nothing'), {})).toBe(false);
  });
});

describe('StringMatches', () => {
  test.each([
    ['log-*.txt', 'log-2024.txt', true],
    ['log-*.txt', 'log-.txt', true],
    ['log-*.txt', 'log-2024.txt2', false],
    ['*', '', true],
    ['**', 'x', true],
    ['', '', true],
    ['', 'x', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['*foo*bar*', 'xfooxbarx', true],
    ['*foo*bar*', 'xbarxfoox', false],
    ['*ab*b', 'ab', false],
    ['a?c', 'abc', false],
    ['[ab]', 'a', false],
    ['\\*', '*', true],
    ['\\*', 'x', false],
    ['a\\\\*', 'a\\bc', true],
    ['a\\nb', 'a\\nb', true],
    ['multi*line', 'multi\nline', true],
  ])('%j on %j: %s', (pattern, text, expected) => {
    expect(decide(comparison('StringMatches', pattern), { v: text })).toBe(expected);
  });

  test('does not match what is no text', () => {
    for (const value of [null, 5, ['*'], {}])
      expect(decide(comparison('StringMatches', '*'), { v: value })).toBe(false);
    expect(decide(comparison('StringMatches', 5), { v: '5' })).toBe(false);
  });

  test('equals a search for the parts, and ends quickly on hostile patterns', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (pattern, subject) => {
        const reference = new RegExp(`^${pattern.replaceAll('*', '[^]*')}$`);
        expect(compileWildcard(pattern)(subject)).toBe(reference.test(subject));
      }),
      { numRuns: 1_000 },
    );
    expect(compileWildcard('*a'.repeat(5_000))(`${'a'.repeat(50_000)}b`)).toBe(false);
  });
});

describe('And, Or, Not', () => {
  const yes = comparison('IsPresent', true);
  const no = comparison('IsPresent', false);
  const broken = comparison('IsNull', true, '$.missing');

  test('combine', () => {
    expect(decide({ kind: 'and', rules: [yes, yes] }, { v: 1 })).toBe(true);
    expect(decide({ kind: 'and', rules: [yes, no] }, { v: 1 })).toBe(false);
    expect(decide({ kind: 'or', rules: [no, yes] }, { v: 1 })).toBe(true);
    expect(decide({ kind: 'or', rules: [no] }, { v: 1 })).toBe(false);
    expect(
      decide({ kind: 'not', rule: { kind: 'and', rules: [{ kind: 'or', rules: [no, no] }] } }, { v: 1 }),
    ).toBe(true);
  });

  test('stop at the rule that decides, and fail where one fails', () => {
    expect(decide({ kind: 'and', rules: [no, broken] }, { v: 1 })).toBe(false);
    expect(decide({ kind: 'or', rules: [yes, broken] }, { v: 1 })).toBe(true);
    expect(decide({ kind: 'and', rules: [yes, broken] }, { v: 1 })).toBeInstanceOf(Failure);
    expect(decide({ kind: 'or', rules: [no, broken] }, { v: 1 })).toBeInstanceOf(Failure);
    expect(decide({ kind: 'not', rule: broken }, { v: 1 })).toBeInstanceOf(Failure);
  });
});

describe('variables and operands', () => {
  test('may come from the context object and from workflow variables', () => {
    expect(decide(comparison('StringEquals', 'run-1', '$$.Execution.Name'), {})).toBe(true);
    expect(decide(comparison('NumericGreaterThanPath', '$.v', '$limit'), { v: 9 })).toBe(true);
    expect(decide(comparison('NumericLessThanPath', '$limit'), { v: 9 })).toBe(true);
  });

  test.each([
    [comparison('NumericEquals', 1), '$.v'],
    [comparison('IsString', false), '$.v'],
    [comparison('StringEqualsPath', '$.none', '$.w'), '$.none'],
    [comparison('StringEquals', 'x', '$nothing.a'), '$nothing.a'],
  ])('that have no value fail the state: %j', (expression, path) => {
    expect(decide(expression, { w: 'x' })).toEqual(
      new Failure(
        'States.Runtime',
        `Invalid path '${path}': The choice state's condition path references an invalid value.`,
      ),
    );
  });

  test.each<ChoiceExpression>([
    comparison('NumericEquals', 1, 'v'),
    comparison('NumericEqualsPath', 'w'),
    comparison('NumericEqualsPath', 5),
    comparison('NumericAlmostEquals', 1),
    comparison('IsNumericPath', '$.v'),
    { kind: 'unreadable' },
    { kind: 'condition', condition: '{% true %}' },
  ])('that cannot be read fail the state: %j', (expression) => {
    expect(decide(expression, { v: 1 })).toMatchObject({ error: 'States.Runtime' });
  });

  test('a literal Condition decides by itself', () => {
    expect(decide({ kind: 'condition', condition: true }, {})).toBe(true);
    expect(decide({ kind: 'condition', condition: false }, {})).toBe(false);
  });
});
