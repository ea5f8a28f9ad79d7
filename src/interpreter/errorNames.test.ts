import { describe, expect, it } from 'vitest';
import { Failure } from './data/failure';
import { HeartbeatFailure, matchesError } from './errorNames';
import type { CallService, Execution } from './execution.types';
import { answers, LAMBDA, machine, play } from './testing/play';

const matches = (name: string, error: string | undefined): boolean =>
  matchesError([name], new Failure(error, undefined));

/** Failures by name: whether their own name, States.TaskFailed and States.ALL match them. Source: errors.md 1. */
const NAMES: readonly (readonly [error: string, own: boolean, taskFailed: boolean, all: boolean])[] = [
  ['Custom', true, true, true],
  ['Lambda.Unknown', true, true, true],
  ['Lambda.TooManyRequestsException', true, true, true],
  ['DynamoDB.ConditionalCheckFailedException', true, true, true],
  ['EventBridge.FailedEntry', true, true, true],
  ['States.TaskFailed', true, true, true],
  ['States.Http.Socket', true, true, true],
  ['States.Http.StatusCode.404', true, true, true],
  ['States.Timeout', true, false, true],
  ['States.DataLimitExceeded', true, false, true],
  ['States.QueryEvaluationError', true, false, true],
  ['States.BranchFailed', true, false, true],
  ['States.NoChoiceMatched', true, false, true],
  ['States.IntrinsicFailure', true, false, true],
  ['States.ParameterPathFailure', true, false, true],
  ['States.ResultPathMatchFailure', true, false, true],
  ['States.Permissions', true, false, true],
  ['States.ExceedToleratedFailureThreshold', true, false, true],
  ['States.ItemReaderFailed', true, false, true],
  ['States.ResultWriterFailed', true, false, true],
  ['States.Runtime', false, false, false],
];

describe('ErrorEquals', () => {
  it.each(NAMES)(
    '[E1] [E2] %s: own name %s, States.TaskFailed %s, States.ALL %s',
    (error, own, task, all) => {
      expect(matches(error, error)).toBe(own);
      expect(matches('States.TaskFailed', error)).toBe(task);
      expect(matches('States.ALL', error)).toBe(all);
      expect(matches('Another', error)).toBe(false);
    },
  );
  it('[E2] matches a failure without a name by its wildcards only', () => {
    expect(matches('States.ALL', undefined)).toBe(true);
    expect(matches('States.TaskFailed', undefined)).toBe(true);
    expect(matches('undefined', undefined)).toBe(false);
  });
  it('matches when any of its names does, and never without names', () => {
    const failure = new Failure('Custom', undefined);
    expect(matchesError(['Other', 'Custom'], failure)).toBe(true);
    expect(matchesError(['Other', 'States.Timeout'], failure)).toBe(false);
    expect(matchesError([], failure)).toBe(false);
  });
  it('compares names exactly', () => {
    expect(matches('custom', 'Custom')).toBe(false);
    expect(matches('Custom ', 'Custom')).toBe(false);
    expect(matches('State.ALL', 'Custom')).toBe(false);
    expect(matches('states.all', 'Custom')).toBe(false);
    expect(matches('Lambda', 'Lambda.Unknown')).toBe(false);
    expect(matches('*', 'Custom')).toBe(false);
  });
  it('[E3] knows a missed heartbeat by both names', () => {
    const missed = new HeartbeatFailure();
    expect(matchesError(['States.HeartbeatTimeout'], missed)).toBe(true);
    expect(matchesError(['States.Timeout'], missed)).toBe(true);
    expect(matchesError(['States.ALL'], missed)).toBe(true);
    expect(matchesError(['States.TaskFailed'], missed)).toBe(false);
    expect(matches('States.HeartbeatTimeout', 'States.Timeout')).toBe(false);
  });
});

/** A way for a state to fail: its fields, and what its service answers. */
interface Way {
  readonly fields: object;
  readonly services?: CallService;
  readonly input?: number[];
}

