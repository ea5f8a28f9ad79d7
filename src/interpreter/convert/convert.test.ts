import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, buildModel, type Json, parseText } from '../../asl';
import { arbitraryDefinition } from '../../asl/testing/arbitraryDefinition';
import { compileProgram } from '../compile/compileProgram';
import { createExecution } from '../execution';
import type { CallService } from '../execution.types';
import { runToEnd } from '../run';
import { programOf, settingsOf } from '../testing/play';
import { compareRuns } from './compareRuns';
import { convertToJsonata } from './convertDefinition';

/** Every Task gives back what it was asked. */
const echo: CallService = (call) => ({ type: 'succeed', output: call.arguments });

const modelOf = (text: string) => {
  const parsed = parseText(text);
  return { parsed, machine: buildModel(parsed) };
};

function convert(definition: object) {
  const text = JSON.stringify(definition, null, 2);
  const { parsed, machine } = modelOf(text);
  const conversion = convertToJsonata(parsed, machine);
  const after = conversion.plan.ok ? applyEdits(text, conversion.plan.edits) : undefined;
  return { text, after, conversion };
}

const stateOf = (state: object, more: object = {}) => {
  const { after, conversion } = convert({
    StartAt: 'A',
    States: { A: state, B: { Type: 'Succeed' } },
    ...more,
  });
  const outcome = conversion.states[0]?.outcome;
  return after === undefined || outcome?.type === 'kept' ? outcome : JSON.parse(after).States.A;
};

async function compare(definition: object, input: Json) {
  const { text, after } = convert(definition);
  if (after === undefined) return undefined;
  const version = (each: string) => ({
    execution: createExecution(compileProgram(modelOf(each).machine).program, settingsOf(), input),
    callService: echo,
  });
  return compareRuns(version(text), version(after), MOST);
}

/** One Pass with parameters, in both languages. */
const evaluate = (parameters: Json, input: Json) =>
  compare({ StartAt: 'A', States: { A: { Type: 'Pass', Parameters: parameters, End: true } } }, input);

