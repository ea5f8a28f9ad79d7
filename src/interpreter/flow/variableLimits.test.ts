import { describe, expect, it } from 'vitest';
import type { Execution } from '../execution.types';
import { answers, LAMBDA, machine, play, types } from '../testing/play';

const KIB_256 = 262_144;
/** A text whose JSON has this many bytes. */
const text = (bytes: number): string => 'x'.repeat(bytes - 2);
const FULL = text(KIB_256);

/** Assigns the full text to so many variables, one state each, then goes to `next`; names begin with `prefix`. */
const assigning = (count: number, next: string, prefix = ''): Record<string, object> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `${prefix}A${i}`,
      {
        Type: 'Pass',
        Assign: { [`v${i}.$`]: '$.t' },
        Next: `${prefix}${i + 1 < count ? `A${i + 1}` : next}`,
      },
    ]),
  );
const END = { Type: 'Succeed' };
const input = { t: FULL };

const failure = ({ error, cause }: Execution): unknown => ({ error, cause });
const exceeding = (what: string): unknown => ({
  error: 'States.DataLimitExceeded',
  cause: `The state ${what} with a size exceeding the maximum number of bytes service limit.`,
});

describe('[L4] one variable', () => {
  const assign = (bytes: number): Execution =>
    play(machine({ A: { Type: 'Pass', Assign: { 'v.$': '$' }, End: true } }), { input: text(bytes) });

  it('may have 256 KiB', () => {
    expect(assign(KIB_256).status).toBe('SUCCEEDED');
  });
  it('of a byte more fails its state, which does not exit', () => {
    const execution = assign(KIB_256 + 1);
    expect(failure(execution)).toEqual(exceeding("'A' assigned a value to the variable 'v'"));
    expect(types(execution)).toEqual(['ExecutionStarted', 'PassStateEntered', 'ExecutionFailed']);
  });
  it('is measured in UTF-8', () => {
    const definition = machine({ A: { Type: 'Pass', Assign: { 'v.$': '$' }, End: true } });
    expect(play(definition, { input: 'é'.repeat(131_071) }).status).toBe('SUCCEEDED');
    expect(play(definition, { input: 'é'.repeat(131_072) }).status).toBe('FAILED');
  });
  it('is limited in JSONata states, too', () => {
    const definition = machine(
      { A: { Type: 'Pass', Assign: { v: "{% $states.input & 'x' %}" }, Output: 1, End: true } },
      { QueryLanguage: 'JSONata' },
    );
    expect(play(definition, { input: text(KIB_256 - 1) }).status).toBe('SUCCEEDED');
    expect(play(definition, { input: FULL }).error).toBe('States.DataLimitExceeded');
  });
});

describe('[L4] one Assign', () => {
  const assign = (bytes: readonly number[]): Execution =>
    play(
      machine({
        A: {
          Type: 'Pass',
          Assign: Object.fromEntries(bytes.map((_, i) => [`v${i}.$`, `$[${i}]`])),
          End: true,
        },
      }),
      { input: bytes.map(text) },
    );

  it('may give 256 KiB to its variables together', () => {
    expect(assign([200_000, KIB_256 - 200_000]).status).toBe('SUCCEEDED');
  });
  it('of a byte more fails its state', () => {
    expect(failure(assign([200_000, KIB_256 - 199_999]))).toEqual(
      exceeding("'A' assigned values to its variables together"),
    );
  });
  it('is measured exactly where its values are small', () => {
    const sizes = Array.from({ length: 16 }, () => KIB_256 / 16);
    expect(assign(sizes).status).toBe('SUCCEEDED');
    expect(assign([...sizes, 3]).status).toBe('FAILED');
  });
  it('of a Choice rule and of a catcher is limited as a state’s own', () => {
    const rule = machine({
      C: {
        Type: 'Choice',
        Choices: [{ Variable: '$.t', IsPresent: true, Assign: { 'v.$': '$.t' }, Next: 'End' }],
      },
      End: END,
    });
    expect(play(rule, { input: { t: `${FULL}x` } }).error).toBe('States.DataLimitExceeded');
    const catcher = machine({
      T: {
        Type: 'Task',
        Resource: LAMBDA,
        Catch: [{ ErrorEquals: ['Boom'], Assign: { 'v.$': '$$.Execution.Input' }, Next: 'End' }],
        Next: 'End',
      },
      End: END,
    });
    const services = answers({ type: 'fail', error: 'Boom' });
    expect(play(catcher, { input: FULL, services }).status).toBe('SUCCEEDED');
    expect(play(catcher, { input: `${FULL}x`, services }).error).toBe('States.DataLimitExceeded');
  });
});

