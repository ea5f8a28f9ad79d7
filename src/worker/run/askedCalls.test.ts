import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildModel, type EpochMs, parseText } from '../../asl';
import {
  compileProgram,
  createExecution,
  defaultSettings,
  type Execution,
  type Job,
} from '../../interpreter';
import { type AskedCalls, type CallAnswer, stubAnswer } from '../../services';
import { type AskChoice, NOBODY_ASKED } from '../calls.types';
import { noSandbox } from '../handlers/noSandbox';
import type { RunRequest } from '../run.types';
import { Driver, type Progress } from './drive';
import { openCalls } from './openCalls';
import { runServices } from './runServices';

const START = 1_700_000_000_000 as EpochMs;
const ALL: AskChoice = { tasks: true, callbacks: true };

interface Desk {
  readonly execution: Execution;
  readonly driver: Driver;
  readonly asked: AskedCalls;
}

function desk(definition: object, part: Partial<RunRequest> = {}): Desk {
  const text = JSON.stringify(definition);
  const machine = buildModel(parseText(text, 'json'));
  const settings = defaultSettings({ startTime: START });
  const execution = createExecution(compileProgram(machine).program, settings, { amount: 7 });
  const request: RunRequest = { text, format: 'json', input: '{"amount":7}', settings, ask: ALL, ...part };
  const services = runServices(request, machine, execution, stubAnswer, noSandbox);
  if (!services.ok) throw new Error(services.reason);
  const { asked } = services;
  asked.hold();
  const driver = new Driver(execution, services, () => {});
  return { execution, driver, asked };
}

/** As far as it goes without the user. */
function go({ driver }: Desk): Progress {
  for (let turn = 0; turn < 1000; turn++) {
    const progress = driver.advance(100);
    if (progress instanceof Promise) throw new Error('nothing here takes real time');
    if (progress !== 'moved') return progress;
  }
  throw new Error('it does not come to rest');
}

function answer(on: Desk, name: string, given: CallAnswer) {
  const call = on.asked.open.find(({ stateName }) => stateName === name);
  if (call === undefined) throw new Error(`${name} is not open`);
  const problem = on.asked.answer(call.task, given);
  return { problem, progress: go(on) };
}

const names = ({ asked }: Desk) => asked.open.map(({ stateName }) => stateName);
const types = ({ execution }: Desk) =>
  Array.from({ length: execution.timeline.length }, (_, index) => execution.timeline.event(index).type);
const events = (execution: Execution) =>
  Array.from({ length: execution.timeline.length }, (_, index) => execution.timeline.event(index));

const task = (more: object = {}) => ({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ...more });
const TOKEN = {
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
  Parameters: { QueueUrl: 'q', MessageBody: { 't.$': '$$.Task.Token' } },
};
const ACTIVITY = { Type: 'Task', Resource: 'arn:aws:states:us-east-1:123456789012:activity:sign' };
const single = (state: object) => ({
  StartAt: 'A',
  States: { A: { ...state, Next: 'B' }, B: { Type: 'Succeed' } },
});
const ok: CallAnswer = { type: 'succeed', output: '{"fine":true}' };

