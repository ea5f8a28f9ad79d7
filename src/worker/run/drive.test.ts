import { describe, expect, it } from 'vitest';
import { buildModel, type EpochMs, parseText } from '../../asl';
import {
  type CallService,
  compileProgram,
  createExecution,
  defaultSettings,
  type ServiceAnswer,
} from '../../interpreter';
import { AskedCalls, stubAnswer, TaskInbox } from '../../services';
import { Driver } from './drive';

const branch = (name: string) => ({
  StartAt: name,
  States: { [name]: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true } },
});
const MACHINE = {
  StartAt: 'All',
  States: {
    All: { Type: 'Parallel', Branches: [branch('A'), branch('B'), branch('C')], End: true },
  },
};

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Three calls at one instant; the first and the third take real time.
 * @param transitions states entered between two looks
 * @param settledFirst whose answer is there first
 */
async function history(transitions: number, settledFirst: 'A' | 'C'): Promise<readonly unknown[]> {
  const machine = buildModel(parseText(JSON.stringify(MACHINE), 'json'));
  const settings = defaultSettings({ startTime: 1_700_000_000_000 as EpochMs });
  const execution = createExecution(compileProgram(machine).program, settings, {});
  const settle = new Map<string, () => void>();
  const callService: CallService = ({ stateName }) => {
    const answer: ServiceAnswer = { type: 'succeed', output: stateName };
    if (stateName === 'B') return answer;
    return new Promise((resolve) => settle.set(stateName, () => resolve(answer)));
  };
  const inbox = new TaskInbox(machine, stubAnswer);
  const asked = new AskedCalls(execution, inbox, stubAnswer);
  const driver = new Driver(execution, { callService, asked }, () => {});
  for (const name of ['', settledFirst, settledFirst === 'A' ? 'C' : 'A']) {
    settle.get(name)?.();
    await turn();
    for (let progress = await driver.advance(transitions); progress === 'moved'; ) {
      // Somebody who steps takes longer than any answer.
      await turn();
      progress = await driver.advance(transitions);
    }
  }
  expect(execution.status).toBe('SUCCEEDED');
  return Array.from({ length: execution.timeline.length }, (_, index) => execution.timeline.event(index));
}

describe('answers that take real time', () => {
  it('come in the order of their calls, however long each took and however the run is driven', async () => {
    const expected = await history(100, 'A');
    expect(await history(100, 'C')).toEqual(expected);
    expect(await history(1, 'A')).toEqual(expected);
    expect(await history(1, 'C')).toEqual(expected);
  });

  it('is not waited for when a callback has ended the Task', async () => {
    const tasks = {
      StartAt: 'All',
      States: {
        All: {
          Type: 'Parallel',
          Branches: [
            {
              StartAt: 'Slow',
              States: {
                Slow: {
                  Type: 'Task',
                  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
                  Parameters: { FunctionName: 'f', Payload: { 'token.$': '$$.Task.Token' } },
                  End: true,
                },
              },
            },
            branch('B'),
          ],
          Next: 'Rest',
        },
        Rest: { Type: 'Wait', Seconds: 60, End: true },
      },
    };
    const machine = buildModel(parseText(JSON.stringify(tasks), 'json'));
    const settings = defaultSettings({ startTime: 1_700_000_000_000 as EpochMs });
    const execution = createExecution(compileProgram(machine).program, settings, {});
    let token = '';
    let awaits: () => boolean = () => false;
    const callService: CallService = (call) => {
      if (call.taskToken === undefined) {
        inbox.sendTaskSuccess(token, '"called back"');
        return { type: 'succeed', output: 'B' };
      }
      token = call.taskToken;
      awaits = () => driver.awaits(call.task);
      inbox.leaveOpen(call);
      return new Promise<never>(() => {});
    };
    const inbox = new TaskInbox(machine, stubAnswer);
    inbox.attach(execution);
    const asked = new AskedCalls(execution, inbox, stubAnswer);
    const driver = new Driver(execution, { callService, asked }, () => {});
    let progress = await driver.advance(1);
    while (progress === 'moved') progress = await driver.advance(1);
    expect(progress).toBe('ended');
    expect(execution.output).toEqual(['called back', 'B']);
    expect(awaits()).toBe(false);
  });
});
