import { describe, expect, it } from 'vitest';
import type { Execution } from './execution.types';
import { answers, details, LAMBDA, lines, machine, play, seconds, types } from './testing/play';

const YEAR = 365 * 24 * 3600;
const END = { Type: 'Succeed' };
const CATCH_ALL = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
const RETRY_ALL = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 0 }];

describe('[L1] a Standard history', () => {
  /** Four events a turn and four others; a Pass before them adds two more. */
  const counting = (turns: number, first: Record<string, object> = {}): Execution =>
    play(
      machine({
        ...first,
        Count: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)' }, Next: 'Done?' },
        'Done?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.n', NumericLessThan: turns, Next: 'Count' }],
          Default: 'End',
        },
        End: END,
      }),
      { input: { n: 0 } },
    );
  const TURNS = 6_249;

  it('may have 25,000 events, the last of which ends it', () => {
    const execution = counting(TURNS);
    expect(execution.history.length).toBe(25_000);
    expect(execution.status).toBe('SUCCEEDED');
  });
  it('of more ends at 25,000 as failed', () => {
    const execution = counting(TURNS, { First: { Type: 'Pass', Next: 'Count' } });
    expect(execution.history.length).toBe(25_000);
    expect(execution.status).toBe('FAILED');
    expect(details(execution, 'ExecutionFailed')).toEqual({
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (25000).',
    });
  });
  it('counts the events of all iterations; no handler of theirs or of their Map goes on', () => {
    const loop = machine({
      Work: { Type: 'Task', Resource: LAMBDA, Retry: RETRY_ALL, Catch: CATCH_ALL, Next: 'Work' },
      Caught: END,
    });
    const execution = play(
      machine({
        M: { Type: 'Map', ItemProcessor: loop, Retry: RETRY_ALL, Catch: CATCH_ALL, End: true },
        Caught: END,
      }),
      { input: [1, 2, 3], services: answers({ type: 'succeed', output: null }) },
    );
    expect(execution.history.length).toBe(25_000);
    expect(types(execution).filter((type) => /^Execution/.test(type))).toEqual([
      'ExecutionStarted',
      'ExecutionFailed',
    ]);
    expect(types(execution)).not.toContain('SucceedStateEntered');
  });
});

describe('[L3] an execution', () => {
  const waiting = (Seconds: number, rest: object = {}): object =>
    machine({ W: { Type: 'Wait', Seconds, Next: 'End' }, End: END }, rest);
  const run = (definition: object, type: 'STANDARD' | 'EXPRESS'): Execution =>
    play(definition, { settings: { type } });

  it.each([
    ['STANDARD', YEAR],
    ['EXPRESS', 300],
  ] as const)('of type %s lasts %i seconds at most', (type, most) => {
    expect(run(waiting(most - 1), type).status).toBe('SUCCEEDED');
    const execution = run(waiting(most + 1), type);
    expect(execution.status).toBe('TIMED_OUT');
    expect(seconds(execution)).toBe(most);
    expect(lines(execution).at(-1)).toBe('3<-0 ExecutionTimedOut');
  });
  it.each([
    ['STANDARD', YEAR],
    ['EXPRESS', 300],
  ] as const)('of type %s is not given more time by TimeoutSeconds, but less', (type, most) => {
    expect(seconds(run(waiting(2 * most, { TimeoutSeconds: 2 * most }), type))).toBe(most);
    expect(seconds(run(waiting(2 * most, { TimeoutSeconds: 60 }), type))).toBe(60);
  });
  it('ends whatever it is doing: a task, a back-off, branches and iterations', () => {
    const task = { Type: 'Task', Resource: LAMBDA, End: true };
    const definitions = [
      machine({ T: task }),
      machine({ T: { ...task, TimeoutSeconds: 99_999_999 } }),
      machine({
        T: {
          ...task,
          TimeoutSeconds: 1,
          Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 60, MaxAttempts: 99 }],
        },
      }),
      machine({ P: { Type: 'Parallel', Branches: [machine({ T: task }), waiting(1)], End: true } }),
      machine({ M: { Type: 'Map', ItemsPath: '$.items', ItemProcessor: machine({ T: task }), End: true } }),
    ];
    for (const definition of definitions) {
      const execution = play(definition, { input: { items: [1, 2] }, settings: { type: 'EXPRESS' } });
      expect(execution.status).toBe('TIMED_OUT');
      expect(seconds(execution)).toBe(300);
    }
  });
  it('is not saved by a handler: nothing inside fails', () => {
    const definition = machine(
      {
        T: {
          Type: 'Task',
          Resource: LAMBDA,
          Retry: [{ ErrorEquals: ['States.Timeout'] }],
          Catch: CATCH_ALL,
          End: true,
        },
        Caught: END,
      },
      { TimeoutSeconds: 10 },
    );
    const execution = play(definition);
    expect(execution.status).toBe('TIMED_OUT');
    expect(types(execution).slice(-2)).toEqual(['LambdaFunctionStarted', 'ExecutionTimedOut']);
    expect([execution.error, execution.cause]).toEqual(['States.Timeout', undefined]);
  });
  it('that ends in time is left alone', () => {
    const definition = machine(
      { A: { Type: 'Wait', Seconds: 4, Next: 'B' }, B: { Type: 'Wait', Seconds: 5, End: true } },
      { TimeoutSeconds: 10 },
    );
    expect(play(definition).status).toBe('SUCCEEDED');
  });
});
