import { describe, expect, it } from 'vitest';
import { answers, LAMBDA, lines, machine, play, playAsync, types } from './testing/play';

const caught = (catcher: object, task: object = {}): object =>
  machine({
    Work: {
      Type: 'Task',
      Resource: LAMBDA,
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught', ...catcher }],
      Next: 'Done',
      ...task,
    },
    Caught: { Type: 'Pass', End: true },
    Done: { Type: 'Succeed' },
  });
const failing = answers({ type: 'fail', error: 'Boom', cause: 'because' });

describe('a catcher', () => {
  it('replaces the input by the error output', () => {
    expect(play(caught({}), { services: failing }).output).toEqual({ Error: 'Boom', Cause: 'because' });
  });
  it('puts the error output at ResultPath of the raw input, whatever the state says', () => {
    const definition = caught({ ResultPath: '$.error' }, { InputPath: '$.a', OutputPath: '$.nowhere' });
    expect(play(definition, { input: { a: 1 }, services: failing }).output).toEqual({
      a: 1,
      error: { Error: 'Boom', Cause: 'because' },
    });
  });
  it('drops the error output with ResultPath null', () => {
    expect(play(caught({ ResultPath: null }), { input: { a: 1 }, services: failing }).output).toEqual({
      a: 1,
    });
  });
  it('[E6] gets null for what is not known, and an empty cause for a timeout', () => {
    expect(play(caught({}), { services: answers({ type: 'fail' }) }).output).toEqual({
      Error: null,
      Cause: null,
    });
    expect(play(caught({}), { services: answers({ type: 'timeout' }) }).output).toEqual({
      Error: 'States.Timeout',
      Cause: '',
    });
  });
  it('leaves the failure to the next one that names it', () => {
    const definition = caught(
      {},
      {
        Catch: [
          { ErrorEquals: ['Other'], Next: 'Done' },
          { ErrorEquals: ['Boom'], Next: 'Caught' },
        ],
      },
    );
    expect(lines(play(definition, { services: failing })).slice(4, 7)).toEqual([
      '5<-4 LambdaFunctionFailed Work',
      '6<-5 TaskStateExited Work',
      '7<-6 PassStateEntered Caught',
    ]);
  });
  it('assigns variables from the error output', () => {
    const definition = caught({ Assign: { 'why.$': '$.Error' } });
    const execution = play(
      {
        ...definition,
        States: {
          ...(definition as { States: object }).States,
          Caught: { Type: 'Pass', Parameters: { 'why.$': '$why' }, End: true },
        },
      },
      { services: failing },
    );
    expect(execution.output).toEqual({ why: 'Boom' });
  });
  it('[E8] does not catch what fails inside it', () => {
    const execution = play(caught({ ResultPath: '$.list[3].x' }), { input: { list: [] }, services: failing });
    expect(execution.status).toBe('FAILED');
    expect(execution.error).toMatch(/^States\./);
  });
  it('[E1] does not see States.Runtime', () => {
    const execution = play(caught({}, { OutputPath: '$.nowhere' }), {
      services: answers({ type: 'succeed', output: {} }),
    });
    expect(execution.error).toBe('States.Runtime');
    expect(execution.cause).toBe(
      "An error occurred while executing the state 'Work' (entered at the event id #2). Invalid path '$.nowhere' : No results for path: $['nowhere']",
    );
  });
  it('waits for its Output at the container that a failure has gone up to', async () => {
    const fail = { StartAt: 'F', States: { F: { Type: 'Fail', Error: 'Boom', Cause: 'because' } } };
    const inner = { Type: 'Parallel', Branches: [fail], End: true };
    const execution = await playAsync(
      machine(
        {
          Work: {
            Type: 'Parallel',
            Branches: [{ StartAt: 'I', States: { I: inner } }],
            Catch: [
              {
                ErrorEquals: ['States.ALL'],
                Output: '{% $merge([$states.input, { "error": $states.errorOutput.Error }]) %}',
                Next: 'Done',
              },
            ],
            End: true,
          },
          Done: { Type: 'Succeed' },
        },
        { QueryLanguage: 'JSONata' },
      ),
      { input: { a: 1 } },
    );
    expect(execution.output).toEqual({ a: 1, error: 'Boom' });
    expect(types(execution).filter((type) => type === 'ParallelStateAborted')).toHaveLength(1);
  });
});