describe('fields', () => {
  test('Parameters, ResultSelector, ResultPath and OutputPath of a Task', () => {
    expect(
      stateOf({
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Parameters: { FunctionName: 'f', 'Payload.$': '$.order' },
        ResultSelector: { 'id.$': '$.Payload.id' },
        ResultPath: '$.charge',
        TimeoutSecondsPath: '$.limit',
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'B' }],
        Next: 'B',
      }),
    ).toEqual({
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'f', Payload: '{% $states.input.order %}' },
      Output:
        '{% ($assert($exists($states.result.Payload.id), "Nothing at $states.result.Payload.id"); $merge([$states.input, { "charge": { "id": $states.result.Payload.id } }])) %}',
      TimeoutSeconds: '{% $number($states.input.limit) %}',
      Catch: [
        {
          ErrorEquals: ['States.ALL'],
          Output: '{% $merge([$states.input, { "error": $states.errorOutput }]) %}',
          Next: 'B',
        },
      ],
      Next: 'B',
    });
  });

  test('a Choice: every rule asks for what JSONPath insists on, once', () => {
    expect(
      stateOf({
        Type: 'Choice',
        Choices: [
          { Variable: '$.kind', StringEquals: 'a', Next: 'B' },
          { Variable: '$.kind', StringMatches: 'b*.c', Next: 'B' },
          {
            And: [
              { Variable: '$.n', IsPresent: true },
              { Variable: '$.n', NumericGreaterThan: 3 },
            ],
            Next: 'B',
          },
        ],
        Default: 'B',
      }).Choices,
    ).toEqual([
      {
        Condition:
          '{% ($assert($exists($states.input.kind), "Nothing at $states.input.kind"); $states.input.kind = "a") %}',
        Next: 'B',
      },
      {
        Condition:
          '{% $type($states.input.kind) = "string" and $contains($states.input.kind, /^b[\\s\\S]*\\.c$/) %}',
        Next: 'B',
      },
      {
        Condition:
          '{% $exists($states.input.n) and $type($states.input.n) = "number" and $states.input.n > 3 %}',
        Next: 'B',
      },
    ]);
  });

  test.each([
    ['a wildcard', '$.list[*].id', 'wildcard'],
    ['a filter', '$.list[?(@.a > 1)]', 'filter'],
    ['a slice', '$.list[0:2]', 'slice'],
    ['every level', '$..id', 'every level'],
    ['a function', '$.list.length()', 'function'],
    ['a seeded random number', 'States.MathRandom(1, 5, 7)', 'seed'],
  ])('%s is left alone, and the reason said', (_, path, words) => {
    expect(stateOf({ Type: 'Pass', Parameters: { 'x.$': path }, End: true })).toMatchObject({
      type: 'kept',
      reason: expect.stringContaining(words),
    });
  });

  test.each([
    ['States.ArrayGetItem($.a, -1)', 'fails at -1'],
    ['States.ArrayGetItem($.a, 1.5)', 'fails at 1.5'],
  ])('%s, which fails, is left alone', (call, words) => {
    expect(stateOf({ Type: 'Pass', Parameters: { 'x.$': call }, End: true })).toMatchObject({
      type: 'kept',
      reason: expect.stringContaining(words),
    });
  });

  const assumedOf = (state: object) => {
    const { conversion } = convert({ StartAt: 'A', States: { A: state, B: { Type: 'Succeed' } } });
    const outcome = conversion.states[0]?.outcome;
    return outcome?.type === 'converted' ? outcome.assumes : outcome;
  };
  test.each<[string, object, readonly string[]]>([
    ['a name', { 'x.$': '$.a' }, ['$states.input is not a list']],
    [
      'names, each thing said once',
      { 'x.$': '$.a.b', 'y.$': '$.a.c', 'z.$': '$.a' },
      ['none of these is a list: $states.input, $states.input.a'],
    ],
    [
      'indexes and names',
      { 'x.$': '$.a[0].b' },
      ['$states.input.a is a list', 'none of these is a list: $states.input, $states.input.a[0]'],
    ],
    [
      'several lists',
      { 'x.$': '$.a[0][1]' },
      ['each of these is a list: $states.input.a, $states.input.a[0]', '$states.input is not a list'],
    ],
    ['the context object, which is known', { 'x.$': '$$.Map.Item.Index', 'y.$': '$$.State.Name' }, []],
    [
      'data in the context object',
      { 'x.$': '$$.Execution.Input.a' },
      ['$states.context.Execution.Input is not a list'],
    ],
    [
      'an index that a function gives',
      { 'x.$': 'States.ArrayGetItem($$.Map, States.MathAdd(1, -2))' },
      ['$states.context.Map is a list', '1 + -2 is a whole number from 0'],
    ],
    ['the whole', { 'x.$': '$' }, []],
  ])('what %s takes for granted is said', (_, Parameters, expected) => {
    expect(assumedOf({ Type: 'Pass', Parameters, End: true })).toEqual(expected);
  });

  test('a Choice, InputPath and results say it, too; not what is certain', () => {
    const rule = (more: object) => ({ Variable: '$.a.b', Next: 'B', ...more });
    const said = ['none of these is a list: $states.input, $states.input.a'];
    expect(assumedOf({ Type: 'Choice', Choices: [rule({ StringEquals: 'x' })] })).toEqual(said);
    expect(assumedOf({ Type: 'Choice', Choices: [rule({ IsPresent: true })] })).toEqual(said);
    expect(assumedOf({ Type: 'Wait', InputPath: '$.a.b', Seconds: 1, End: true })).toEqual([
      ...said,
      'there is something at $states.input.a.b',
    ]);
    const Branches = [{ StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }];
    const selected = { ResultSelector: { 'first.$': '$[0].id' }, End: true };
    expect(assumedOf({ Type: 'Parallel', Branches, ...selected })).toEqual([
      '$states.result[0] is not a list',
    ]);
    const Catch = [{ ErrorEquals: ['E'], Assign: { 'e.$': '$.Error' }, ResultPath: '$.error', Next: 'B' }];
    expect(assumedOf({ Type: 'Parallel', Branches, Catch, End: true })).toEqual([
      '$states.input is an object',
    ]);
  });

  test('a state that stays makes a mixed definition; without one the machine is in JSONata', () => {
    const kept = { Type: 'Pass', Parameters: { 'x.$': '$..id' }, Next: 'A' };
    const mixed = JSON.parse(
      convert({ StartAt: 'K', States: { K: kept, A: { Type: 'Pass', OutputPath: '$.a', End: true } } })
        .after ?? '',
    );
    expect(mixed.QueryLanguage).toBeUndefined();
    expect(mixed.States).toEqual({
      K: kept,
      A: { Type: 'Pass', Output: '{% $states.input.a %}', End: true, QueryLanguage: 'JSONata' },
    });
    const whole = JSON.parse(convert({ StartAt: 'A', States: { A: { Type: 'Succeed' } } }).after ?? '');
    expect(whole.QueryLanguage).toBe('JSONata');
  });

  test('comments and order stay', () => {
    const text = `{
  // first
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass", // a pass
      "Parameters": { "x.$": "$.y" },
      "Comment": "kept",
      "End": true
    }
  }
}`;
    const { parsed, machine } = modelOf(text);
    const { plan } = convertToJsonata(parsed, machine);
    const after = plan.ok ? applyEdits(text, plan.edits) : '';
    expect(after).toContain('// first');
    expect(after).toContain('"Type": "Pass", // a pass\n');
    expect(Object.keys(JSON.parse(after.replace(/\/\/.*/g, '')).States.A)).toEqual([
      'Type',
      'Output',
      'Comment',
      'End',
    ]);
  });
});