const task = (fields: object = {}): object => ({ Type: 'Task', Resource: LAMBDA, ...fields });
const succeeding = (output: string | object): CallService =>
  answers({ type: 'succeed', output: output as never });
const CALLBACK = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken';
const within = (state: object): object => ({ Type: 'Parallel', Branches: [machine({ In: state })] });
const UNMATCHED = {
  Type: 'Choice',
  Choices: [{ Variable: '$', NumericEquals: 1, Next: 'Nowhere' }],
};

describe('what a state fails with, and who handles it', () => {
  it.each<[string, string, Way, readonly string[]]>([
    [
      'a task that says so',
      'Custom',
      { fields: task(), services: answers({ type: 'fail', error: 'Custom' }) },
      ['Custom', 'States.TaskFailed', 'States.ALL'],
    ],
    [
      'a task without permission',
      'States.Permissions',
      { fields: task(), services: answers({ type: 'fail', error: 'States.Permissions' }) },
      ['States.Permissions', 'States.ALL'],
    ],
    [
      'TimeoutSeconds',
      'States.Timeout',
      { fields: task({ TimeoutSeconds: 5 }) },
      ['States.Timeout', 'States.ALL'],
    ],
    [
      'HeartbeatSeconds',
      'States.Timeout',
      { fields: task({ Resource: CALLBACK, Parameters: {}, HeartbeatSeconds: 5 }) },
      ['States.Timeout', 'States.HeartbeatTimeout', 'States.ALL'],
    ],
    [
      'a result that is too large',
      'States.DataLimitExceeded',
      { fields: task(), services: succeeding('x'.repeat(262_143)) },
      ['States.DataLimitExceeded', 'States.ALL'],
    ],
    [
      'a JSONata expression',
      'States.QueryEvaluationError',
      {
        fields: task({ QueryLanguage: 'JSONata', Output: '{% $states.result.none %}' }),
        services: succeeding({}),
      },
      ['States.QueryEvaluationError', 'States.ALL'],
    ],
    [
      'an intrinsic function',
      'States.IntrinsicFailure',
      { fields: task({ ResultSelector: { 'a.$': 'States.ArrayGetItem($, 9)' } }), services: succeeding([1]) },
      ['States.IntrinsicFailure', 'States.ALL'],
    ],
    [
      'ResultPath on an input that is no object',
      'States.ResultPathMatchFailure',
      { fields: task({ ResultPath: '$.a' }), services: succeeding({}), input: [1] },
      ['States.ResultPathMatchFailure', 'States.ALL'],
    ],
    [
      'a path in Parameters that finds nothing',
      'States.Runtime',
      { fields: task({ Parameters: { 'a.$': '$.none' } }) },
      [],
    ],
    ['an InputPath that finds nothing', 'States.Runtime', { fields: task({ InputPath: '$.none' }) }, []],
    ['an unmatched Choice in a branch', 'States.Runtime', { fields: within(UNMATCHED) }, []],
    [
      'a Fail in a branch, by the error of the branch',
      'Boom',
      { fields: within({ Type: 'Fail', Error: 'Boom' }) },
      ['Boom', 'States.TaskFailed', 'States.ALL'],
    ],
  ])('%s: %s', (_, error, { fields, services, input }, handlers) => {
    const run = (handler: string): Execution =>
      play(
        machine({
          S: { ...fields, Catch: [{ ErrorEquals: [handler], Next: 'Caught' }], End: true },
          Caught: { Type: 'Succeed' },
        }),
        { input: input ?? {}, ...(services && { services }) },
      );
    const all = [
      error,
      'States.HeartbeatTimeout',
      'States.TaskFailed',
      'States.ALL',
      'States.Runtime',
      'Other',
    ];
    const handling = [...new Set(all)].filter((handler) => run(handler).status === 'SUCCEEDED');
    expect(handling.sort()).toEqual([...handlers].sort());
    for (const handler of handlers) {
      expect(run(handler).output).toMatchObject({ Error: error });
    }
    expect(run('Other').error).toBe(error);
  });
});
