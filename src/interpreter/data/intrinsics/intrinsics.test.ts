import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../asl';
import { SyntaxProblem } from '../compiled.types';
import type { EvaluationScope } from '../evaluationScope';
import { Failure } from '../failure';
import { INTRINSIC_FUNCTIONS } from './catalogue';
import { compileIntrinsic } from './compileIntrinsic';
import { JavaRandom } from './javaRandom';

const scope: EvaluationScope = {
  context: () => ({ Execution: { Name: 'run-1', Input: { id: 7 } } }),
  variable: (name) => (name === 'list' ? [3, 1, 2] : undefined),
  random: () => 0.999,
  now: 0,
};
const root: Json = {
  name: 'Ada',
  nothing: null,
  price: 1.5,
  list: [1, [2], { a: 1, b: null }],
  order: { id: 7, tags: ['x', 'y'] },
  other: { id: 8, name: 'Bob' },
};

function call(text: string, input: Json = root): Json | Failure {
  const compiled = compileIntrinsic(text);
  if (compiled instanceof SyntaxProblem) throw new Error(`${text}: ${compiled.message}`);
  return compiled.evaluate(input, scope);
}

describe('the syntax of calls', () => {
  test.each<[string, Json]>([
    ['States.Array()', []],
    ["States.Array('a', 1, -1.5e2, true, false, null)", ['a', 1, -150, true, false, null]],
    [" States.Array( 'a' ,1 ) ", ['a', 1]],
    ['States.Array($.order.id, $$.Execution.Input.id, $list, $list[0])', [7, 7, [3, 1, 2], 3]],
    [
      "States.Array($['name'], $.list[?(@.a == 1)], $.order.tags[0,1])",
      ['Ada', [{ a: 1, b: null }], ['x', 'y']],
    ],
    ['States.Array($, $$)', [root, scope.context()]],
    ['States.Array($.list.length(), $.order.tags[*])', [3, ['x', 'y']]],
    ['States.ArrayLength(States.Array(States.MathAdd(1, 2), $.nothing))', 2],
    [
      "States.Array('it\\'s', '\\{\\}', 'a\\\\b', 'tab\\t', '{\"a\": \"\\\"\"}')",
      ["it's", '{}', 'a\\b', 'tab\\t', '{"a": "\\""}'],
    ],
    ["States.Array('comma, and ) too', 'two\nlines')", ['comma, and ) too', 'two\nlines']],
  ])('%s', (text, expected) => expect(call(text)).toEqual(expected));

  test.each([
    ['', 'Expected an intrinsic function'],
    ['Format()', 'Expected an intrinsic function'],
    ['States.Nothing()', 'no intrinsic function States.Nothing'],
    ['states.Array()', 'Expected an intrinsic function'],
    ['States.format()', 'no intrinsic function'],
    ['States.Array(', 'Expected an intrinsic function'],
    ["States.Array('a)", 'The quote is not closed'],
    ["States.Array('a' 'b')", "Expected ')'"],
    ["States.Array('a',)", 'Expected an intrinsic function'],
    ['States.Array({})', 'Expected an intrinsic function'],
    ['States.Array($.a[)', 'Expected a name in quotes'],
    ['States.UUID() x', "Unexpected 'x'"],
    ['States.UUID(1)', 'States.UUID cannot have 1 arguments'],
    ['States.MathAdd(1)', 'States.MathAdd cannot have 1 arguments'],
    ['States.Array(States.Hash(1))', 'States.Hash cannot have 1 arguments'],
    [`${'States.Array('.repeat(11)}${')'.repeat(11)}`, 'More than 10 nested'],
  ])('%s is refused: %s', (text, message) => {
    const problem = compileIntrinsic(text);
    expect(problem).toBeInstanceOf(SyntaxProblem);
    expect((problem as SyntaxProblem).message).toContain(message);
  });

  test('ten functions may be nested', () => {
    expect(call(`${'States.Array('.repeat(10)}${')'.repeat(10)}`)).toEqual([[[[[[[[[[]]]]]]]]]]);
  });

  test('a path argument without value fails the state', () => {
    expect(call('States.Array($.name, $.no.such)', { name: 1 })).toEqual(
      new Failure(
        'States.Runtime',
        `The JsonPath argument for the field '$.no.such' could not be found in the input '{"name":1}'`,
      ),
    );
  });
});