/** Whether a state comes upon something else than an object: what a conversion takes for granted is not so then. */
async function meetsOther(definition: object, input: Json): Promise<boolean> {
  const execution = createExecution(programOf(definition), settingsOf(), input);
  await runToEnd(execution, echo, { maxTransitions: MOST });
  const { timeline } = execution;
  return Array.from({ length: timeline.length }, (_, index) => timeline.event(index)).some(
    (event) => 'stateEnteredEventDetails' in event && !event.stateEnteredEventDetails.input.startsWith('{'),
  );
}

/** States entered at most: random definitions may loop for ever. */
const MOST = 300;

const catches = (definition: object): boolean => JSON.stringify(definition).includes('"States.ALL"');

const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>;

/** Whether something that was taken for granted is not so: of lists, and about the input. */
function isBroken(assumed: readonly string[], input: Json): boolean {
  const at = (text: string): unknown =>
    [...text.matchAll(/\.(\w+)|\[(-?\d+)\]/g)].slice(1).reduce<unknown>((value, [, name, index]) => {
      if (name === undefined) return Array.isArray(value) ? value.at(Number(index)) : undefined;
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isObject && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
    }, input);
  return assumed.some((each) => {
    const [, several, listed] = /^(each|none) of these is a list: (.*)$/.exec(each) ?? [];
    const [, only, no] = /^(\S+) is (not )?a list$/.exec(each) ?? [];
    const texts = listed?.split(', ') ?? (only === undefined ? [] : [only]);
    const wantsList = several === undefined ? no === undefined : several === 'each';
    return texts.some((text) => Array.isArray(at(text)) !== wantsList);
  });
}

