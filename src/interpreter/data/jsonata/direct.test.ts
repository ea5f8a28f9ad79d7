import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../asl';
import type { StatesVariable } from '../compiled.types';
import type { EvaluationScope } from '../evaluationScope';
import { compileDirect } from './direct';
import { UNDECIDED } from './direct.types';
import { compileForLibrary, parseExpression } from './library';
import { resultValue } from './resultValue';

/** The same object each time, as a visit's is: `in` compares references. */
const CONTEXT = { Execution: { Name: 'run-1' } };

const scopeWith = (variables: Readonly<Record<string, Json>>): EvaluationScope => ({
  context: () => CONTEXT,
  variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
  random: () => 0.5,
  now: 0,
});

/** The library's result in JSON, `undefined` for nothing, or that it failed. */
async function byLibrary(text: string, states: StatesVariable, scope: EvaluationScope): Promise<unknown> {
  try {
    const result = await compileForLibrary(text)(states, scope);
    return result === undefined ? undefined : resultValue(result);
  } catch {
    return 'failed';
  }
}

function directly(text: string, states: StatesVariable, scope: EvaluationScope): unknown {
  const direct = compileDirect(parseExpression(text));
  if (!direct) throw new Error(`${text} is not evaluated directly`);
  return direct(states, scope);
}

async function compare(text: string, states: StatesVariable, scope: EvaluationScope): Promise<void> {
  const result = directly(text, states, scope);
  if (result === UNDECIDED) return;
  expect({ text, result }).toEqual({ text, result: await byLibrary(text, states, scope) });
}

const input: Json = {
  a: { b: { c: 1 }, list: [{ x: 1, y: [1] }, { x: 2, y: [] }, { y: [2, 3] }, 5, [{ x: 4 }]] },
  one: [{ x: [7] }],
  empty: [],
  nested: [[1, 2], [3]],
  nothing: null,
  'my key': { z: true },
  text: 'hello',
  zero: 0,
};

describe('the direct evaluation decides', () => {
  const scope = scopeWith({ v: { n: 3, list: [1, 2, 3] }, t: 'x', flag: true });
  test.each<[string, unknown]>([
    ['$states.input.a.b.c', 1],
    ['$states.input.a.list.x', [1, 2, 4]],
    ['$states.input.a.list.y', [1, 2, 3]],
    ['$states.input.a.list[0].x', 1],
    ['$states.input.a.list[-1].x', 4],
    ['$states.input.one.x', [7]],
    ['$states.input.one[0].x[0]', 7],
    ['$states.input.nested', [[1, 2], [3]]],
    ['$states.input.nested[0]', [1, 2]],
    ['$states.input.nested[5]', undefined],
    ['$states.input.empty', []],
    ['$states.input.empty.x', undefined],
    ['$states.input.nothing', null],
    ['$states.input.nothing.x', undefined],
    ['$states.input.text.length', undefined],
    ['$states.input.constructor', undefined],
    ['$states.input.`my key`.z', true],
    ['$states.context.Execution.Name', 'run-1'],
    ['$states.result.ok', 'yes'],
    ['$states.errorOutput', undefined],
    ['$states.other', undefined],
    ['$v.n', 3],
    ['$v.list', [1, 2, 3]],
    ["'text'", 'text'],
    ['null', null],
    ['-5', -5],
    ['-$v.n', -3],
    ['$v.n + 2 * 3', 9],
    ['$v.n % 2 = 1 and $flag', true],
    ['$v.n > 5 or $t = "x"', true],
    ['$states.input.none = 1', false],
    ['$states.input.none != 1', false],
    ['$t & $v.n & null & $states.input.none & 0.1', 'x3null0.1'],
    ['2 in $v.list', true],
    ['$v.n = 3 ? "three" : "other"', 'three'],
    ['$v.n = 4 ? "four"', undefined],
    ['$not($flag)', false],
    ['$exists($states.input.none)', false],
    ['[1, $v.list, [2], $states.input.none]', [1, 1, 2, 3, [2]]],
    ['{"n": $v.n, "none": $states.input.none, "nested": {"t": $t}}', { n: 3, nested: { t: 'x' } }],
    ['($v.n)', 3],
    ['$states.input.none ?: $t', 'x'],
  ])('%s', async (text, expected) => {
    const states = { input, result: { ok: 'yes' } };
    expect(directly(text, states, scope)).toEqual(expected);
    await compare(text, states, scope);
  });

  test.each(['1 / 0', '$t + 1', '$t < 1', '$v < 1', '-$t', '$unknown', '$sum', '$not($none)', '$v.n & $v'])(
    'not about %s, which the library has to judge',
    (text) => expect(directly(text, { input }, scope)).toBe(UNDECIDED),
  );

  test('data is shared, not copied', () => {
    expect(directly('$states.input.a', { input }, scope)).toBe((input as { a: Json }).a);
  });
});

test.each([
  '$map($x, $y)',
  '$x[a = 1]',
  '$x.*',
  '$x{"k": 1}',
  '$x^(a)',
  '$x.y[]',
  '$x := 1',
  '$',
  '$$.a',
  'a',
  '($a; $b)',
  '{$x: 1}',
  '{"a": 1, "a": 2}',
  '$x[0]',
  '$states[0].input',
])('%s is left to the library', (text) => expect(compileDirect(parseExpression(text))).toBeUndefined());

describe('properties', () => {
  const key = fc.constantFrom('a', 'b', 'c');
  const json = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<Json>(null, true, false, 0, 1, -2, 0.5, '', 'a', 'b', 'zz'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }) as fc.Arbitrary<Json>,
    ),
  })).value;
  const step = fc
    .tuple(key, fc.constantFrom('', '', '', '[0]', '[1]', '[-1]', '[0][0]'))
    .map((parts) => parts.join(''));
  const path = fc
    .tuple(
      fc.constantFrom('$states.input', '$v', '$states.context', '$states.result'),
      fc.array(step, { maxLength: 4 }),
    )
    .map(([root, steps]) => [root, ...steps].join('.'));
  const expression = fc.letrec<{ expression: string }>((tie) => {
    const inner = tie('expression');
    return {
      expression: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        path,
        fc.constantFrom('1', '-3', '0.25', '"a"', "''", 'true', 'false', 'null', '[]', '{}'),
        fc
          .tuple(
            inner,
            fc.constantFrom('=', '!=', '<', '>=', '+', '-', '*', '/', '%', '&', 'and', 'or', 'in'),
            inner,
          )
          .map(([a, operator, b]) => `(${a} ${operator} ${b})`),
        fc.tuple(inner, inner, inner).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
        fc.array(inner, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
        fc.tuple(inner, inner).map(([a, b]) => `{"p": ${a}, "q": ${b}}`),
        fc.tuple(fc.constantFrom('$not', '$exists', '-'), inner).map(([name, a]) => `${name}(${a})`),
      ),
    };
  }).expression;

  test('a path gives what the library gives, arrays and missing values included', async () => {
    await fc.assert(
      fc.asyncProperty(path, json, json, async (text, data, v) => {
        const states = { input: data, result: v };
        const scope = scopeWith({ v });
        expect(directly(text, states, scope)).not.toBe(UNDECIDED);
        await compare(text, states, scope);
      }),
      { numRuns: 2_000 },
    );
  });

  test('an expression gives what the library gives', async () => {
    await fc.assert(
      fc.asyncProperty(expression, json, json, async (text, data, v) => {
        await compare(text, { input: data, result: v }, scopeWith({ v }));
      }),
      { numRuns: 2_000 },
    );
  });
});
