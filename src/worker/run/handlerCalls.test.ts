import { describe, expect, it } from 'vitest';
import type { EpochMs, StatePath } from '../../asl';
import { defaultSettings } from '../../interpreter';
import { type HandlerCall, type RunHandler, stubAnswer } from '../../services';
import { connectExecutionClient } from '../executionClient';
import { createExecutionHost } from '../executionHost';
import type { ProgressBatch, RunRequest } from '../run.types';
import { createFakePulse } from '../testing/fakePulse';
import { InProcessPort } from '../testing/inProcessPort';

const WORK = {
  StartAt: 'Work',
  States: { Work: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true } },
};
const each = (rest: object) => ({
  StartAt: 'Each',
  States: { Each: { Type: 'Map', ItemProcessor: WORK, End: true, ...rest } },
});
const WORK_IN_EACH = '/States/Each/ItemProcessor/States/Work' as StatePath;

/** A handlers' worker that answers when the test says so. */
function bench() {
  const asked: { readonly call: HandlerCall; readonly isWanted: boolean; fail(): void }[] = [];
  const runHandler: RunHandler = (call, isWanted = () => true) =>
    new Promise((resolve) => {
      asked.push({
        call,
        get isWanted() {
          return isWanted();
        },
        fail: () => resolve({ type: 'failed', error: 'E', cause: '', lines: [], dropped: 0, took: 1 }),
      });
    });
  const last = new Map<string, ProgressBatch>();
  const client = connectExecutionClient(
    () =>
      new InProcessPort((post) =>
        createExecutionHost({ post, pulse: createFakePulse(), callService: stubAnswer, runHandler }),
      ),
    () => () => {},
  );
  client.subscribe((news) => {
    if (news.type === 'progress') last.set(news.batch.run, news.batch);
  });
  const start = (definition: object, state: StatePath, name = 'run') => {
    const request: RunRequest = {
      text: JSON.stringify(definition),
      format: 'json',
      input: '[0,1,2]',
      settings: defaultSettings({ startTime: 1_700_000_000_000 as EpochMs, executionName: name }),
      mockedTasks: [{ state, mock: { kind: 'handler', source: '() => 1' } }],
    };
    return client.start(
      request,
      'instant',
      false,
      { breakpoints: [] },
      {
        name,
        document: 'd',
        startedAt: 0,
      },
    );
  };
  const until = async (holds: () => boolean) => {
    for (let turn = 0; turn < 2000; turn++) {
      if (holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    throw new Error('it did not come to pass');
  };
  const wanted = () => asked.map(({ isWanted }) => isWanted);
  return { client, asked, last, start, until, wanted };
}

describe('Calls of handlers', () => {
  it('are wanted until they are answered, and not after the run was stopped', async () => {
    const on = bench();
    await on.start(each({}), WORK_IN_EACH);
    await on.until(() => on.asked.length === 3);
    expect(on.wanted()).toEqual([true, true, true]);
    await on.client.stop();
    await on.until(() => on.last.get('run')?.control === 'ended');
    expect(on.wanted()).toEqual([false, false, false]);
  });

  it('are not wanted when their run makes way for another of its name, or is closed', async () => {
    const on = bench();
    await on.start(each({}), WORK_IN_EACH);
    await on.until(() => on.asked.length === 3);
    await on.start(WORK, '/States/Work' as StatePath);
    await on.until(() => on.asked.length === 4);
    expect(on.wanted()).toEqual([false, false, false, true]);
    await on.client.closeRun('run');
    expect(on.wanted()).toEqual([false, false, false, false]);
  });

  it('are not wanted when something else ended what waits for them', async () => {
    const on = bench();
    const caught = each({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Nap' }] });
    const Nap = { Type: 'Wait', Seconds: 1, Next: 'Work' };
    await on.start({ ...caught, States: { ...caught.States, Nap, ...WORK.States } }, WORK_IN_EACH);
    await on.until(() => on.asked.length === 3);
    on.asked[0]?.fail();
    await on.until(() => on.last.get('run')?.control === 'ended');
    expect(on.last.get('run')?.result?.status).toBe('SUCCEEDED');
    expect(on.wanted()).toEqual([false, false, false]);
  });
});
