import { describe, expect, it } from 'vitest';
import type { EpochMs } from '../../asl';
import { createExecution } from '../execution';
import type { Execution, ServiceCall } from '../execution.types';
import { runToEnd } from '../run';
import {
  answers,
  details,
  LAMBDA,
  lines,
  machine,
  play,
  programOf,
  START,
  seconds,
  settingsOf,
  types,
} from '../testing/play';

const ACTIVITY = 'arn:aws:states:us-east-1:123456789012:activity:approve';
const service = (action: string): string => `arn:aws:states:::${action}`;
const task = (Resource: string, fields: object = {}): object =>
  machine({ T: { Type: 'Task', Resource, End: true, ...fields } });
const ok = { type: 'succeed', output: { ok: true } } as const;
const middle = (execution: Execution): readonly string[] => types(execution).slice(2, -2);

describe('[S9] the events of a task', () => {
  it('are a function’s for a Lambda ARN', () => {
    const execution = play(task(LAMBDA, { TimeoutSeconds: 9 }), { input: { a: 1 }, services: answers(ok) });
    expect(middle(execution)).toEqual([
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionSucceeded',
    ]);
    expect(details(execution, 'LambdaFunctionScheduled')).toEqual({
      resource: LAMBDA,
      input: '{"a":1}',
      inputDetails: { truncated: false },
      timeoutInSeconds: 9,
    });
    expect(details(execution, 'LambdaFunctionStarted')).toBeUndefined();
  });
  it('are a service’s for request-response, without TaskSubmitted', () => {
    const execution = play(task(service('sqs:sendMessage'), { Parameters: { QueueUrl: 'q' } }), {
      services: answers({ ...ok, submitted: { ignored: true } }),
    });
    expect(middle(execution)).toEqual(['TaskScheduled', 'TaskStarted', 'TaskSucceeded']);
    expect(details(execution, 'TaskScheduled')).toEqual({
      resourceType: 'sqs',
      resource: 'sendMessage',
      region: 'us-east-1',
      parameters: '{"QueueUrl":"q"}',
    });
    expect(details(execution, 'TaskSucceeded')).toEqual({
      resourceType: 'sqs',
      resource: 'sendMessage',
      output: '{"ok":true}',
      outputDetails: { truncated: false },
    });
  });
  it('have TaskSubmitted for jobs and callbacks', () => {
    const execution = play(task(service('states:startExecution.sync:2'), { Parameters: {} }), {
      services: answers({ ...ok, submitted: { id: 1 }, after: 30 as never }),
    });
    expect(middle(execution)).toEqual(['TaskScheduled', 'TaskStarted', 'TaskSubmitted', 'TaskSucceeded']);
    expect(details(execution, 'TaskSubmitted')).toMatchObject({
      resource: 'startExecution.sync:2',
      output: '{"id":1}',
    });
    expect(seconds(execution)).toBe(30);
  });
  it('are an activity’s, started by the worker that takes it', () => {
    const execution = play(task(ACTIVITY), { services: answers({ ...ok, workerName: 'w' }) });
    expect(middle(execution)).toEqual(['ActivityScheduled', 'ActivityStarted', 'ActivitySucceeded']);
    expect(details(execution, 'ActivityStarted')).toEqual({ workerName: 'w' });
    expect(details(play(task(ACTIVITY), { services: answers(ok) }), 'ActivityStarted')).toEqual({});
  });
  it('carry only what is known about a failure', () => {
    const failed = (answer: object): unknown =>
      details(
        play(task(service('sns:publish'), { Parameters: {} }), {
          services: answers({ type: 'fail', ...answer }),
        }),
        'TaskFailed',
      );
    expect(failed({})).toEqual({ resourceType: 'sns', resource: 'publish' });
    expect(failed({ error: 'E', cause: 'c' })).toEqual({
      resourceType: 'sns',
      resource: 'publish',
      error: 'E',
      cause: 'c',
    });
  });
  it('can be another failure than the family’s own', () => {
    const services = answers({ type: 'fail', error: 'E', event: 'TaskSubmitFailed' });
    expect(types(play(task(service('sns:publish'), { Parameters: {} }), { services })).at(-2)).toBe(
      'TaskSubmitFailed',
    );
  });
});

