import { describe, expect, it } from 'vitest';
import type { StatePath } from '../asl';
import { createTestStudio, untilState } from './testing/testStudio';
import type { Workspace } from './workspace';

const ARN = 'arn:aws:states:us-east-1:123456789012:stateMachine:';
const starting = (machine: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::states:startExecution.sync:2',
  Parameters: { StateMachineArn: `${ARN}${machine}`, Input: { for: machine } },
});
const PARENT = JSON.stringify({
  StartAt: 'Before',
  States: {
    Before: { Type: 'Pass', Next: 'Start child' },
    'Start child': { ...starting('child'), End: true },
  },
});
const CHILD = JSON.stringify({
  StartAt: 'Start grandchild',
  States: { 'Start grandchild': { ...starting('grandchild'), Next: 'Done' }, Done: { Type: 'Succeed' } },
});
const GRANDCHILD = JSON.stringify({
  StartAt: 'Answer',
  States: { Answer: { Type: 'Pass', Result: 42, End: true } },
});

const STARTS = '/States/Start child' as StatePath;
const STARTS_AGAIN = '/States/Start grandchild' as StatePath;

async function ran(): Promise<Workspace> {
  const workspace = await createTestStudio(PARENT);
  const machines = [
    { id: 1, name: 'child', text: CHILD, type: 'STANDARD' as const },
    { id: 2, name: 'grandchild', text: GRANDCHILD, type: 'STANDARD' as const },
  ];
  workspace.execution.setServices({ machines });
  await workspace.execution.run();
  await untilState(workspace, ({ execution }) => execution.phase === 'ended');
  return workspace;
}
async function open(workspace: Workspace, state: StatePath): Promise<void> {
  const visit = await workspace.execution.getVisit(state, 0);
  const child = visit?.tries[0]?.child;
  if (child === undefined) throw new Error('no child execution');
  await (await workspace.children()).open(child, { state, number: 0 });
}
const onShow = ({ store, progress }: Workspace) => {
  const { document, execution } = store.getState();
  return {
    document: document.name,
    events: execution.run?.events,
    way: execution.parents.map(({ label }) => label),
    states: progress
      .states()
      .map(({ path }) => path.split('/').at(-1))
      .sort(),
  };
};
const IN_PARENT = { document: 'machine', way: [], states: ['Before', 'Start child'] };
const IN_CHILD = { document: 'child', way: ['Run 1'], states: ['Done', 'Start grandchild'] };
const IN_GRANDCHILD = { document: 'grandchild', way: ['Run 1', 'child'], states: ['Answer'] };

describe('A child execution', () => {
  it('is opened with its definition, history and data, and so are those it started', async () => {
    const workspace = await ran();
    await open(workspace, STARTS);
    expect(onShow(workspace)).toMatchObject({ ...IN_CHILD, events: 10 });
    expect(workspace.store.getState().execution.input).toContain('"for":"child"');
    await open(workspace, STARTS_AGAIN);
    expect(onShow(workspace)).toMatchObject(IN_GRANDCHILD);
    const answer = await workspace.execution.getVisit('/States/Answer' as StatePath, 0);
    expect(answer).toMatchObject({ status: 'succeeded', output: '42' });
  });
  it('leads back one by one, or to the run at once', async () => {
    const workspace = await ran();
    const { back } = await workspace.children();
    await open(workspace, STARTS);
    await open(workspace, STARTS_AGAIN);
    await back();
    expect(onShow(workspace)).toMatchObject(IN_CHILD);
    await open(workspace, STARTS_AGAIN);
    await back(0);
    expect(onShow(workspace)).toMatchObject(IN_PARENT);
    expect(workspace.store.getState().document.text).toBe(PARENT);
    expect(workspace.store.getState().looking.visit).toEqual({ state: STARTS, number: 0 });
  });
  it('is left by Undo and come to again by Redo', async () => {
    const workspace = await ran();
    await open(workspace, STARTS);
    workspace.document.undo();
    await untilState(workspace, ({ execution }) => execution.run?.child === undefined);
    expect(onShow(workspace)).toMatchObject(IN_PARENT);
    workspace.document.redo();
    await untilState(workspace, ({ execution }) => execution.run?.child !== undefined);
    expect(onShow(workspace)).toMatchObject(IN_CHILD);
  });
  it('leads back after its definition was edited; one Undo has the edited one again', async () => {
    const workspace = await ran();
    await open(workspace, STARTS);
    const edited = CHILD.replace('Succeed', 'Fail');
    workspace.document.replaceAll(edited, 'Edit');
    await (await workspace.children()).back();
    expect(onShow(workspace)).toMatchObject(IN_PARENT);
    expect(workspace.store.getState().document.text).toBe(PARENT);
    workspace.document.undo();
    await untilState(workspace, ({ execution }) => execution.run?.child !== undefined);
    expect(workspace.store.getState().document.text).toBe(edited);
    expect(onShow(workspace)).toMatchObject(IN_CHILD);
  });
  it('is linked in the table and at its events, and not where a stub answered', async () => {
    const workspace = await ran();
    const { execution } = workspace;
    const { rows } = await execution.look('getTable', { filter: 'all', toggled: [], from: 0, count: 10 });
    const links = rows.map((row) => row.kind === 'visit' && row.child !== undefined);
    expect(links).toEqual([false, true]);
    const page = await execution.getEvents(0, 100);
    const linked = page.rows.filter(({ child }) => child !== undefined).map(({ event }) => event.type);
    expect(linked).toEqual(['TaskSubmitted', 'TaskSucceeded']);
    execution.setServices({ machines: [] });
    await execution.run();
    await untilState(workspace, (state) => state.execution.phase === 'ended');
    expect((await execution.getVisit(STARTS, 0))?.tries[0]).not.toHaveProperty('child');
  });
  it('is left for good when another document is opened', async () => {
    const workspace = await ran();
    await open(workspace, STARTS);
    workspace.openText(GRANDCHILD, { kind: 'paste' });
    expect(workspace.store.getState().execution.parents).toEqual([]);
  });
});