describe('a Task that is left to the user', () => {
  it('stays open while time stands still, and goes on with the answer', () => {
    const on = desk(single(task({ TimeoutSeconds: 30 })));
    expect(go(on)).toBe('waiting');
    expect(on.execution.now).toBe(START);
    expect(openCalls(on.asked, on.execution)).toMatchObject({
      total: 1,
      now: START,
      next: START + 30_000,
      calls: [{ stateName: 'A', kind: 'call', attempt: 0, timeoutAt: START + 30_000 }],
    });
    expect(answer(on, 'A', ok).progress).toBe('ended');
    expect(on.execution.output).toEqual({ fine: true });
    expect(openCalls(on.asked, on.execution)).toBeUndefined();
  });

  it('refuses what is no JSON and what comes too late, in the words of the API', () => {
    const on = desk(single(task()));
    go(on);
    const [call] = on.asked.open;
    expect(answer(on, 'A', { type: 'succeed', output: '{' }).problem?.exception).toBe('InvalidOutput');
    answer(on, 'A', ok);
    expect(call && on.asked.answer(call.task, ok)?.exception).toBe('TaskTimedOut');
  });

  it('fails with an error that a catcher takes, times out, or misses its heartbeat', () => {
    const caught = (ErrorEquals: readonly string[]) =>
      desk({
        StartAt: 'A',
        States: {
          A: {
            ...task({ HeartbeatSeconds: 5, TimeoutSeconds: 60 }),
            Catch: [{ ErrorEquals, Next: 'C' }],
            End: true,
          },
          C: { Type: 'Pass', End: true },
        },
      });
    const given: readonly (readonly [string, CallAnswer, string])[] = [
      ['Declined', { type: 'fail', error: 'Declined', cause: 'no' }, 'LambdaFunctionFailed'],
      ['States.Timeout', { type: 'timeout' }, 'TaskTimedOut'],
      ['States.HeartbeatTimeout', { type: 'heartbeatLost' }, 'TaskTimedOut'],
    ];
    for (const [error, what, event] of given) {
      const on = caught([error]);
      go(on);
      expect(answer(on, 'A', what).progress).toBe('ended');
      expect(on.execution.status).toBe('SUCCEEDED');
      expect(types(on)).toContain(event === 'LambdaFunctionFailed' ? 'TaskFailed' : event);
    }
  });

  it('lets time pass to the next timer only when told, and then the heartbeat is missed as on AWS', () => {
    const on = desk(single({ ...TOKEN, HeartbeatSeconds: 10, TimeoutSeconds: 60 }));
    expect(go(on)).toBe('waiting');
    expect(answer(on, 'A', { type: 'heartbeat' })).toMatchObject({ problem: undefined, progress: 'waiting' });
    on.asked.letTimePass(on.execution.nextTimer);
    expect(go(on)).toBe('ended');
    expect(on.execution.now).toBe(START + 10_000);
    expect(on.execution).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(types(on)).toContain('TaskTimedOut');
  });

  it('holds time for others, too, until told; never answered, the run goes on without it', () => {
    const on = desk({
      StartAt: 'P',
      States: {
        P: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'A', States: { A: { ...task({ TimeoutSeconds: 300 }), End: true } } },
            {
              StartAt: 'W',
              States: { W: { Type: 'Wait', Seconds: 20, Next: 'D' }, D: { Type: 'Pass', End: true } },
            },
          ],
          Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }],
          End: true,
        },
        Late: { Type: 'Succeed' },
      },
    });
    expect(go(on)).toBe('waiting');
    on.asked.letTimePass(on.execution.nextTimer);
    expect(go(on)).toBe('waiting');
    expect(on.execution.now).toBe(START + 20_000);
    expect(types(on).filter((type) => type === 'PassStateExited')).toHaveLength(1);
    expect(answer(on, 'A', { type: 'never' }).progress).toBe('ended');
    expect(on.execution.now).toBe(START + 300_000);
    expect(on.execution.status).toBe('SUCCEEDED');
  });
});

describe('who is asked', () => {
  const own = single(TOKEN);
  it('nobody, unless the run says so', () => {
    const on = desk(own, { ask: NOBODY_ASKED });
    expect(go(on)).toBe('ended');
  });

  it('a state whose mock says so; a mock that answers is not asked for', () => {
    const path = buildModel(parseText(JSON.stringify(own), 'json')).states[0]?.path;
    if (path === undefined) throw new Error('no state');
    const asked = desk(own, { ask: NOBODY_ASKED, mockedTasks: [{ state: path, mock: { kind: 'ask' } }] });
    expect(go(asked)).toBe('waiting');
    expect(types(asked)).toContain('TaskSubmitted');
    const mocked = desk(own, { mockedTasks: [{ state: path, mock: { kind: 'stub' } }] });
    expect(go(mocked)).toBe('ended');
  });

  it('of callbacks whatever the test case says; of other Tasks only those it does not name', () => {
    const definition = {
      StartAt: 'A',
      States: { A: { ...task(), Next: 'B' }, B: { ...TOKEN, Next: 'C' }, C: { ...task(), End: true } },
    };
    const text = JSON.stringify({
      StateMachines: { M: { TestCases: { T: { A: 'Fine', B: 'Fine' } } } },
      MockedResponses: { Fine: { '0': { Return: {} } } },
    });
    const mocks = { text, machine: 'M', testCase: 'T' };
    const callbacks = desk(definition, { mocks, ask: { tasks: false, callbacks: true } });
    go(callbacks);
    expect(names(callbacks)).toEqual(['B']);
    const tasks = desk(definition, { mocks, ask: { tasks: true, callbacks: false } });
    go(tasks);
    expect(names(tasks)).toEqual(['C']);
  });

  it('takes an activity as a worker, and answers it by its token', () => {
    const on = desk(single(ACTIVITY), { ask: { tasks: false, callbacks: true } });
    go(on);
    expect(openCalls(on.asked, on.execution)?.calls[0]).toMatchObject({ kind: 'activity', isTaken: false });
    answer(on, 'A', { type: 'take', workerName: 'me' });
    expect(openCalls(on.asked, on.execution)?.calls[0]).toMatchObject({ isTaken: true });
    expect(answer(on, 'A', ok).progress).toBe('ended');
    expect(types(on)).toEqual(expect.arrayContaining(['ActivityStarted', 'ActivitySucceeded']));
  });
});

