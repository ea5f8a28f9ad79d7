import { describe, expect, test } from 'vitest';
import type { Json } from '../../../asl';
import type { StatesVariable } from '../compiled.types';
import type { EvaluationScope } from '../evaluationScope';
import { Failure } from '../failure';
import { compileExpression } from './expression';
import { expressionText } from './expressionText';
import { describeError } from './jsonataError';
import { compileForLibrary } from './library';
import { compileJsonataTemplate } from './template';

const scope: EvaluationScope = {
  context: () => ({ Execution: { Name: 'run-1' } }),
  variable: (name) => ({ n: 3, list: [3, 1, 2], sum: undefined, text: 'abc' })[name],
  random: () => 0.25,
  now: Date.UTC(2024, 4, 6, 7, 8, 9),
};
const states: StatesVariable = { input: { a: 1, items: [{ id: 1 }, { id: 2 }], one: [{ id: 5 }] } };

const evaluate = async (text: string, input: StatesVariable = states): Promise<Json | Failure> =>
  compileExpression(text, 'Output/r').evaluate(input, scope);
const cause = (text: string, rest: string): Failure =>
  new Failure(
    'States.QueryEvaluationError',
    `The JSONata expression '${text}' specified for the field 'Output/r' ${rest}`,
    'Output/r',
  );

describe('which strings are expressions', () => {
  test.each<[string, string | undefined]>([
    ['{% $x %}', '$x'],
    ['{%$x%}', '$x'],
    ['{%\n  $x\n%}', '$x'],
    ['{% {"a": "%}"} %}', '{"a": "%}"}'],
    ['{%%}', ''],
    [' {% $x %}', undefined],
    ['{% $x %} ', undefined],
    ['{% $x', undefined],
    ['{%}', undefined],
    ['$states.input', undefined],
    ['a {% $x %} b', undefined],
    ['', undefined],
  ])('%j: %j', (text, expected) => expect(expressionText(text)).toBe(expected));
});

