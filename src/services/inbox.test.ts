import { describe, expect, it } from 'vitest';
import { buildModel, type EpochMs, parseText } from '../asl';
import { compileProgram, createExecution, defaultSettings, type Execution, runToEnd } from '../interpreter';
import { TaskInbox } from './inbox';
import { stubAnswer } from './stub';

const START = Date.UTC(2026, 0, 1) as EpochMs;
const ACTIVITY = 'arn:aws:states:us-east-1:123456789012:activity:Approve';
const sdk = (action: string, Parameters: object, rest: object = { End: true }): object => ({
  Type: 'Task',
  Resource: `arn:aws:states:::aws-sdk:sfn:${action}`,
  Parameters,
  ...rest,
});
const chain = (States: object): object => ({ StartAt: Object.keys(States)[0], States });
const both = (...branches: readonly object[]): object =>
  chain({ Both: { Type: 'Parallel', Branches: branches, End: true } });

function open(definition: object) {
  const machine = buildModel(parseText(JSON.stringify(definition), 'json'));
  const execution = createExecution(
    compileProgram(machine).program,
    defaultSettings({ startTime: START }),
    {},
  );
  const inbox = new TaskInbox(machine, stubAnswer);
  inbox.attach(execution);
  return { execution, inbox };
}
function run(definition: object): Execution {
  const { execution, inbox } = open(definition);
  void runToEnd(execution, inbox.callService, { maxTransitions: 1000 });
  return execution;
}
const types = ({ history }: Execution): readonly string[] =>
  Array.from({ length: history.length }, (_, index) => history.record(index).type);

/** Works an activity: polls for its task, answers it. */
const worker = (answer: object): object =>
  chain({
    Poll: sdk('getActivityTask', { ActivityArn: ACTIVITY, WorkerName: 'w1' }, { Next: 'Answer' }),
    Answer: answer,
  });
const activity = (rest: object = {}): object =>
  chain({ Ask: { Type: 'Task', Resource: ACTIVITY, Parameters: { q: 1 }, End: true, ...rest } });

describe('A workflow that answers its own tasks', () => {
  it.each([
    ['before', (a: object, b: object) => both(a, b)],
    ['after', (a: object, b: object) => both(b, a)],
  ])('works an activity that is scheduled %s it polls', (_, order) => {
    const answer = sdk('sendTaskSuccess', { 'TaskToken.$': '$.TaskToken', Output: '{"yes":true}' });
    const execution = run(order(activity(), worker(answer)));
    expect(execution.status).toBe('SUCCEEDED');
    expect(execution.output).toContainEqual({ yes: true });
    expect(execution.now).toBe(START);
    const started = types(execution).indexOf('ActivityStarted');
    expect(execution.history.event(started)).toMatchObject({
      activityStartedEventDetails: { workerName: 'w1' },
    });
  });
  it('fails a task with the error it sends', () => {
    const answer = sdk('sendTaskFailure', { 'TaskToken.$': '$.TaskToken', Error: 'No', Cause: 'way' });
    expect(run(both(activity(), worker(answer)))).toMatchObject({
      status: 'FAILED',
      error: 'No',
      cause: 'way',
    });
  });
  it('keeps a task alive with heartbeats, which leave no event', () => {
    const answer = chain({
      Poll: sdk('getActivityTask', { ActivityArn: ACTIVITY }, { ResultPath: '$.task', Next: 'Work' }),
      Work: { Type: 'Wait', Seconds: 8, Next: 'Beat' },
      Beat: sdk(
        'sendTaskHeartbeat',
        { 'TaskToken.$': '$.task.TaskToken' },
        { ResultPath: null, Next: 'More' },
      ),
      More: { Type: 'Wait', Seconds: 8, Next: 'Done' },
      Done: sdk('sendTaskSuccess', { 'TaskToken.$': '$.task.TaskToken', Output: '1' }),
    });
    const execution = run(both(activity({ HeartbeatSeconds: 10 }), answer));
    expect(execution.output).toContain(1);
    expect(types(execution).filter((type) => /Heartbeat/.test(type))).toEqual([]);
  });
  it('polls for a minute when nobody asks', () => {
    const execution = run(chain({ Poll: sdk('getActivityTask', { ActivityArn: ACTIVITY }) }));
    expect(execution.output).toEqual({});
    expect((execution.now - START) / 1000).toBe(60);
  });
  it('does not have its callbacks answered by stubs', () => {
    const ask = chain({
      Ask: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
        Parameters: { QueueUrl: 'q', 'MessageBody.$': '$$.Task.Token' },
        TimeoutSeconds: 30,
        End: true,
      },
    });
    const execution = run(
      both(
        ask,
        chain({
          Late: sdk(
            'sendTaskSuccess',
            { TaskToken: 'nobody’s', Output: '1' },
            { End: true, Catch: [{ ErrorEquals: ['Sfn.InvalidTokenException'], Next: 'On' }] },
          ),
          On: { Type: 'Pass', End: true },
        }),
      ),
    );
    expect(execution.error).toBe('States.Timeout');
    expect(types(execution)).toContain('TaskSubmitted');
  });
});

describe('The task API', () => {
  const ask = chain({
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Parameters: { QueueUrl: 'q', MessageBody: 'm' },
      TimeoutSeconds: 30,
      End: true,
    },
  });
  const waiting = () => {
    const { execution, inbox } = open(ask);
    void execution.run();
    const [command] = execution.takeCommands();
    if (command?.type !== 'callService') throw new Error('nothing was called');
    void inbox.callService(command.call);
    return { execution, inbox, token: command.call.taskToken ?? '' };
  };
  it('refuses tokens it has never seen, output that is no JSON, and tasks that are over', () => {
    const { execution, inbox, token } = waiting();
    expect(inbox.sendTaskHeartbeat('x')).toEqual({
      exception: 'InvalidToken',
      message: "Invalid Token: 'Invalid token'",
    });
    expect(inbox.sendTaskSuccess(token, '{')).toMatchObject({ exception: 'InvalidOutput' });
    execution.advanceTo((START + 30_000) as EpochMs);
    void execution.run();
    expect(inbox.sendTaskSuccess(token, '1')).toMatchObject({ exception: 'TaskTimedOut' });
  });
  it('answers a task once', () => {
    const { execution, inbox, token } = waiting();
    expect(inbox.sendTaskSuccess(token, '"first"')).toBeUndefined();
    void execution.run();
    expect(inbox.sendTaskFailure(token)).toMatchObject({ exception: 'TaskTimedOut' });
    expect(execution.output).toBe('first');
  });
});