describe('results', () => {
  test.each<[string, Json]>([
    ["States.Format('Hi {}, {} and {}', $.name, $.price, $.nothing)", 'Hi Ada, 1.5 and null'],
    ["States.Format('{}', $.order)", '{id=7, tags=[x, y]}'],
    ["States.Format('{}{}', true, 'x')", 'truex'],
    ["States.Format('no placeholder')", 'no placeholder'],
    ["States.Format('\\{\\} \\'{}\\' { }', 'x')", "{} 'x' { }"],
    ["States.Format(States.Format('Hello \\{\\}'), 'x')", 'Hello x'],
    ['States.StringToJson(\'{"a": [1, "\\\\u0041"]}\')', { a: [1, 'A'] }],
    ["States.StringToJson('')", null],
    ["States.StringToJson(' ')", null],
    ["States.StringToJson('null')", null],
    ["States.StringToJson('-0')", 0],
    ['States.JsonToString($.order)', '{"id":7,"tags":["x","y"]}'],
    ['States.JsonToString($.name)', '"Ada"'],
    ['States.JsonToString($.nothing)', 'null'],
    ['States.ArrayPartition(States.Array(1,2,3,4,5), 2)', [[1, 2], [3, 4], [5]]],
    ['States.ArrayPartition(States.Array(1,2,3), 1.5)', [[1, 2], [3]]],
    ['States.ArrayPartition(States.Array(), 3)', []],
    ['States.ArrayContains($.list, 1)', true],
    ['States.ArrayContains($.list, States.Array(2))', true],
    ['States.ArrayContains($.list, States.StringToJson(\'{"b":null,"a":1}\'))', true],
    ['States.ArrayContains($.list, null)', false],
    ["States.ArrayContains($.list, '1')", false],
    ['States.ArrayContains(States.Array(null), $.nothing)', true],
    ['States.ArrayRange(1, 9, 2)', [1, 3, 5, 7, 9]],
    ['States.ArrayRange(1, 10, 2)', [1, 3, 5, 7, 9]],
    ['States.ArrayRange(5, 1, -2)', [5, 3, 1]],
    ['States.ArrayRange(3, 3, 1)', [3]],
    ['States.ArrayLength(States.ArrayRange(1, 1000, 1))', 1_000],
    ['States.ArrayRange(1, 5, -1)', []],
    ['States.ArrayRange(0.5, 2.4, 1)', [1, 2]],
    ['States.ArrayGetItem($list, 0)', 3],
    ['States.ArrayGetItem($list, 1.5)', 2],
    ['States.ArrayGetItem(States.Array(null), 0)', null],
    ['States.ArrayLength($list)', 3],
    ['States.ArrayLength(States.Array())', 0],
    [
      "States.ArrayUnique(States.Array(1, 1, '1', null, null, $.order, $.order, $list, $list, 1.0))",
      [1, '1', null, { id: 7, tags: ['x', 'y'] }, [3, 1, 2]],
    ],
    ['States.JsonMerge($.order, $.other, false)', { id: 8, tags: ['x', 'y'], name: 'Bob' }],
    ['States.MathAdd(1.5, 1.51)', 4],
    ['States.MathAdd(1.49, 1.5)', 3],
    ['States.MathAdd(-1.5, 0)', -1],
    ['States.MathAdd(-1.51, 0)', -2],
    ['States.MathAdd(2147483647, 2147483647)', 4294967294],
    ['States.MathRandom(1, 10)', 9],
    ['States.MathRandom(1.5, 2.6)', 2],
    ["States.StringSplit('a,b;;c', ',;')", ['a', 'b', 'c']],
    ["States.StringSplit(',,', ',')", []],
    ["States.StringSplit(' , ', ',')", [' ', ' ']],
    ["States.StringSplit('abc', '')", ['abc']],
    ["States.StringSplit('', ',')", []],
    ["States.StringSplit('one\ntwo', '\n')", ['one', 'two']],
    ["States.Base64Encode('')", ''],
    ["States.Base64Encode('Hé')", 'SMOp'],
    ["States.Base64Decode('')", ''],
    ["States.Base64Decode('SMOp')", 'Hé'],
    ["States.Base64Decode('SGVs\nbG8=')", 'Hello'],
    ["States.Base64Decode('SGVsbG8')", 'Hello'],
    ["States.Hash($.order, 'MD5')", createHash('md5').update('{"id":7,"tags":["x","y"]}').digest('hex')],
  ])('%s', (text, expected) => expect(call(text)).toEqual(expected));

  test('-0 never comes out', () => {
    expect(Object.is(call('States.MathAdd(-0.5, 0)'), 0)).toBe(true);
    expect(Object.is(call('States.MathAdd(-0.2, -0.4)'), 0)).toBe(true);
    expect(Object.is(call("States.StringToJson('-0')"), 0)).toBe(true);
  });

  test('States.UUID makes version 4 from the execution’s own random numbers', () => {
    expect(call('States.UUID()')).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
    const numbers = [...'0123456789abcdef0123456789abcdef'].map((digit) => Number.parseInt(digit, 16) / 16);
    const compiled = compileIntrinsic('States.UUID()');
    if (compiled instanceof SyntaxProblem) throw new Error(compiled.message);
    expect(compiled.evaluate({}, { ...scope, random: () => numbers.shift() ?? 0 })).toMatch(
      /^01234567-89ab-4cde-b012-3456789abcde$/,
    );
  });

  test('keys that objects inherit survive a merge', () => {
    const merged = call(
      'States.JsonMerge($[0], $[1], false)',
      JSON.parse('[{"__proto__": 1}, {"__proto__": 2}]') as Json,
    );
    expect(JSON.stringify(merged)).toBe('{"__proto__":2}');
  });
});