describe('timeouts', () => {
  it('count from the start of the task', () => {
    const execution = play(task(LAMBDA, { TimeoutSeconds: 5 }));
    expect(types(execution).at(-2)).toBe('LambdaFunctionTimedOut');
    expect(details(execution, 'ExecutionFailed')).toEqual({ error: 'States.Timeout' });
    expect(seconds(execution)).toBe(5);
  });
  it('can come from the input', () => {
    const definition = task(LAMBDA, { TimeoutSecondsPath: '$.t' });
    expect(seconds(play(definition, { input: { t: 7 } }))).toBe(7);
    expect(play(definition).cause).toMatch(/Invalid path '\$\.t' : No results for path: \$\['t'\]$/);
  });
  it('[D2] come before an answer of the same instant', () => {
    const execution = play(task(LAMBDA, { TimeoutSeconds: 5 }), {
      services: answers({ ...ok, after: 5 as never }),
    });
    expect(execution.status).toBe('FAILED');
  });
  it('[E3] of a heartbeat are States.Timeout in the history', () => {
    const execution = play(
      task(service('sqs:sendMessage.waitForTaskToken'), {
        Parameters: {},
        HeartbeatSeconds: 10,
        TimeoutSeconds: 60,
        Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'T2' }],
      }),
      {},
    );
    expect(details(execution, 'TaskTimedOut')).toMatchObject({ error: 'States.Timeout' });
    expect(seconds(execution)).toBe(10);
  });
  it('[H4] of all iterations come before the Map fails of the first', () => {
    const definition = machine({
      M: {
        Type: 'Map',
        ItemProcessor: task(service('lambda:invoke'), { Parameters: {}, TimeoutSeconds: 5 }),
        End: true,
      },
    });
    expect(lines(play(definition, { input: [1, 2] })).slice(3)).toEqual([
      '4<-3 MapIterationStarted M[0]',
      '5<-3 MapIterationStarted M[1]',
      '6<-4 TaskStateEntered T[0]',
      '7<-6 TaskScheduled T[0]',
      '8<-5 TaskStateEntered T[1]',
      '9<-8 TaskScheduled T[1]',
      '10<-7 TaskStarted T[0]',
      '11<-9 TaskStarted T[1]',
      '12<-10 TaskTimedOut T[0]',
      '13<-11 TaskTimedOut T[1]',
      '14<-12 MapIterationFailed M[0]',
      '15<-12 TaskStateAborted T[0]',
      '16<-12 MapIterationAborted M[1]',
      '17<-12 TaskStateAborted T[1]',
      '18<-12 MapStateFailed M',
      '19<-18 ExecutionFailed',
    ]);
  });
});

describe('task tokens', () => {
  const callback = task(service('sqs:sendMessage.waitForTaskToken'), {
    Parameters: { 'token.$': '$$.Task.Token' },
    HeartbeatSeconds: 10,
  });
  const start = (): { execution: Execution; call: ServiceCall } => {
    const execution = createExecution(programOf(callback), settingsOf(), {});
    execution.run();
    const [command] = execution.takeCommands();
    if (command?.type !== 'callService') throw new Error('no call was made');
    return { execution, call: command.call };
  };
  const at = (s: number): EpochMs => (START + s * 1000) as EpochMs;

  it('are what the payload was given', () => {
    const { call } = start();
    expect(call.arguments).toEqual({ token: call.taskToken });
    expect(call.taskToken).toMatch(/^[0-9a-f]{64}$/);
  });
  it('stay valid as long as heartbeats come', () => {
    const { execution, call } = start();
    for (const s of [8, 16, 24]) execution.deliver({ type: 'taskHeartbeat', at: at(s), task: call.task });
    execution.deliver({ type: 'taskSucceeded', at: at(30), task: call.task, output: 1 });
    runToEnd(execution, () => ({ type: 'never' }));
    expect(execution.output).toBe(1);
    expect(seconds(execution)).toBe(30);
  });
  it('are worthless after the task has ended', () => {
    const { execution, call } = start();
    execution.deliver({ type: 'taskFailed', at: at(1), task: call.task, error: 'E' });
    execution.deliver({ type: 'taskSucceeded', at: at(2), task: call.task, output: 1 });
    runToEnd(execution, () => ({ type: 'never' }));
    expect(execution.error).toBe('E');
  });
});

describe('Credentials', () => {
  it('are told in the Scheduled event', () => {
    const definition = task(service('lambda:invoke'), {
      Parameters: {},
      Credentials: { 'RoleArn.$': '$.role' },
    });
    const execution = play(definition, { input: { role: 'arn:role' }, services: answers(ok) });
    expect(details(execution, 'TaskScheduled')).toMatchObject({ taskCredentials: { roleArn: 'arn:role' } });
  });
});
