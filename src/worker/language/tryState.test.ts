import { describe, expect, it } from 'vitest';
import type { EpochMs, StatePath } from '../../asl';
import type { StateTrial } from '../inspect.types';
import { tryState } from './tryState';

const now = 1_700_000_000_000 as EpochMs;
const lambda = 'arn:aws:states:::lambda:invoke';

function trial(state: object, data: Partial<StateTrial> = {}, top: object = {}) {
  const text = JSON.stringify({ StartAt: 'S', ...top, States: { S: state, Next: { Type: 'Succeed' } } });
  const on: StateTrial = { state: '/States/S' as StatePath, input: '{}', variables: '{}', ...data };
  return tryState(text, 'json', on, now);
}

describe('a state tried on data', () => {
  it('shows what each stage made of it', async () => {
    const state = {
      Type: 'Task',
      Resource: lambda,
      InputPath: '$.order',
      Parameters: { FunctionName: 'f', 'Payload.$': '$.id' },
      ResultSelector: { 'got.$': '$.Payload' },
      ResultPath: '$.r',
      OutputPath: '$.r',
      Next: 'Next',
    };
    const answer = { result: '{"Payload":7}' };
    expect(await trial(state, { input: '{"order":{"id":1}}', answer })).toMatchObject({
      ok: true,
      response: {
        status: 'SUCCEEDED',
        output: '{"got":7}',
        inspectionData: {
          afterInputPath: '{"id":1}',
          afterParameters: '{"FunctionName":"f","Payload":1}',
          afterResultSelector: '{"got":7}',
        },
      },
    });
  });
  it('knows the variables, in the query language of its machine', async () => {
    const state = { Type: 'Pass', Output: '{% $n + $states.input.m %}', End: true };
    const data = { input: '{"m":2}', variables: '{"n":1}' };
    expect(await trial(state, data, { QueryLanguage: 'JSONata' })).toMatchObject({
      ok: true,
      response: { output: '3' },
    });
  });
  it('says what failed', async () => {
    expect(await trial({ Type: 'Pass', InputPath: '$.missing', End: true })).toMatchObject({
      ok: true,
      response: { status: 'FAILED', cause: expect.stringContaining('$.missing') },
    });
  });
  it('is answered by a stub when nobody else answered', async () => {
    const state = { Type: 'Task', Resource: lambda, Parameters: { FunctionName: 'f' }, Next: 'Next' };
    expect(await trial(state)).toMatchObject({ ok: true, response: { status: 'SUCCEEDED' } });
    const waiting = { ...state, Resource: `${lambda}.waitForTaskToken` };
    expect(await trial(waiting)).toMatchObject({ ok: true, response: { status: 'SUCCEEDED' } });
  });
  it('takes an error as the answer', async () => {
    const Catch = [{ ErrorEquals: ['Boom'], Next: 'Next' }];
    const state = { Type: 'Task', Resource: lambda, Parameters: { FunctionName: 'f' }, Catch, End: true };
    const answer = { error: 'Boom', cause: 'why' };
    expect(await trial(state, { answer })).toMatchObject({
      ok: true,
      response: { status: 'CAUGHT_ERROR', nextState: 'Next' },
    });
  });
  it('can be another in its place: a single rule', async () => {
    const instead = {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.n > 1 %}', Next: 'Yes' }],
      Default: 'No',
    };
    const state = { Type: 'Pass', End: true };
    const said = await trial(state, { input: '{"n":2}', instead }, { QueryLanguage: 'JSONata' });
    expect(said).toMatchObject({ ok: true, response: { nextState: 'Yes' } });
  });
  it('cannot be tried while AWS would refuse it', async () => {
    expect(await trial({ Type: 'Pass', InputPath: 'no', End: true })).toMatchObject({ ok: false });
  });
});
