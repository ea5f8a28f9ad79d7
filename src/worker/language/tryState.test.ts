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
  describe('of which only the variables after it are known', () => {
    const counting = {
      ...{ Type: 'Pass', QueryLanguage: 'JSONata', End: true },
      ...{ Output: '{% $n + $step %}', Assign: { n: '{% $n + $step %}' } },
    };
    const elsewhere = { variablesAfter: '{"n":5,"step":2}', failed: false };

    it('had those before that it does not assign; the others are named', async () => {
      const tried = await trial(counting, { elsewhere });
      expect(tried.untold).toEqual(['n']);
      expect(await trial(counting, { elsewhere, variables: '{"n":3}' })).toMatchObject({
        untold: ['n'],
        response: { output: '5', inspectionData: { variables: '{"step":2,"n":5}' } },
      });
    });
    it('had all of them when it failed, and none when there are none after it', async () => {
      expect((await trial(counting, { elsewhere: { ...elsewhere, failed: true } })).untold).toEqual([]);
      const none = { variablesAfter: '{"step":2}', failed: false };
      expect((await trial(counting, { elsewhere: none })).untold).toEqual([]);
    });
    it('names all that it reads when nobody told, and asks for none where it reads none', async () => {
      const untold = { variablesAfter: undefined, failed: false };
      expect((await trial(counting, { elsewhere: untold })).untold).toEqual(['n', 'step']);
      const odd = { variablesAfter: '{"n":', failed: false };
      expect((await trial(counting, { elsewhere: odd })).untold).toEqual(['n', 'step']);
      expect((await trial({ Type: 'Pass', End: true }, { elsewhere: untold })).untold).toEqual([]);
      expect(await trial(counting)).not.toHaveProperty('untold');
    });
    it('reads what its rules and its catchers read and assign', async () => {
      const choice = {
        ...{ Type: 'Choice', Default: 'Next' },
        Choices: [{ Variable: '$a', IsPresent: true, Assign: { 'b.$': '$b' }, Next: 'Next' }],
      };
      const told = { variablesAfter: '{"a":1,"b":2}', failed: false };
      expect((await trial(choice, { elsewhere: told })).untold).toEqual(['b']);
    });
    it('is refused what is given as something else than an object', async () => {
      expect(await trial(counting, { elsewhere, variables: '[]' })).toMatchObject({ ok: false });
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
  it('is answered by what a container may come to, whichever it is', async () => {
    const inside = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } });
    const parallel = { Type: 'Parallel', Branches: [inside('A'), inside('B')], End: true };
    expect(await trial(parallel)).toMatchObject({ response: { status: 'SUCCEEDED', output: '[{},{}]' } });
    const map = { Type: 'Map', ItemProcessor: inside('A'), End: true };
    expect(await trial(map, { input: '[1]' })).toMatchObject({ response: { output: '[]' } });
    const written = {
      ...map,
      ItemProcessor: {
        ...inside('A'),
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      },
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'b', Prefix: 'p' } },
    };
    expect(await trial(written, { input: '[1]' })).toMatchObject({ response: { output: '{}' } });
    const Catch = [{ ErrorEquals: ['Boom'], Next: 'Next' }];
    const answer = { error: 'Boom', cause: '' };
    expect(await trial({ ...parallel, Catch }, { answer })).toMatchObject({
      response: { status: 'CAUGHT_ERROR' },
    });
  });
  it('counts the retries that were made before', async () => {
    const Retry = [{ ErrorEquals: ['Boom'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 2 }];
    const state = { Type: 'Task', Resource: lambda, Parameters: { FunctionName: 'f' }, Retry, End: true };
    const failing = (retries: number) => trial(state, { answer: { error: 'Boom', cause: '', retries } });
    expect(await failing(1)).toMatchObject({
      response: {
        status: 'RETRIABLE',
        inspectionData: { errorDetails: { retryBackoffIntervalSeconds: 6 } },
      },
    });
    expect(await failing(2)).toMatchObject({ response: { status: 'FAILED' } });
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