describe('the library evaluates', () => {
  test.each<[string, Json]>([
    ['$sum($states.input.items.id) + $n', 6],
    ['$map($list, function($v) { $v * 2 })', [6, 2, 4]],
    ['$states.input.items[id = 2]', { id: 2 }],
    ['$states.input.items[id > 5] ~> $count()', 0],
    ['$merge([{"a": 1}, {"b": $text}])', { a: 1, b: 'abc' }],
    ['$states.input.items.{"k": id}', [{ k: 1 }, { k: 2 }]],
    ['$states.input.one.{"k": id}', { k: 5 }],
    ['$states.input.one[]', [{ id: 5 }]],
    ['$sort($list)', [1, 2, 3]],
    ['($x := 2; $x * $n)', 6],
    ['$local := 7', 7],
    ['[1..3]', [1, 2, 3]],
    ['$contains("hello$world", /^hello\\$/)', true],
    ['$match("a1b22", /([a-z])(\\d+)/).groups', ['a', '1', 'b', '22']],
    ['$replace("a-b-c", /-(\\w)/, "+$1")', 'a+b+c'],
    ['$split("a, b;c", /[,;]\\s*/)', ['a', 'b', 'c']],
    ['$replace("aBc", /b/i, "-")', 'a-c'],
    ['1 / 0', 'Infinity'],
    ['[-1 / 0, {"x": 0 / 0}]', ['-Infinity', { x: 'NaN' }]],
    ['0 * -1', 0],
    ['[[-($n - 3)]]', [[0]]],
    ['$states.context.Execution.Name', 'run-1'],
    ['$keys($states)', ['context', 'input']],
    ['$distinct([1, 2, 1, {"a": 1, "b": 2}, {"b": 2, "a": 1}, "1"])', [1, 2, { a: 1, b: 2 }, '1']],
    ['$pad("a", -3, "xy")', 'xya'],
    ['$toMillis("2024-05-06T07:08:09Z")', 1_714_979_289_000],
    ['$toMillis("06/05/2024", "[D01]/[M01]/[Y0001]")', 1_714_953_600_000],
    ['$map(["2024-05-06T00:00:00Z"], function($t) { $toMillis($t) })', 1_714_953_600_000],
    ['$fromMillis(0)', '1970-01-01T00:00:00.000Z'],
  ])('%s', async (text, expected) => expect(await evaluate(text)).toEqual(expected));

  test('answers with plain arrays and objects, without the marks the library leaves', async () => {
    const list = await evaluate('$states.input.items.id');
    expect(Object.getOwnPropertyNames(list)).toEqual(['0', '1', 'length']);
    const made = await evaluate('$states.input.items.{"k": [id]}');
    expect(JSON.stringify(made)).toBe('[{"k":[1]},{"k":[2]}]');
    expect(Object.getPrototypeOf((made as Json[])[0])).toBe(Object.prototype);
  });

  test('never marks or changes the data it reads', async () => {
    const shared = { list: [{ id: 1 }], deep: [[1]] };
    const before = JSON.stringify(shared);
    for (const text of [
      '$states.input.list[]',
      '$states.input.deep[]',
      '$append($states.input.list, 1)',
      '$sort($states.input.list, function($a,$b){false})',
      '$reverse($states.input.deep)',
      '$states.input ~> |list|{"x": 1}|',
    ]) {
      await evaluate(text, { input: shared });
    }
    expect(JSON.stringify(shared)).toBe(before);
    expect(Object.getOwnPropertyNames(shared.list)).toEqual(['0', 'length']);
    expect(Object.getOwnPropertyNames(shared.deep)).toEqual(['0', 'length']);
  });

  test('keys that objects inherit are ordinary keys', async () => {
    const input = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 2}') as Json;
    expect(JSON.stringify(await evaluate('$merge([$states.input, {"__proto__": 3}])', { input }))).toBe(
      '{"__proto__":3,"constructor":2}',
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('data that looks like a function of the library is data', async () => {
    const input = { f: { _jsonata_function: true }, g: { _jsonata_lambda: true, body: 1 } };
    expect(await evaluate('[$states.input]', { input })).toEqual([input]);
    expect(await evaluate('$append($states.input, 1)', { input })).toEqual([input, 1]);
  });
});

describe("AWS's functions", () => {
  test.each<[string, Json]>([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$partition([1,2,3], 2.9)', [[1, 2], [3]]],
    ['$partition([0], 1)', [[0]]],
    ['$partition([1,2])', [[1, 2]]],
    ['$range(0, 9, 3)', [0, 3, 6, 9]],
    ['$range(1, 9, 9)', 1],
    ['$range(5, 1, -2)', [5, 3, 1]],
    ['$range(-1.7, 1.2, 1)', [-1, 0, 1]],
    ['$hash("input data", "MD5")', '812f45842bc6d66ee14572ce20db8e86'],
    ['$random(42)', 0.7275636800328681],
    ['$random()', 0.25],
    ['$uuid()', '44444444-4444-4444-8444-444444444444'],
    ['$parse("{\\"a\\": [1, null]}")', { a: [1, null] }],
    ['$parse("{\\"a\\": {\\"b\\": 1}, \\"b\\": 1}").a.b', 1],
    ['$parse("-0")', 0],
    ['$map(["1", "2"], $parse)', [1, 2]],
    ['$now()', '2024-05-06T07:08:09.000Z'],
    ['$now("[Y0001]-[M01]")', '2024-05'],
    ['$millis()', 1_714_979_289_000],
    ['$shuffle([1, 2, 3, 4])', [4, 3, 1, 2]],
  ])('%s', async (text, expected) => expect(await evaluate(text)).toEqual(expected));

  test.each([
    '$partition([], 2)',
    '$partition([1], 0)',
    '$partition([1], -0.5)',
    '$range(1, 9)',
    '$range(1, 9, -1)',
    '$range(1, 2, 0)',
    '$hash("x")',
    '$parse($none)',
  ])('%s is nothing', async (text) =>
    expect(await evaluate(text)).toEqual(cause(text, 'returned nothing (undefined).')),
  );

  test.each([
    ['$eval("1+1")', '. T1006: Attempted to invoke a non-function'],
    ['$randomSeeded(1)', '. T1006: Attempted to invoke a non-function'],
    ['$partition([1], -2)', '. D3137: Second argument must be zero or greater'],
    ['$partition(5, 1)', '. T0412: Argument 1 of function "partition" must be an array of undefined'],
    ['$partition([1], "x")', '. T0410: Argument 2 of function "partition" does not match function signature'],
    ['$range("1", 2, 1)', '. T0410: Argument 1 of function "range" does not match function signature'],
    ['$range(1, 2, 1, 4)', '. T0410: Argument 4 of function "range" does not match function signature'],
    [
      '$range(1, 360146, 1)',
      ': Expression evaluation memory limit exceeded: Check for excessive memory usage',
    ],
    ['$hash(1, "MD5")', '. T0410: Argument 1 of function "hash" does not match function signature'],
    ['$hash("x", 1)', '. T0410: Argument 2 of function "hash" does not match function signature'],
    [
      '$hash("x", "md5")',
      ". D3137: Hash algorithm 'md5' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5",
    ],
    ['$random("x")', '. T0410: Argument 1 of function "random" does not match function signature'],
    ['$random(1, 2)', '. T0410: Argument 2 of function "random" does not match function signature'],
    ['$uuid(1)', '. T0410: Argument 1 of function "uuid" does not match function signature'],
    ['$parse("{")', '. D3137: Invalid JSON'],
    ['$parse(" ")', '. D3137: Invalid JSON'],
    ['$parse("{\\"a\\": 1, \\"a\\": 2}")', '. D3137: Invalid JSON'],
    ['$parse(1)', '. T0410: Argument 1 of function "parse" does not match function signature'],
    ['$parse("1", 2)', '. T0410: Argument 2 of function "parse" does not match function signature'],
    ['$sum("a")', '. T0412: Argument 1 of function "sum" must be an array of "numbers"'],
    ['$text + 1', '. T2001: The left side of the "+" operator must evaluate to a number'],
    ['1 +', '. S0207: Unexpected end of expression'],
  ])('%s fails: %s', async (text, rest) => {
    expect(await evaluate(text)).toEqual(cause(text, `threw an error during evaluation${rest}`));
  });

  test.each(['$sum', 'function($x) { $x }', '[$sum]', '{"f": function($x) { $x }}', '/ab/'])(
    '%s is an unsupported result',
    async (text) => expect(await evaluate(text)).toEqual(cause(text, 'returned an unsupported result type.')),
  );
});

describe('the fences', () => {
  const STACK =
    ': Stack overflow error: Check for non-terminating recursive function.  Consider rewriting as tail-recursive';
  const MEMORY = ': Expression evaluation memory limit exceeded: Check for excessive memory usage';

  test.each([
    ['($f := function($x) { 1 + $f($x) }; $f(1))', STACK],
    [Array.from({ length: 200 }, () => '1').join('+'), STACK],
    ['[1..873783]', MEMORY],
    ['$sum([1..900000])', MEMORY],
    ['[1..30000].[[1..30000]]', MEMORY],
    ['($d := function($s, $n) { $n = 0 ? $s : $d($s & $s, $n - 1) }; $length($d("x", 40)))', MEMORY],
    ['$length($pad("x", 1000000000))', MEMORY],
    ['$map([1..2000], function($i) { $pad("x", 4000000) & $i }) ~> $count()', MEMORY],
  ])('%s', async (text, rest) => {
    expect(await evaluate(text)).toEqual(cause(text, `threw an error during evaluation${rest}`));
  });

  test('sums of 100 terms and arrays of 873,782 elements pass', async () => {
    expect(await evaluate(Array.from({ length: 100 }, () => '1').join('+'))).toBe(100);
    expect(await evaluate('$count([1..873782])')).toBe(873_782);
  });

  test('an endless loop is stopped by the clock', async () => {
    const endless = compileForLibrary('($f := function($x) { $f($x + 1) }; $f(1))', {
      timeout: 100,
      stack: 100,
      sequence: 100,
    });
    const error: unknown = await endless(states, scope).catch((each: unknown) => each);
    expect(describeError(error)).toBe(': Expression evaluation timeout: Check for infinite loop');
  });

  test('a catastrophic regular expression ends', async () => {
    const text = `$contains("${'a'.repeat(2_000)}!", /^(a+)+$/)`;
    expect(await evaluate(text)).toBe(false);
    expect(await evaluate('$contains("ab", /(a)\\1/)')).toMatchObject({
      cause: expect.stringContaining('Back references are not supported') as string,
    });
  });

  test('a catastrophic picture string is refused', async () => {
    expect(await evaluate(`$toMillis("${'1'.repeat(60)}x", "${'[Y]'.repeat(8)}")`)).toMatchObject({
      cause: expect.stringContaining('too long for a picture string') as string,
    });
  });

  test('$distinct of a long array takes no time to speak of', async () => {
    expect(await evaluate('$count($distinct([1..200000]))')).toBe(200_000);
  });

  test('a result too deep to be read is a failure', async () => {
    const text = '($f := function($x, $n) { $n = 0 ? $x : $f([[$x]], $n - 1) }; $f(1, 20000))';
    expect(await evaluate(text)).toEqual(cause(text, `threw an error during evaluation${STACK}`));
  });
});

describe('a template', () => {
  const fill = async (value: Json, field = 'Output'): Promise<Json | Failure> =>
    compileJsonataTemplate(value, field).evaluate(states, scope);

  test('evaluates expressions in place and keeps everything else', async () => {
    const value = {
      lit: '$states.input',
      'x.$': '$.a',
      n: null,
      list: [1, '{% $n %}', { k: '{% $sum($list) %}' }],
      a: '{% $states.input.a %}',
    };
    const result = await fill(value);
    expect(result).toEqual({ lit: '$states.input', 'x.$': '$.a', n: null, list: [1, 3, { k: 6 }], a: 1 });
    expect(Object.keys(result as object)).toEqual(Object.keys(value));
  });

  test('without expressions is the same object every time', () => {
    const value = { a: [1, { b: ' {% x %}' }] };
    const compiled = compileJsonataTemplate(value, 'Output');
    expect(compiled.isStatic).toBe(true);
    expect(compiled.evaluate(states, scope)).toBe(value);
  });

  test('answers at once where the library is not needed', () => {
    const compiled = compileJsonataTemplate({ a: '{% $states.input.a %}', keep: { x: 1 } }, 'Output');
    expect(compiled.evaluate(states, scope)).toEqual({ a: 1, keep: { x: 1 } });
    expect(compileJsonataTemplate('{% $sum($list) %}', 'Output').evaluate(states, scope)).toBeInstanceOf(
      Promise,
    );
  });

  test('keys that objects inherit are ordinary keys', async () => {
    const result = await fill(
      JSON.parse('{"__proto__": "{% $n %}", "constructor": "{% $sum($list) %}"}') as Json,
    );
    expect(JSON.stringify(result)).toBe('{"__proto__":3,"constructor":6}');
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  });

  test.each<[Json, string, string]>([
    [{ a: { b: ['{% $none %}'] } }, 'Output', 'Output/a/b[0]'],
    ['{% $none %}', 'Seconds', 'Seconds'],
    [[1, '{% $none %}'], 'Items', 'Items[1]'],
    [{ v: ['{% $sum($list) %}', ['{% $none %}']] }, 'Choices[0]/Output', 'Choices[0]/Output/v[1][0]'],
    [{ first: '{% $none %}', second: '{% $sum("x") %}' }, 'Assign', 'Assign/first'],
    [{ first: '{% $sum("x") %}', second: '{% $none %}' }, 'Assign', 'Assign/first'],
  ])('%j fails at its first failure, naming the place', async (value, field, location) => {
    const failure = await fill(value, field);
    expect(failure).toMatchObject({
      error: 'States.QueryEvaluationError',
      location,
      cause: expect.stringContaining(`specified for the field '${location}'`) as string,
    });
  });
});
