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

describe('[E5] every field of a retrier', () => {
  const retrying = (retrier: object, times: number): ReturnType<typeof play> =>
    play(task({ Retry: [{ ErrorEquals: ['A'], ...retrier }] }), {
      services: answers(...Array.from({ length: times }, () => failing('A')), {
        type: 'succeed',
        output: null,
      }),
    });

  it.each([
    ['IntervalSeconds 0: at once', { IntervalSeconds: 0 }, 3, 0],
    ['IntervalSeconds', { IntervalSeconds: 7, BackoffRate: 1 }, 3, 21],
    ['BackoffRate, parts of seconds included', { IntervalSeconds: 5, BackoffRate: 1.5 }, 3, 23.75],
    ['BackoffRate 2 by default', { IntervalSeconds: 10 }, 3, 70],
    ['MaxDelaySeconds', { IntervalSeconds: 4, MaxDelaySeconds: 6 }, 3, 16],
    ['MaxAttempts', { MaxAttempts: 12, BackoffRate: 1 }, 12, 12],
    ['JitterStrategy NONE', { JitterStrategy: 'NONE' }, 3, 7],
  ])('%s', (_, fields, times, waited) => {
    const execution = retrying(fields, times);
    expect(execution.status).toBe('SUCCEEDED');
    expect(attempts(execution)).toBe(times + 1);
    expect(seconds(execution)).toBe(waited);
  });
  it('MaxAttempts 0: never, the catchers are asked at once', () => {
    const definition = machine({
      Work: {
        Type: 'Task',
        Resource: LAMBDA,
        Retry: [{ ErrorEquals: ['A'], MaxAttempts: 0 }],
        Catch: [{ ErrorEquals: ['A'], Next: 'Caught' }],
        End: true,
      },
      Caught: { Type: 'Succeed' },
    });
    const execution = play(definition, { services: answers(failing('A')) });
    expect(attempts(execution)).toBe(1);
    expect(execution.output).toEqual({ Error: 'A', Cause: 'because' });
  });
  it('JitterStrategy FULL: between nothing and the delay, MaxDelaySeconds included', () => {
    const jittered = task({
      Retry: [
        {
          ErrorEquals: ['A'],
          JitterStrategy: 'FULL',
          IntervalSeconds: 10,
          BackoffRate: 10,
          MaxDelaySeconds: 20,
        },
      ],
    });
    const waits = Array.from({ length: 40 }, (_, seed) =>
      seconds(play(jittered, { services: answers(failing('A')), settings: { seed } })),
    );
    for (const wait of waits) expect(wait).toBeLessThan(10 + 20 + 20);
    expect(Math.min(...waits)).toBeLessThan(20);
    expect(Math.max(...waits)).toBeGreaterThan(30);
  });
  it('a back-off longer than an execution may last ends it', () => {
    const execution = retrying({ IntervalSeconds: 99_999_999 }, 1);
    expect(execution.status).toBe('TIMED_OUT');
    expect(seconds(execution)).toBe(365 * 24 * 3600);
  });
});

describe('[E4] a retrier', () => {
  it('of each error adds its attempts: one and the sum of all MaxAttempts', () => {
    const definition = task({
      Retry: [
        { ErrorEquals: ['A', 'A2'], MaxAttempts: 2, IntervalSeconds: 0 },
        { ErrorEquals: ['B'], MaxAttempts: 3, IntervalSeconds: 0 },
      ],
    });
    const errors = ['B', 'A', 'B', 'A2', 'B', 'A'];
    const execution = play(definition, { services: answers(...errors.map(failing)) });
    expect(attempts(execution)).toBe(6);
    expect(execution.error).toBe('A');
  });
  it('that is used up leaves the error to the catchers, not to the execution', () => {
    const definition = machine({
      Work: {
        Type: 'Task',
        Resource: LAMBDA,
        Retry: [{ ErrorEquals: ['A'], MaxAttempts: 2 }],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
        End: true,
      },
      Caught: { Type: 'Succeed' },
    });
    const execution = play(definition, { services: answers(failing('A')) });
    expect(attempts(execution)).toBe(3);
    expect(execution.status).toBe('SUCCEEDED');
  });
  it.each([
    ['States.ALL', 4, 4],
    ['States.TaskFailed', 4, 1],
    ['States.Timeout', 1, 4],
    ['A', 4, 1],
    ['States.Runtime', 1, 1],
  ])('%s makes %i attempts at a failed and %i at a timed-out task', (name, failed, timedOut) => {
    const definition = task({ Retry: [{ ErrorEquals: [name], IntervalSeconds: 0 }] });
    expect(attempts(play(definition, { services: answers(failing('A')) }))).toBe(failed);
    expect(attempts(play(definition, { services: answers({ type: 'timeout' }) }))).toBe(timedOut);
  });
  it('never sees States.Runtime, not even when it is named', () => {
    for (const name of ['States.ALL', 'States.Runtime']) {
      const definition = task({ OutputPath: '$.none', Retry: [{ ErrorEquals: [name] }] });
      const execution = play(definition, { services: answers({ type: 'succeed', output: {} }) });
      expect(attempts(execution)).toBe(1);
      expect(execution.error).toBe('States.Runtime');
    }
  });
  it('repeats a state whose expression failed', () => {
    const definition = machine(
      {
        Work: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Arguments: '{% $states.context.State.RetryCount = 2 ? {"n": 2} : $states.input.none %}',
          Retry: [{ ErrorEquals: ['States.QueryEvaluationError'] }],
          End: true,
        },
      },
      { QueryLanguage: 'JSONata' },
    );
    const execution = play(definition, { services: answers({ type: 'succeed', output: 'done' }) });
    expect(execution.output).toBe('done');
    expect(seconds(execution)).toBe(3);
    expect(types(execution).filter((type) => type === 'EvaluationFailed')).toHaveLength(2);
  });
  it.each(['Parallel', 'Map'])('of a %s repeats all of it, and what is inside counts anew', (Type) => {
    const inside = task({ Retry: [{ ErrorEquals: ['A'], MaxAttempts: 1, IntervalSeconds: 0 }] });
    const definition = machine({
      Outer: {
        Type,
        ...(Type === 'Map' ? { ItemProcessor: inside } : { Branches: [inside] }),
        Retry: [{ ErrorEquals: ['A'], MaxAttempts: 2, IntervalSeconds: 5, BackoffRate: 1 }],
        End: true,
      },
    });
    const execution = play(definition, { input: [1], services: answers(failing('A')) });
    expect(attempts(execution)).toBe(3 * 2);
    expect(seconds(execution)).toBe(10);
    expect(types(execution).filter((type) => type === `${Type}StateStarted`)).toHaveLength(3);
    expect(types(execution).filter((type) => type === `${Type}StateFailed`)).toHaveLength(1);
  });
});