describe('both versions do the same', () => {
  const small = fc.letrec<{ readonly value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<Json>(1, 'a', null, true),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom('a', 'b'), tie('value')),
    ),
  })).value;
  const path = fc
    .array(fc.constantFrom('.a', '.b', '[0]', '[1]', '[-1]'), { minLength: 1, maxLength: 4 })
    .map((steps) => `$${steps.join('')}`);

  test('wherever a path leads, or what they take for granted is not so', async () => {
    await fc.assert(
      fc.asyncProperty(path, small, fc.boolean(), async (way, input, isChoice) => {
        const state = isChoice
          ? { Type: 'Choice', Choices: [{ Variable: way, IsPresent: true, Next: 'B' }], Default: 'C' }
          : { Type: 'Pass', Parameters: { 'x.$': way }, End: true };
        const ends = { B: { Type: 'Pass', End: true }, C: { Type: 'Succeed' } };
        const definition = { StartAt: 'A', States: { A: state, ...ends } };
        const result = await compare(definition, input);
        if (result?.type === 'same') return;
        const outcome = convert(definition).conversion.states[0]?.outcome;
        const assumes = outcome?.type === 'converted' ? outcome.assumes : [];
        expect(isBroken(assumes, input), JSON.stringify([result, assumes])).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('on data of any shape that a path leads to', async () => {
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        const result = await evaluate(
          {
            'whole.$': '$',
            'a.$': '$.a',
            'deep.$': '$.a.b',
            'list.$': 'States.Array($.a, $.c)',
            kept: [1, { 'n.$': '$.c' }],
          },
          { a: { b: value }, c: value },
        );
        expect(result).toMatchObject({ type: 'same', status: 'SUCCEEDED' });
      }),
      { numRuns: 60 },
    );
  });

  test('when results are put into the input', async () => {
    await fc.assert(
      fc.asyncProperty(json, json, async (value, other) => {
        const definition = {
          StartAt: 'A',
          States: {
            A: { Type: 'Pass', Result: value, ResultPath: '$.x.y', Next: 'B' },
            B: {
              Type: 'Pass',
              Parameters: { 'z.$': '$.x' },
              ResultPath: '$.w',
              OutputPath: '$.w.z',
              Next: 'C',
            },
            C: { Type: 'Pass', InputPath: '$.y', ResultPath: '$.again', End: true },
          },
        };
        const result = await compare(definition, { other });
        // A text or key that JSONata would evaluate stays in JSONPath.
        expect(result === undefined || result.type === 'same').toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test.each<[string, string, Json]>([
    ['Format', "States.Format('{} is {}: {} {}', $.t, $.n, $.b, $.z)", null],
    ['Format of one', "States.Format('{}', $.n)", null],
    ['ArrayPartition', 'States.ArrayPartition($.list, 2)', null],
    ['ArrayContains of a literal', 'States.ArrayContains($.list, 3)', null],
    ['ArrayContains of data', 'States.ArrayContains($.objects, $.o)', null],
    ['ArrayRange', 'States.ArrayRange(1, 9, 3)', null],
    ['ArrayGetItem', 'States.ArrayGetItem($.list, 1)', null],
    ['ArrayGetItem by data', 'States.ArrayGetItem($.list, $.n)', null],
    ['ArrayLength', 'States.ArrayLength($.list)', null],
    ['ArrayUnique', 'States.ArrayUnique($.list)', null],
    ['ArrayUnique of one', 'States.ArrayUnique($.same)', null],
    ['Base64', 'States.Base64Decode(States.Base64Encode($.t))', null],
    ['Hash', "States.Hash($.t, 'SHA-256')", null],
    ['JsonMerge', 'States.JsonMerge($.o, $.p, false)', null],
    ['StringToJson', 'States.StringToJson($.json)', null],
    ['JsonToString', 'States.JsonToString($.o)', null],
    ['MathRandom', 'States.MathRandom(3, 300)', null],
    ['MathAdd', 'States.MathAdd($.n, -2)', null],
    ['StringSplit', "States.StringSplit($.csv, ',')", null],
    ['StringSplit at several', "States.StringSplit($.csv, ',-]')", null],
    ['UUID', 'States.UUID()', null],
    ['nested', "States.Format('{}-{}', States.UUID(), States.MathAdd(States.ArrayLength($.list), 1))", null],
    ['the context object', '$$.Execution.Input.t', null],
    ['a list item', '$.objects[0].a', null],
    ['the last item', '$.list[-1]', null],
    ['an odd name', "$['a b']", null],
  ])('%s', async (_, call) => {
    const input = {
      t: 'text “x”',
      n: 2,
      b: true,
      z: null,
      list: [1, 2, 3, 2, 1],
      same: [1, 1],
      objects: [{ a: 1 }, { a: [2] }],
      o: { a: 1 },
      p: { b: [{}], a: null },
      json: '{"a":[1,{"b":null}]}',
      csv: 'a,,b-c]d,',
      'a b': [[1]],
    };
    const plain = call.includes('Base64') ? { ...input, t: 'ascii' } : input;
    expect(await evaluate({ 'x.$': call }, plain)).toMatchObject({ type: 'same', status: 'SUCCEEDED' });
  });

  test('what is missing fails in both', async () => {
    for (const call of [
      '$.no',
      "States.Format('{}', $.no)",
      "States.Format('a{}', $.no)",
      'States.ArrayLength($.no)',
      'States.JsonMerge($.o, $.no, false)',
      'States.MathAdd($.no, 1)',
      "States.StringSplit($.no, ',')",
      'States.ArrayGetItem($.list, 9)',
    ]) {
      expect([call, await evaluate({ 'x.$': call }, { o: {}, list: [1] })]).toMatchObject([
        call,
        { type: 'same', status: 'FAILED' },
      ]);
    }
  });

  const operand = fc.oneof(
    fc.constantFrom<Json>(
      1,
      2,
      'a',
      'ab',
      '',
      true,
      false,
      null,
      '2024-01-01T00:00:00Z',
      '2024-01-01T01:00:00+01:00',
      '2024-02-01T00:00:00.5Z',
    ),
    json,
  );
  const operators = [
    'StringEquals',
    'StringLessThan',
    'StringGreaterThanEquals',
    'StringEqualsPath',
    'StringLessThanPath',
    'NumericEquals',
    'NumericGreaterThan',
    'NumericLessThanEqualsPath',
    'BooleanEquals',
    'BooleanEqualsPath',
    'TimestampEquals',
    'TimestampLessThan',
    'TimestampGreaterThanEqualsPath',
    'StringMatches',
    'IsNull',
    'IsPresent',
    'IsNumeric',
    'IsString',
    'IsBoolean',
    'IsTimestamp',
  ];
  const comparison = fc
    .record({
      operator: fc.constantFrom(...operators),
      literal: operand,
      on: fc.constantFrom('$.v', '$.w', '$.u'),
    })
    .map(
      ({ operator, literal, on }): Json => ({
        Variable: on,
        [operator]: operator.endsWith('Path')
          ? '$.w'
          : operator.startsWith('Is')
            ? literal === true
            : literal,
      }),
    );
  const rule = fc.letrec<{ readonly rule: Json }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      comparison,
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((rules): Json => ({ And: rules })),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((rules): Json => ({ Or: rules })),
      tie('rule').map((inner): Json => ({ Not: inner })),
    ),
  })).rule;

  test('Choice rules, whatever the data, and missing data fails in both', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rule, { minLength: 1, maxLength: 3 }),
        operand,
        operand,
        fc.boolean(),
        async (rules, v, w, hasW) => {
          const Choices = rules.map((each, index) => ({ ...(each as object), Next: `R${index}` }));
          const ends = Object.fromEntries(
            ['D', ...rules.map((_, index) => `R${index}`)].map((name) => [name, { Type: 'Succeed' }]),
          );
          const definition = {
            StartAt: 'C',
            States: { C: { Type: 'Choice', Choices, Default: 'D' }, ...ends },
          };
          expect(await compare(definition, hasW ? { v, w } : { v })).toMatchObject({ type: 'same' });
        },
      ),
      { numRuns: 400 },
    );
  });

  test('random definitions on random inputs', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryDefinition({ queryLanguage: 'JSONPath' }),
        fc.oneof(
          json,
          fc.record({
            total: operand,
            kind: operand,
            other: operand,
            items: fc.array(operand, { maxLength: 3 }),
            seconds: fc.constantFrom<Json>(1, 2),
            due: fc.constant<Json>('2030-01-01T00:00:00Z'),
          }) as fc.Arbitrary<Json>,
        ),
        async (definition, input) => {
          const result = await compare(definition, input);
          if (result === undefined || result.type === 'same') return;
          // A Catch of States.ALL takes what JSONata cannot evaluate; a name after a list reads from its items.
          const taken = result.unevaluated && catches(definition);
          expect(taken || (await meetsOther(definition, input)), JSON.stringify(result)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
