import { expect, it } from 'vitest';
import type { StatePath } from '../../asl';
import { createTestStudio, untilState } from '../testing/testStudio';
import type { Workspace } from '../workspace';

const text = (seconds: number, name = 'Call') =>
  JSON.stringify({
    StartAt: name,
    States: {
      [name]: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
        Parameters: { 'MessageBody.$': '$$.Task.Token' },
        Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: seconds }],
        Next: 'Other',
      },
      Other: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true },
    },
  });
const CALL = '/States/Call' as StatePath;

const ended = (workspace: Workspace) =>
  untilState(
    workspace,
    ({ execution }) => execution.phase === 'ended' && execution.run?.result !== undefined,
  );

/** A run of ours, brought back as a recorded one. */
async function recordedStudio(): Promise<Workspace> {
  const workspace = await createTestStudio(text(2));
  workspace.execution.setInput('{"order":7}');
  workspace.taskMocks.set(CALL, {
    kind: 'sequence',
    by: 'invocation',
    rows: [
      { from: 0, to: 0, outcome: { type: 'throw', error: 'Busy', cause: 'later', latency: 4 } },
      { from: 1, to: null, outcome: { type: 'return', value: '{"ok":true}', latency: 60 } },
    ],
  });
  await workspace.execution.run();
  await ended(workspace);
  const history = await workspace.execution.exportHistory();
  workspace.taskMocks.clear();
  workspace.execution.clear();
  workspace.execution.setInput('{}');
  await workspace.openIncoming(history, { kind: 'paste' });
  return workspace;
}

it('puts the results of a recorded run into the mocks, and takes them back', async () => {
  const workspace = await recordedStudio();
  await (await workspace.recorded()).mockResults();
  const tasks = () => workspace.store.getState().execution.services.tasks;
  expect(tasks().find(({ state }) => state === CALL)?.mock).toMatchObject({
    kind: 'sequence',
    rows: [{ outcome: { type: 'throw', error: 'Busy', cause: 'later' } }, { to: null }],
  });
  const notice = workspace.store.getState().notices.at(-1);
  expect(notice?.message).toBe('2 Task states now answer as in this run (3 calls).');
  notice?.offers[0]?.take();
  expect(tasks()).toEqual([]);
});

it('runs a recorded run again without a difference, ids and times included', async () => {
  const workspace = await recordedStudio();
  const recorded = await workspace.recorded();
  const { run: before } = workspace.store.getState().execution;
  await recorded.runAgain();
  await ended(workspace);
  const { run, input, services } = workspace.store.getState().execution;
  expect(run).toMatchObject({ id: before?.id, startedAt: before?.startedAt, input: '{"order":7}' });
  expect({ input, tasks: services.tasks }).toEqual({ input: '{}', tasks: [] });
  expect(await recorded.compare(true)).toMatchObject({ total: 0, recorded: before?.events });
  await recorded.showRecorded();
  expect(workspace.store.getState().execution.run?.recorded).toBeDefined();
});

it('shows where a changed definition goes another way', async () => {
  const workspace = await recordedStudio();
  const recorded = await workspace.recorded();
  workspace.document.replaceAll(text(2, 'Ask'), 'Change');
  await untilState(workspace, ({ analysis, document }) => analysis.graphVersion === document.version);
  await recorded.runAgain();
  await ended(workspace);
  const report = await recorded.compare(false);
  expect(report?.differences[0]).toMatchObject({
    recorded: { type: 'TaskStateEntered', name: 'Call' },
    own: { type: 'TaskStateEntered', state: '/States/Ask' },
  });
});
