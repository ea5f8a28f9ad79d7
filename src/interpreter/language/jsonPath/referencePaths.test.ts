import { describe, expect, it } from 'vitest';
import type { Json } from '../../../asl';
import type { Execution } from '../../execution.types';
import { answers, details, LAMBDA, machine, play, seconds } from '../../testing/play';

/** A field that holds a path: a value for it, a state that uses it, and how one sees what it read. */
interface PathField {
  readonly value: Json;
  readonly state: (path: string) => object;
  readonly seen: (execution: Execution) => unknown;
  readonly expected: unknown;
}

const CALLBACK = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken';
const output = (execution: Execution): unknown => execution.output;
const failed = (execution: Execution): unknown => details(execution, 'ExecutionFailed');

const FIELDS: Readonly<Record<string, PathField>> = {
  InputPath: {
    value: { x: 1 },
    state: (InputPath) => ({ Type: 'Pass', InputPath }),
    seen: output,
    expected: { x: 1 },
  },
  OutputPath: {
    value: { x: 1 },
    state: (OutputPath) => ({ Type: 'Pass', OutputPath }),
    seen: output,
    expected: { x: 1 },
  },
  SecondsPath: {
    value: 7,
    state: (SecondsPath) => ({ Type: 'Wait', SecondsPath }),
    seen: seconds,
    expected: 7,
  },
  TimestampPath: {
    value: '2025-01-01T00:00:09Z',
    state: (TimestampPath) => ({ Type: 'Wait', TimestampPath }),
    seen: seconds,
    expected: 9,
  },
  TimeoutSecondsPath: {
    value: 5,
    state: (TimeoutSecondsPath) => ({ Type: 'Task', Resource: LAMBDA, TimeoutSecondsPath }),
    seen: seconds,
    expected: 5,
  },
  HeartbeatSecondsPath: {
    value: 4,
    state: (HeartbeatSecondsPath) => ({
      Type: 'Task',
      Resource: CALLBACK,
      Parameters: {},
      HeartbeatSecondsPath,
    }),
    seen: seconds,
    expected: 4,
  },
  ItemsPath: {
    value: ['a', 'b'],
    state: (ItemsPath) => ({ Type: 'Map', ItemsPath, ItemProcessor: machine({ I: { Type: 'Succeed' } }) }),
    seen: output,
    expected: ['a', 'b'],
  },
  MaxConcurrencyPath: {
    value: 2,
    state: (MaxConcurrencyPath) => ({
      Type: 'Map',
      ItemsPath: '$$.Execution.Input.six',
      MaxConcurrencyPath,
      ItemProcessor: machine({ I: { Type: 'Wait', Seconds: 1, End: true } }),
    }),
    seen: seconds,
    expected: 3,
  },
  ErrorPath: {
    value: 'Boom',
    state: (ErrorPath) => ({ Type: 'Fail', ErrorPath }),
    seen: failed,
    expected: { error: 'Boom' },
  },
  CausePath: {
    value: 'because',
    state: (CausePath) => ({ Type: 'Fail', CausePath }),
    seen: failed,
    expected: { cause: 'because' },
  },
};

const ending = (state: object): object =>
  'Type' in state && state.Type === 'Fail' ? state : { ...state, End: true };

/** The value stands in the input and in the variables `whole` and `part`. */
function read({ state, value }: PathField, path: string): Execution {
  const input = {
    value,
    nested: { deep: { value } },
    list: [null, value],
    'a b': { "it's": value },
    six: [1, 2, 3, 4, 5, 6],
  };
  const definition = machine({
    Assign: { Type: 'Pass', Assign: { 'whole.$': '$.value', 'part.$': '$' }, Next: 'S' },
    S: ending(state(path)),
  });
  return play(definition, { input });
}

describe.each(Object.entries(FIELDS))('%s', (name, field) => {
  it.each([
    '$.value',
    "$['value']",
    '$.nested.deep.value',
    "$.nested['deep'].value",
    '$.list[1]',
    "$['a b']['it\\'s']",
    '$$.Execution.Input.value',
    '$$.Execution.Input.list[1]',
    '$whole',
    '$part.value',
    '$part.list[1]',
  ])('reads %s', (path) => {
    expect(field.seen(read(field, path))).toEqual(field.expected);
  });

  it.each(['$.none', '$.list[9]', '$.value.none.deeper', '$$.Execution.None', '$none', '$part.none'])(
    'fails with States.Runtime where %s finds nothing',
    (path) => {
      const { status, error, cause } = read(field, path);
      expect({ status, error }).toEqual({ status: 'FAILED', error: 'States.Runtime' });
      expect(cause).toContain("An error occurred while executing the state 'S'");
      expect(cause).toContain(path);
      if (name === 'ErrorPath' || name === 'CausePath')
        expect(cause).toContain(`specified for the field '${name}'`);
    },
  );
});