describe('[L4] all variables of an execution', () => {
  const HOLDING = exceeding(
    "'More' assigned values to its variables, with those that the execution holds already,",
  );
  const more = (fields: object): Record<string, object> => ({
    More: { Type: 'Pass', Next: 'End', ...fields },
    End: END,
  });

  it('may have 10 MiB, and not a byte more', () => {
    const full = machine({ ...assigning(40, 'End'), End: END });
    expect(play(full, { input }).status).toBe('SUCCEEDED');
    const over = machine({ ...assigning(40, 'More'), ...more({ Assign: { w: 1 } }) });
    expect(failure(play(over, { input }))).toEqual(HOLDING);
  });
  it('count once when they are assigned again', () => {
    const again = machine({ ...assigning(40, 'More'), ...more({ Assign: { 'v7.$': '$.t' } }) });
    expect(play(again, { input }).status).toBe('SUCCEEDED');
    const smaller = machine({
      ...assigning(40, 'More'),
      ...more({ Assign: { v0: 0 }, Next: 'Then' }),
      Then: { Type: 'Pass', Assign: { 'w.$': "States.Format('{}', 1)" }, Next: 'End' },
    });
    expect(play(smaller, { input }).status).toBe('SUCCEEDED');
  });
  it('of an iteration are gone when it has ended', () => {
    const map = (fields: object, processor: object): object =>
      machine({
        M: {
          Type: 'Map',
          ItemsPath: '$.items',
          ItemSelector: { 't.$': '$.t' },
          ItemProcessor: processor,
          ResultPath: null,
          End: true,
          ...fields,
        },
      });
    const one = machine({
      Set: { Type: 'Pass', Assign: { 'v.$': '$.t' }, ResultPath: null, OutputPath: null, Next: 'Wait' },
      Wait: { Type: 'Wait', Seconds: 1, End: true },
    });
    const items = Array.from({ length: 90 }, (_, i) => i);
    expect(play(map({ MaxConcurrency: 1 }, one), { input: { t: FULL, items } }).status).toBe('SUCCEEDED');
    expect(play(map({}, one), { input: { t: FULL, items } }).status).toBe('SUCCEEDED');
  });
  it('of branches at work count together, with the outer scope’s', () => {
    const branch = (name: string): object =>
      machine({
        ...assigning(20, 'W', name),
        [`${name}W`]: { Type: 'Wait', Seconds: 1, OutputPath: null, End: true },
      });
    const parallel = (outer: object): object =>
      machine({
        Outer: { Type: 'Pass', ...outer, Next: 'P' },
        P: { Type: 'Parallel', Branches: [branch('X'), branch('Y')], ResultPath: null, End: true },
      });
    expect(play(parallel({}), { input }).status).toBe('SUCCEEDED');
    expect(play(parallel({ Assign: { outer: 1 } }), { input }).error).toBe('States.DataLimitExceeded');
  });
  it('of a branch are gone when it has ended', () => {
    const quick = machine({ Q: { Type: 'Pass', Assign: { 'v.$': '$.t' }, OutputPath: null, End: true } });
    const late = machine({
      Wait: { Type: 'Wait', Seconds: 1, Next: 'A0' },
      ...assigning(40, 'Done'),
      Done: { Type: 'Pass', OutputPath: null, End: true },
    });
    const definition = machine({ P: { Type: 'Parallel', Branches: [quick, late], End: true } });
    expect(play(definition, { input }).status).toBe('SUCCEEDED');
  });
  it('of a Distributed Map’s children are their own', () => {
    const definition = machine({
      ...assigning(40, 'M'),
      M: {
        Type: 'Map',
        ItemsPath: '$.items',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          ...machine({ Set: { Type: 'Pass', Assign: { 'v.$': '$' }, OutputPath: null, End: true } }),
        },
        ResultPath: null,
        End: true,
      },
    });
    expect(play(definition, { input: { t: FULL, items: [FULL, FULL] } }).status).toBe('SUCCEEDED');
  });
});

describe('[L4] variables that are too large', () => {
  const handler = { ErrorEquals: ['States.DataLimitExceeded'], Next: 'After' };
  const after = { Type: 'Pass', Parameters: { 'v.$': '$v', 'why.$': '$.Error' }, End: true };
  const first = { Type: 'Pass', Assign: { v: 'as it was' }, Next: 'T' };

  it('leave the variables as they were, for the state’s own catcher', () => {
    const definition = machine({
      First: first,
      T: {
        Type: 'Task',
        Resource: LAMBDA,
        Assign: { 'v.$': '$$.Execution.Input.t' },
        Catch: [handler],
        End: true,
      },
      After: after,
    });
    const execution = play(definition, {
      input: { t: `${FULL}x` },
      services: answers({ type: 'succeed', output: {} }),
    });
    expect(execution.output).toEqual({ v: 'as it was', why: 'States.DataLimitExceeded' });
  });
  it('of a branch can be caught by its Parallel', () => {
    const definition = machine({
      First: first,
      T: {
        Type: 'Parallel',
        Branches: [machine({ Set: { Type: 'Pass', Assign: { 'w.$': '$.t' }, End: true } })],
        Catch: [handler],
        End: true,
      },
      After: after,
    });
    expect(play(definition, { input: { t: `${FULL}x` } }).output).toEqual({
      v: 'as it was',
      why: 'States.DataLimitExceeded',
    });
  });
});