/** Tells an execution what its journal says, where it was told. */
function replay(definition: object, { journal, timeline }: Execution): Execution {
  const machine = buildModel(parseText(JSON.stringify(definition), 'json'));
  const settings = defaultSettings({ startTime: START });
  const again = createExecution(compileProgram(machine).program, settings, { amount: 7 });
  let told = 0;
  const tell = (): boolean => {
    const before = told;
    for (; told < journal.length; told++) {
      const job: Job | undefined = journal[told];
      if (job === undefined || (job.afterEvent ?? 0) > again.timeline.length) break;
      again.deliver(job);
    }
    return told > before;
  };
  for (let turn = 0; turn < 10_000; turn++) {
    tell();
    const result = again.run(1);
    const asked = again.takeCommands().length > 0;
    if (result instanceof Promise) throw new Error('nothing here takes real time');
    if (result === 'ended') return again;
    if (result === 'budget' || asked || tell()) continue;
    const { nextTimer } = again;
    if (nextTimer === undefined || (told === journal.length && again.timeline.length >= timeline.length))
      return again;
    again.advanceTo(nextTimer);
  }
  throw new Error('the replay does not end');
}

const MIXED = {
  StartAt: 'All',
  States: {
    All: {
      Type: 'Map',
      ItemsPath: '$.items',
      MaxConcurrency: 2,
      ItemProcessor: {
        StartAt: 'Both',
        States: {
          Both: {
            Type: 'Parallel',
            Branches: [
              {
                StartAt: 'Charge',
                States: {
                  Charge: {
                    ...task({ TimeoutSeconds: 15 }),
                    Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 5, MaxAttempts: 2 }],
                    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Undo' }],
                    Next: 'Pause',
                  },
                  Pause: { Type: 'Wait', Seconds: 5, End: true },
                  Undo: { ...task(), End: true },
                },
              },
              {
                StartAt: 'Decide',
                States: {
                  Decide: {
                    ...TOKEN,
                    HeartbeatSeconds: 10,
                    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Sign' }],
                    End: true,
                  },
                  Sign: { ...ACTIVITY, TimeoutSeconds: 20, End: true },
                },
              },
            ],
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Lost' }],
            End: true,
          },
          Lost: { Type: 'Pass', End: true },
        },
      },
      Next: 'Last',
    },
    Last: { ...task(), End: true },
  },
};
const WITH_ITEMS = {
  StartAt: 'Items',
  States: { Items: { Type: 'Pass', Result: [1, 2, 3], ResultPath: '$.items', Next: 'All' }, ...MIXED.States },
};

const answers: fc.Arbitrary<CallAnswer> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(ok) },
  fc.constantFrom<CallAnswer>(
    { type: 'fail', error: 'Busy', cause: '' },
    { type: 'fail', error: 'Broken', cause: 'for good' },
    { type: 'timeout' },
    { type: 'heartbeatLost' },
    { type: 'heartbeat' },
    { type: 'take', workerName: 'w' },
    { type: 'never' },
  ),
);
/** What the user does, and how far the run gets by itself before. */
const moves = fc.array(
  fc.record({
    transitions: fc.integer({ min: 1, max: 4 }),
    turns: fc.integer({ min: 0, max: 3 }),
    which: fc.nat(7),
    does: fc.oneof({ weight: 5, arbitrary: answers }, fc.constant('pass' as const)),
  }),
  { maxLength: 60 },
);

describe('the journal', () => {
  it('gives the same history again, however and whenever the user answered', () => {
    fc.assert(
      fc.property(moves, (given) => {
        const on = desk(WITH_ITEMS);
        for (const { transitions, turns, which, does } of given) {
          for (let turn = 0; turn <= turns; turn++) on.driver.advance(transitions);
          const { open } = on.asked;
          const call = open[which % Math.max(1, open.length)];
          if (does === 'pass') on.asked.letTimePass(on.execution.nextTimer);
          else if (call) on.asked.answer(call.task, does);
        }
        go(on);
        const again = replay(WITH_ITEMS, on.execution);
        expect(events(again)).toEqual(events(on.execution));
        expect(again.status).toBe(on.execution.status);
      }),
      { numRuns: 300 },
    );
  });
});
