import { describe, expect, it } from 'vitest';
import type { Execution } from '../execution.types';
import { answers, LAMBDA, machine, play, types } from '../testing/play';

const LIMIT = 262_144;
/** A text whose JSON has this many bytes. */
const text = (bytes: number): string => 'x'.repeat(bytes - 2);
const END = { Type: 'Succeed' };
const SERVICE = 'arn:aws:states:::sqs:sendMessage';
const ACTIVITY = 'arn:aws:states:us-east-1:123456789012:activity:approve';

const tooLarge = (name: string): unknown => ({
  status: 'FAILED',
  error: 'States.DataLimitExceeded',
  cause: `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`,
});

describe('[L2] 262,144 bytes', () => {
  /** `overhead`: bytes of JSON around the text. */
  it.each<[string, object, number]>([
    ['a payload template', { Type: 'Pass', Parameters: { 'a.$': '$.t' } }, '{"a":}'.length],
    ['ResultPath', { Type: 'Pass', Result: 1, ResultPath: '$.r' }, '{"t":,"one":[0],"r":1}'.length],
    ['Output', { Type: 'Pass', QueryLanguage: 'JSONata', Output: ['{% $states.input.t %}'] }, '[]'.length],
    ['a Parallel', { Type: 'Parallel', InputPath: '$.t', Branches: [machine({ I: END })] }, '[]'.length],
    [
      'a Map',
      {
        Type: 'Map',
        ItemsPath: '$.one',
        ItemSelector: { 'a.$': '$.t' },
        ItemProcessor: machine({ I: END }),
      },
      '[{"a":}]'.length,
    ],
  ])('may come out of %s, and not one more', (_, state, overhead) => {
    const run = (bytes: number): Execution =>
      play(machine({ S: { ...state, End: true } }), { input: { t: text(bytes), one: [0] } });
    expect(run(LIMIT - overhead).status).toBe('SUCCEEDED');
    const { status, error, cause } = run(LIMIT - overhead + 1);
    expect({ status, error, cause }).toEqual(tooLarge('S'));
  });
  it.each([
    ['a function', LAMBDA, LAMBDA],
    ['a service', SERVICE, 'sqs'],
    ['an activity', ACTIVITY, 'T'],
  ])('may be the result of %s, and not one more', (_, Resource, name) => {
    const run = (bytes: number): Execution =>
      play(machine({ T: { Type: 'Task', Resource, Parameters: {}, End: true } }), {
        services: answers({ type: 'succeed', output: text(bytes) }),
      });
    expect(run(LIMIT).status).toBe('SUCCEEDED');
    const execution = run(LIMIT + 1);
    const { status, error, cause } = execution;
    expect({ status, error, cause }).toEqual(tooLarge(name));
    expect(types(execution).at(-2)).toMatch(/Failed$/);
  });
  it.each(['Task', 'Parallel'])('may be what Parameters give a %s, and not one more', (Type) => {
    const fields = Type === 'Task' ? { Resource: LAMBDA } : { Branches: [machine({ I: END })] };
    const definition = machine({
      S: { Type, ...fields, Parameters: { 'a.$': '$' }, ResultPath: null, End: true },
    });
    const run = (bytes: number): Execution =>
      play(definition, { input: text(bytes), services: answers({ type: 'succeed', output: null }) });
    expect(run(LIMIT - 10).status).toBe('SUCCEEDED');
    const execution = run(LIMIT - '{"a":}'.length + 1);
    const { status, error, cause } = execution;
    expect({ status, error, cause }).toEqual(tooLarge('S'));
    expect(types(execution).filter((type) => /Scheduled|Started$/.test(type))).toEqual(['ExecutionStarted']);
  });
  it('are bytes of UTF-8, escapes included', () => {
    const definition = machine({ A: { Type: 'Pass', Parameters: { 'a.$': '$' }, End: true } });
    const fits = (input: string): boolean => play(definition, { input }).status === 'SUCCEEDED';
    const room = LIMIT - '{"a":""}'.length;
    expect(fits('é'.repeat(room / 2))).toBe(true);
    expect(fits(`${'é'.repeat(room / 2)}x`)).toBe(false);
    expect(fits('\n'.repeat(room / 2))).toBe(true);
    expect(fits(`${'\n'.repeat(room / 2)}x`)).toBe(false);
  });
  it('are not counted again in what a state passes on unchanged', () => {
    const definition = machine({
      A: { Type: 'Pass', Next: 'W' },
      W: { Type: 'Wait', Seconds: 1, Next: 'S' },
      S: END,
    });
    expect(play(definition, { input: text(LIMIT + 1) }).status).toBe('SUCCEEDED');
  });
  it('are what a catcher may give; its own failure is not caught again', () => {
    const definition = machine({
      T: {
        Type: 'Task',
        Resource: LAMBDA,
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.e', Next: 'S' }],
        End: true,
      },
      S: END,
    });
    const run = (bytes: number): Execution =>
      play(definition, {
        input: { t: text(bytes) },
        services: answers({ type: 'fail', error: 'E', cause: 'c' }),
      });
    const overhead = '{"t":,"e":{"Error":"E","Cause":"c"}}'.length;
    expect(run(LIMIT - overhead).status).toBe('SUCCEEDED');
    const { status, error, cause } = run(LIMIT - overhead + 1);
    expect({ status, error, cause }).toEqual(tooLarge('T'));
  });
});