describe('refused arguments are States.IntrinsicFailure', () => {
  test.each([
    [
      "States.Format('{} {}', 1)",
      'States.Format failed: The template has 2 placeholders, but there are 1 values.',
    ],
    ["States.Format('x', 1)", 'The template has 0 placeholders, but there are 1 values'],
    ['States.Format($.order)', 'The first argument must be a string, but was {"id":7,"tags":["x","y"]}'],
    ["States.StringToJson('{')", 'The argument is not a valid JSON text'],
    ['States.StringToJson(5)', 'must be a string'],
    ["States.ArrayPartition('x', 2)", 'The first argument must be an array, but was "x"'],
    ['States.ArrayPartition($list, 0)', 'The chunk size must be a positive integer, but was 0'],
    ["States.ArrayPartition($list, 'x')", 'The second argument must be a number'],
    ['States.ArrayContains($.order, 1)', 'must be an array'],
    ['States.ArrayRange(1, 9, 0)', 'The step must not be 0'],
    ['States.ArrayRange(0, 1000, 1)', 'The range has 1001 items, more than the 1000 allowed'],
    ["States.ArrayRange('1', 2, 3)", 'The first argument must be a number'],
    ['States.ArrayGetItem($list, 3)', 'Index 3 is outside of the array, which has 3 items'],
    ['States.ArrayGetItem($list, -1)', 'Index -1 is outside'],
    ['States.ArrayLength($.name)', 'must be an array'],
    ['States.ArrayUnique($.name)', 'must be an array'],
    ["States.Base64Decode('a')", 'not a valid Base64 text'],
    ['States.Base64Encode(5)', 'must be a string'],
    [
      "States.Hash('x', 'sha-256')",
      'The algorithm must be one of MD5, SHA-1, SHA-256, SHA-384, SHA-512, but was sha-256',
    ],
    ["States.Hash('x', 5)", 'The second argument must be a string'],
    ['States.JsonMerge($.order, $.name, false)', 'The second argument must be an object, but was "Ada"'],
    ['States.JsonMerge($.order, $.other, true)', 'only shallow merging'],
    ["States.MathAdd('1', 2)", 'The first argument must be a number, but was "1"'],
    ['States.MathAdd(2147483648, 0)', 'Both arguments must be between -2147483648 and 2147483647'],
    ['States.MathRandom(5, 5)', 'The end 5 must be greater than the start 5'],
    ['States.MathRandom(-2000000000, 2000000000)', 'The range is larger'],
    ["States.MathRandom(1, 5, 'x')", 'must be a number'],
    ["States.StringSplit('a', 5)", 'The second argument must be a string'],
  ])('%s', (text, cause) => {
    const result = call(text);
    expect(result).toBeInstanceOf(Failure);
    expect(result).toMatchObject({
      error: 'States.IntrinsicFailure',
      cause: expect.stringContaining(cause) as string,
    });
  });

  test.each(['States.Base64Encode($)', 'States.Base64Decode($)', "States.Hash($, 'MD5')"])(
    '%s of more than 10,000 characters',
    (text) => {
      expect(call(text, 'a'.repeat(10_000))).not.toBeInstanceOf(Failure);
      expect(call(text, 'a'.repeat(10_001))).toMatchObject({ error: 'States.IntrinsicFailure' });
    },
  );

  test('a large value is not repeated in the cause', () => {
    const failure = call('States.ArrayLength($)', { text: 'x'.repeat(10_000) });
    expect(failure instanceof Failure && failure.cause?.length).toBeLessThan(250);
  });
});