describe('a Choice rule', () => {
  const decide = (rule: object): unknown =>
    play(
      machine({
        Assign: { Type: 'Pass', Assign: { 'n.$': '$.n', 'all.$': '$' }, Next: 'C' },
        C: { Type: 'Choice', Choices: [{ ...rule, Next: 'Yes' }], Default: 'No' },
        Yes: { Type: 'Pass', Result: true, End: true },
        No: { Type: 'Pass', Result: false, End: true },
      }),
      { input: { n: 3, same: 3, other: 4, list: [1, 3] } },
    );
  it.each(['$.n', "$['n']", '$.list[1]', '$$.Execution.Input.n', '$n', '$all.n', '$all.list[1]'])(
    'compares %s with what another path finds',
    (Variable) => {
      const outputOf = (NumericEqualsPath: string): unknown =>
        (decide({ Variable, NumericEqualsPath }) as Execution).output;
      expect(outputOf('$.same')).toBe(true);
      expect(outputOf('$$.Execution.Input.same')).toBe(true);
      expect(outputOf('$all.same')).toBe(true);
      expect(outputOf('$.other')).toBe(false);
    },
  );
  it('fails where its Variable or its operand finds nothing, unless it asks for presence', () => {
    const missing = decide({ Variable: '$.none', NumericEquals: 3 }) as Execution;
    expect(missing.error).toBe('States.Runtime');
    expect(missing.cause).toContain("Invalid path '$.none'");
    expect((decide({ Variable: '$.n', NumericEqualsPath: '$.none' }) as Execution).error).toBe(
      'States.Runtime',
    );
    expect((decide({ Variable: '$.none', IsPresent: true }) as Execution).output).toBe(false);
    expect((decide({ Variable: '$.none', IsPresent: false }) as Execution).output).toBe(true);
  });
});

describe('ResultPath', () => {
  const task = (fields: object): object => ({ Type: 'Task', Resource: LAMBDA, End: true, ...fields });
  const run = (state: object, input: Json): Execution =>
    play(machine({ S: state }), { input, services: answers({ type: 'succeed', output: 'new' }) });

  it.each<[string | null, Json, Json]>([
    ['$', { a: 1 }, 'new'],
    [null, { a: 1 }, { a: 1 }],
    ['$.a', { a: 1, b: 2 }, { a: 'new', b: 2 }],
    ['$.c', { a: 1 }, { a: 1, c: 'new' }],
    ['$.x.y', {}, { x: { y: 'new' } }],
    ["$['x y']", {}, { 'x y': 'new' }],
    ['$.list[0]', { list: [1, 2] }, { list: ['new', 2] }],
    ['$[1]', [1, 2], [1, 'new']],
  ])('%s of %j gives %j', (ResultPath, input, expected) => {
    expect(run(task({ ResultPath }), input).output).toEqual(expected);
  });
  it.each<[string, Json]>([
    ['$.a', 'text'],
    ['$.a', [1]],
    ['$.a', null],
    ['$.a.b', { a: 5 }],
    ['$.list[2]', { list: [1, 2] }],
    ['$$.Execution.Name', {}],
    ['$variable', {}],
  ])('%s does not fit %j: States.ResultPathMatchFailure', (ResultPath, input) => {
    expect(run(task({ ResultPath }), input).error).toBe('States.ResultPathMatchFailure');
  });
  it('of a state and of its catcher write into the raw input, whatever InputPath selects', () => {
    expect(run(task({ InputPath: '$.in', ResultPath: '$.out' }), { in: 1 }).output).toEqual({
      in: 1,
      out: 'new',
    });
    const caught = play(
      machine({
        S: task({
          InputPath: '$.in',
          Catch: [{ ErrorEquals: ['E'], ResultPath: '$.list[0].why', Next: 'End' }],
        }),
        End: { Type: 'Succeed' },
      }),
      { input: { in: 1, list: [{}] }, services: answers({ type: 'fail', error: 'E', cause: 'c' }) },
    );
    expect(caught.output).toEqual({ in: 1, list: [{ why: { Error: 'E', Cause: 'c' } }] });
  });
});
