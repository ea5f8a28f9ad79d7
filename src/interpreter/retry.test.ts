import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RetrierProgram } from './program';
import { retryDelay } from './retry';
import { answers, LAMBDA, machine, play, seconds, types } from './testing/play';

const retrier = (fields: Partial<RetrierProgram> = {}): RetrierProgram => ({
  errorEquals: ['States.ALL'],
  intervalSeconds: 1,
  maxAttempts: 3,
  backoffRate: 2,
  maxDelaySeconds: undefined,
  jitter: false,
  ...fields,
});

const noRandom = (): number => {
  throw new Error('no random number is needed');
};

describe('[E5] the delay of a retrier', () => {
  it('grows by BackoffRate from IntervalSeconds', () => {
    expect([0, 1, 2, 3].map((n) => retryDelay(retrier({ intervalSeconds: 3 }), n, noRandom))).toEqual([
      3, 6, 12, 24,
    ]);
  });
  it('never exceeds MaxDelaySeconds', () => {
    expect(retryDelay(retrier({ maxDelaySeconds: 5 }), 10, noRandom)).toBe(5);
  });
  it('stays the same with BackoffRate 1', () => {
    expect(retryDelay(retrier({ backoffRate: 1, intervalSeconds: 7 }), 9, noRandom)).toBe(7);
  });
  it('is drawn from [0, delay) with full jitter', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(8), (random, n) => {
        const delay = retryDelay(retrier({ jitter: true }), n, () => random);
        expect(delay).toBe(random * 2 ** n);
      }),
    );
  });
});

const task = (fields: object): object =>
  machine({ Work: { Type: 'Task', Resource: LAMBDA, End: true, ...fields } });
const failing = (error: string) => ({ type: 'fail', error, cause: 'because' }) as const;
const attempts = (execution: ReturnType<typeof play>): number =>
  types(execution).filter((type) => type === 'LambdaFunctionScheduled').length;

describe('[E4] retriers', () => {
  it('[H5] try three times more by default, after 1, 2 and 4 seconds, without an event of their own', () => {
    const execution = play(task({ Retry: [{ ErrorEquals: ['States.ALL'] }] }), {
      services: answers(failing('Boom')),
    });
    expect(attempts(execution)).toBe(4);
    expect(seconds(execution)).toBe(7);
    expect(types(execution).slice(2, 8)).toEqual([
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionFailed',
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionFailed',
    ]);
  });
  it('count on their own, and the first that names the error decides', () => {
    const execution = play(
      task({
        Retry: [
          { ErrorEquals: ['A'], MaxAttempts: 1, IntervalSeconds: 10 },
          { ErrorEquals: ['B'], MaxAttempts: 2, IntervalSeconds: 100, BackoffRate: 1 },
        ],
      }),
      { services: answers(failing('B'), failing('A'), failing('B'), failing('A')) },
    );
    expect(attempts(execution)).toBe(4);
    expect(seconds(execution)).toBe(210);
    expect(execution.error).toBe('A');
  });
  it('do not ask a later retrier once the first that matches is used up', () => {
    const execution = play(
      task({ Retry: [{ ErrorEquals: ['A'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }] }),
      { services: answers(failing('A')) },
    );
    expect(attempts(execution)).toBe(1);
  });
  it('start anew at the next visit of the state', () => {
    const execution = play(
      machine({
        Work: {
          Type: 'Task',
          Resource: LAMBDA,
          Retry: [{ ErrorEquals: ['A'], MaxAttempts: 1 }],
          ResultPath: '$.n',
          Next: 'Again',
        },
        Again: {
          Type: 'Choice',
          Choices: [{ Variable: '$.n', NumericLessThan: 2, Next: 'Work' }],
          Default: 'Done',
        },
        Done: { Type: 'Succeed' },
      }),
      {
        services: answers(failing('A'), { type: 'succeed', output: 1 }, failing('A'), {
          type: 'succeed',
          output: 2,
        }),
      },
    );
    expect(execution.status).toBe('SUCCEEDED');
  });
  it('show the attempt in the context object', () => {
    const execution = play(
      task({ Parameters: { 'retry.$': '$$.State.RetryCount' }, Retry: [{ ErrorEquals: ['A'] }] }),
      { services: answers(failing('A'), failing('A'), { type: 'succeed', output: null }) },
    );
    const scheduled = types(execution).flatMap((type, i) =>
      type === 'LambdaFunctionScheduled' ? [execution.history.value(i)] : [],
    );
    expect(scheduled).toEqual([{ retry: 0 }, { retry: 1 }, { retry: 2 }]);
  });
  it('draw the same jitter for the same seed', () => {
    const jittered = task({
      Retry: [{ ErrorEquals: ['A'], JitterStrategy: 'FULL', IntervalSeconds: 100 }],
    });
    const run = (seed: number): number =>
      seconds(play(jittered, { services: answers(failing('A')), settings: { seed } }));
    expect(run(1)).toBe(run(1));
    expect(run(1)).not.toBe(run(2));
  });
});