describe('digests', () => {
  const algorithms = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

  test('equal those of a reference implementation for texts of any length and script', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.nat(300).map((length) => 'a'.repeat(length)),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...algorithms), (each, algorithm) => {
        const reference = createHash(algorithm.replace('-', '')).update(each).digest('hex');
        expect(call(`States.Hash($, '${algorithm}')`, each)).toBe(reference);
      }),
    );
  });

  test.each([55, 56, 63, 64, 111, 112, 119, 120, 127, 128])('at the edge of a block: %i bytes', (length) => {
    const text = 'x'.repeat(length);
    for (const algorithm of algorithms) {
      const reference = createHash(algorithm.replace('-', '')).update(text).digest('hex');
      expect(call(`States.Hash($, '${algorithm}')`, text)).toBe(reference);
    }
  });
});

test('Base64 goes there and back as Node has it, for any well-formed text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!/[\ud800-\udfff]/u.test(text));
      const encoded = call('States.Base64Encode($)', text);
      expect(encoded).toBe(Buffer.from(text).toString('base64'));
      expect(call('States.Base64Decode($)', encoded as string)).toBe(text);
    }),
  );
});

test('decoding bytes that are not UTF-8 gives replacement characters', () => {
  for (const bytes of [
    [0xff],
    [0xc0, 0x80],
    [0xe0, 0x80, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xe2, 0x82],
    [0x61, 0x80, 0x62],
  ]) {
    const decoded = call('States.Base64Decode($)', Buffer.from(bytes).toString('base64'));
    expect(decoded).toContain('\ufffd');
  }
});

describe('java.util.Random', () => {
  test('has the sequence that its documentation prescribes', () => {
    // The first two 31-bit outputs for seed 42 are 1562431130 and 117392763, for seed 0 1569741360.
    const random = new JavaRandom(42);
    expect([random.nextInt(100), random.nextInt(100)]).toEqual([30, 63]);
    expect(new JavaRandom(0).nextInt(16)).toBe(11);
    expect(new JavaRandom(0).nextDouble()).toBeCloseTo(0.730967787376657, 15);
    expect(new JavaRandom(42).nextDouble()).toBeCloseTo(0.7275636800328681, 15);
  });

  test('stays in its bounds for any seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed, bound) => {
        const value = new JavaRandom(seed).nextInt(bound);
        expect(value >= 0 && value < bound && Number.isInteger(value)).toBe(true);
      }),
    );
  });

  test('makes a seeded States.MathRandom repeatable', () => {
    expect(call('States.MathRandom(100, 200, 42)')).toBe(130);
    expect(call('States.MathRandom(0, 999, 3)')).toBe(call('States.MathRandom(0, 999, 3)'));
  });
});

test('the catalogue holds the 18 functions of the developer guide', () => {
  expect([...INTRINSIC_FUNCTIONS.keys()]).toHaveLength(18);
});
