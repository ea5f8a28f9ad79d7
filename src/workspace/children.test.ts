import { describe, expect, it } from 'vitest';
import type { StatePath } from '../asl';
import type { StepKind } from '../worker';
import { turns } from '../worker/testing/keptBench';
import { systemClock } from './clock';
import { createTestStudio, createTestWorld, untilState } from './testing/testStudio';
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

const DONE = '/States/Done' as StatePath;
const STARTS = '/States/Start child' as StatePath;
const AFTER = '/States/After' as StatePath;
const STARTS_AGAIN = '/States/Start grandchild' as StatePath;

async function studio(parent = PARENT, world = createTestWorld()): Promise<Workspace> {
  const workspace = await createTestStudio(parent, systemClock, world);
  const machines = [
    { id: 1, name: 'child', text: CHILD, type: 'STANDARD' as const },
    { id: 2, name: 'grandchild', text: GRANDCHILD, type: 'STANDARD' as const },
  ];
  workspace.execution.setServices({ machines });
  return workspace;
}
async function ran(): Promise<Workspace> {
  const workspace = await studio();
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

describe('Stepping through a child execution', () => {
  /** Steps, and waits until the run stands at a state of a document. */
  const step = async (workspace: Workspace, kind: StepKind, document: string, state: string) => {
    await workspace.execution.step(kind);
    await standsAt(workspace, document, state);
  };
  const standsAt = (workspace: Workspace, name: string, state: string) =>
    untilState(
      workspace,
      ({ document, execution: { phase, at } }) =>
        document.name === name && phase === 'paused' && at === `/States/${state}`,
    );
  const ended = (workspace: Workspace) =>
    untilState(
      workspace,
      ({ execution: { phase, run, parents } }) =>
        phase === 'ended' && run?.child === undefined && parents.length === 0,
    );
  /** Paused in the grandchild. */
  const deep = async (parent?: string): Promise<Workspace> => {
    const workspace = await studio(parent);
    await step(workspace, 'into', 'machine', 'Before');
    await step(workspace, 'into', 'machine', 'Start child');
    await step(workspace, 'into', 'child', 'Start grandchild');
    await step(workspace, 'into', 'grandchild', 'Answer');
    return workspace;
  };
  const LONGER = PARENT.replace('"End":true', '"Next":"After"').replace(
    '"States":{',
    '"States":{"After":{"Type":"Succeed"},',
  );

  it('shows it, and its parent again at the next transition', async () => {
    const workspace = await deep(LONGER);
    expect(onShow(workspace)).toMatchObject({ way: ['Run 1', 'child'], states: ['Answer'], events: 2 });
    await step(workspace, 'over', 'child', 'Done');
    await step(workspace, 'over', 'machine', 'After');
    expect(onShow(workspace)).toMatchObject({ way: [], states: ['After', 'Before', 'Start child'] });
    expect(workspace.store.getState().document.text).toBe(LONGER);
    await workspace.execution.step('over');
    await ended(workspace);
    expect(workspace.store.getState().execution.run?.result?.status).toBe('SUCCEEDED');
  });
  it('out of it leads to the end of its Task, and on from the outermost one to the end', async () => {
    const workspace = await deep(LONGER);
    await step(workspace, 'out', 'child', 'Start grandchild');
    await step(workspace, 'out', 'machine', 'Start child');
    const visit = await workspace.execution.getVisit(STARTS, 0);
    expect(visit?.status).toBe('succeeded');
    await step(workspace, 'over', 'machine', 'After');
  });
  it('goes on to the end of all', async () => {
    const workspace = await deep();
    await workspace.execution.continue();
    await ended(workspace);
    expect(onShow(workspace)).toMatchObject(IN_PARENT);
  });
  it('ends with the run', async () => {
    const workspace = await deep();
    await workspace.execution.stop();
    await ended(workspace);
    expect(workspace.store.getState().execution.run?.result?.status).toBe('ABORTED');
  });
  it('is over the Task as a whole when nobody steps into it', async () => {
    const workspace = await studio(LONGER);
    await step(workspace, 'into', 'machine', 'Before');
    await step(workspace, 'over', 'machine', 'Start child');
    await step(workspace, 'over', 'machine', 'After');
  });
  it('is gone to again with Step into by whoever took the way back', async () => {
    const workspace = await deep(LONGER);
    await (await workspace.children()).back();
    await standsAt(workspace, 'child', 'Start grandchild');
    expect(workspace.store.getState().execution.reason).toContain('child execution of “grandchild”');
    await step(workspace, 'into', 'grandchild', 'Answer');
    await (await workspace.children()).back(0);
    await standsAt(workspace, 'machine', 'Start child');
    // Going over it from here leaves it.
    await step(workspace, 'over', 'machine', 'After');
  });
  it('stops at breakpoints of its definition, and not at those of its parent', async () => {
    const workspace = await studio(LONGER);
    workspace.breakpoints.toggle('/States/After' as StatePath);
    await step(workspace, 'into', 'machine', 'Before');
    await step(workspace, 'into', 'machine', 'Start child');
    await step(workspace, 'into', 'child', 'Start grandchild');
    expect(workspace.store.getState().breakpoints).toEqual([]);
    workspace.breakpoints.toggle('/States/Done' as StatePath);
    await workspace.execution.continue();
    await standsAt(workspace, 'child', 'Done');
    await workspace.execution.continue();
    await standsAt(workspace, 'machine', 'After');
    expect(workspace.store.getState().breakpoints).toMatchObject([{ state: '/States/After' }]);
  });
  it('stops at its breakpoints after one that it started was gone through', async () => {
    const workspace = await studio(LONGER);
    await step(workspace, 'into', 'machine', 'Before');
    await step(workspace, 'into', 'machine', 'Start child');
    await step(workspace, 'into', 'child', 'Start grandchild');
    workspace.breakpoints.toggle(DONE);
    await step(workspace, 'into', 'grandchild', 'Answer');
    expect(workspace.store.getState().breakpoints).toEqual([]);
    await workspace.execution.continue();
    await standsAt(workspace, 'child', 'Done');
    expect(workspace.store.getState().breakpoints).toMatchObject([{ state: DONE }]);
  });
  it('stops at its breakpoints after all of the way back was taken at once', async () => {
    const workspace = await deep(LONGER);
    workspace.breakpoints.toggle('/States/Answer' as StatePath);
    await (await workspace.children()).back();
    await standsAt(workspace, 'child', 'Start grandchild');
    workspace.breakpoints.toggle(DONE);
    await step(workspace, 'into', 'grandchild', 'Answer');
    expect(workspace.store.getState().breakpoints).toMatchObject([{ state: '/States/Answer' }]);
    await (await workspace.children()).back(0);
    await standsAt(workspace, 'machine', 'Start child');
    await step(workspace, 'into', 'child', 'Start grandchild');
    expect(workspace.store.getState().breakpoints).toMatchObject([{ state: DONE }]);
    await workspace.execution.continue();
    await standsAt(workspace, 'child', 'Done');
  });
  it('shows its breakpoints when it is looked at after it has ended', async () => {
    const workspace = await studio(LONGER);
    await step(workspace, 'into', 'machine', 'Before');
    await step(workspace, 'into', 'machine', 'Start child');
    await step(workspace, 'into', 'child', 'Start grandchild');
    workspace.breakpoints.toggle(DONE);
    await workspace.execution.continue();
    await standsAt(workspace, 'child', 'Done');
    await workspace.execution.continue();
    await ended(workspace);
    await open(workspace, STARTS);
    expect(workspace.store.getState().breakpoints).toMatchObject([{ state: DONE }]);
  });
  it('is on show again, with its breakpoints and those of its parent, after another workflow was', async () => {
    const workspace = await studio(LONGER);
    workspace.breakpoints.toggle('/States/After' as StatePath);
    await step(workspace, 'into', 'machine', 'Before');
    await step(workspace, 'into', 'machine', 'Start child');
    await step(workspace, 'into', 'child', 'Start grandchild');
    workspace.breakpoints.toggle(DONE);
    const shelf = await workspace.shelf();
    const { shown } = workspace.store.getState().shelf;
    shelf.open([{ text: GRANDCHILD, source: { kind: 'new' } }]);
    await untilState(workspace, ({ execution }) => execution.phase === 'idle');
    await shelf.show(shown);
    await standsAt(workspace, 'child', 'Start grandchild');
    expect(onShow(workspace)).toMatchObject({ way: ['Run 1'], states: ['Start grandchild'] });
    await workspace.execution.continue();
    await standsAt(workspace, 'child', 'Done');
    await workspace.execution.continue();
    await standsAt(workspace, 'machine', 'After');
  });
  it('is alone when its definition is run, and stops where that says', async () => {
    const workspace = await ran();
    await open(workspace, STARTS);
    await step(workspace, 'into', 'child', 'Start grandchild');
    workspace.breakpoints.toggle(DONE);
    await workspace.execution.continue();
    await standsAt(workspace, 'child', 'Done');
  });
  it('is alone when its definition is run, and so are those that it starts', async () => {
    const workspace = await ran();
    await open(workspace, STARTS);
    await step(workspace, 'into', 'child', 'Start grandchild');
    await step(workspace, 'into', 'grandchild', 'Answer');
    expect(onShow(workspace)).toMatchObject({ way: ['Run 1', 'Run 2'] });
    await (await workspace.children()).back();
    await standsAt(workspace, 'child', 'Start grandchild');
    expect(workspace.store.getState().execution.run?.child).toBeUndefined();
  });
  it('keeps its breakpoints from runs of other definitions, and theirs from one that runs it alone', async () => {
    const workspace = await studio(LONGER);
    workspace.breakpoints.toggle('/States/Start child' as StatePath);
    workspace.breakpoints.toggle('/States/After' as StatePath);
    await workspace.execution.step('into');
    await standsAt(workspace, 'machine', 'Before');
    await workspace.execution.run();
    await standsAt(workspace, 'machine', 'Start child');
    await step(workspace, 'into', 'child', 'Start grandchild');
    workspace.breakpoints.toggle(STARTS_AGAIN);
    workspace.breakpoints.toggle(DONE);
    await workspace.execution.run();
    await standsAt(workspace, 'child', 'Start grandchild');
    const [first = '', second = '', alone = ''] = workspace.store
      .getState()
      .execution.runs.map(({ id }) => id);
    const goesOnTo = async (run: string, document: string, state: string) => {
      await workspace.execution.showRun(run);
      expect(workspace.store.getState().execution.run?.id).toBe(run);
      await workspace.execution.continue();
      await standsAt(workspace, document, state);
    };
    // From here on both definitions have breakpoints of other numbers.
    workspace.breakpoints.remove(1);
    // The first one is of the definition that the way back leads to.
    await goesOnTo(first, 'child', 'Start child');
    await (await workspace.children()).back();
    workspace.breakpoints.removeAll();
    workspace.breakpoints.toggle('/States/After' as StatePath);
    await goesOnTo(alone, 'machine', 'Done');
    // The child that it starts is one of the other definition.
    await goesOnTo(first, 'child', 'Start grandchild');
    await workspace.execution.continue();
    await standsAt(workspace, 'child', 'Done');
    await workspace.execution.continue();
    await standsAt(workspace, 'machine', 'After');
    await goesOnTo(second, 'machine', 'After');
  });
  it('leaves its parent the breakpoints that were set after Undo, once Redo led into it again', async () => {
    const workspace = await studio(LONGER);
    await step(workspace, 'into', 'machine', 'Before');
    await step(workspace, 'into', 'machine', 'Start child');
    await step(workspace, 'into', 'child', 'Start grandchild');
    workspace.document.undo();
    await standsAt(workspace, 'machine', 'Start child');
    workspace.breakpoints.toggle(AFTER);
    workspace.document.redo();
    await standsAt(workspace, 'child', 'Start grandchild');
    // What is kept for a reload knows of it, too.
    expect(workspace.store.getState().execution.parents[0]?.document.breakpoints).toMatchObject([
      { state: AFTER },
    ]);
    await (await workspace.children()).back();
    await standsAt(workspace, 'machine', 'Start child');
    expect(workspace.store.getState().breakpoints).toMatchObject([{ state: AFTER }]);
    await workspace.execution.continue();
    await standsAt(workspace, 'machine', 'After');
  });
  it('stops at breakpoints that were set while another run of its definition was on show', async () => {
    const workspace = await studio(LONGER);
    await step(workspace, 'into', 'machine', 'Before');
    await step(workspace, 'into', 'machine', 'Start child');
    await step(workspace, 'into', 'child', 'Start grandchild');
    workspace.breakpoints.toggle(STARTS_AGAIN);
    await workspace.execution.run();
    await standsAt(workspace, 'child', 'Start grandchild');
    const [, alone = ''] = workspace.store.getState().execution.runs.map(({ id }) => id);
    workspace.breakpoints.removeAll();
    workspace.breakpoints.toggle(DONE);
    await (await workspace.children()).back();
    await standsAt(workspace, 'machine', 'Start child');
    await step(workspace, 'into', 'child', 'Start grandchild');
    expect(workspace.store.getState().breakpoints).toMatchObject([{ state: DONE }]);
    await workspace.execution.continue();
    await standsAt(workspace, 'child', 'Done');
    await workspace.execution.showRun(alone);
    await workspace.execution.continue();
    await standsAt(workspace, 'child', 'Done');
  });
  it('stops where its definition says, also when that was said in one that it started of the same', async () => {
    const again = {
      StartAt: 'Once more?',
      States: {
        'Once more?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.deep', IsPresent: true, Next: 'Done' }],
          Default: 'Start grandchild',
        },
        'Start grandchild': {
          ...starting('child'),
          Parameters: { StateMachineArn: `${ARN}child`, Input: { deep: true } },
          Next: 'Done',
        },
        Done: { Type: 'Succeed' },
      },
    };
    const workspace = await studio(LONGER);
    workspace.execution.setServices({
      machines: [{ id: 1, name: 'child', text: JSON.stringify(again), type: 'STANDARD' }],
    });
    await step(workspace, 'into', 'machine', 'Before');
    await step(workspace, 'into', 'machine', 'Start child');
    await step(workspace, 'into', 'child', 'Once more?');
    await step(workspace, 'into', 'child', 'Start grandchild');
    await step(workspace, 'into', 'child', 'Once more?');
    expect(onShow(workspace).way).toEqual(['Run 1', 'child']);
    workspace.breakpoints.toggle(DONE);
    await workspace.execution.continue();
    await standsAt(workspace, 'child', 'Done');
    expect(onShow(workspace).way).toEqual(['Run 1', 'child']);
    await workspace.execution.continue();
    await untilState(
      workspace,
      ({ execution }) => execution.parents.length < 2 && execution.phase !== 'running',
    );
    await standsAt(workspace, 'child', 'Done');
    expect(onShow(workspace).way).toEqual(['Run 1']);
    expect(workspace.store.getState().breakpoints).toMatchObject([{ state: DONE }]);
  });
  it('is gone when the worker is: the way back leads to what is kept of its run', async () => {
    const world = createTestWorld();
    const workspace = await studio(LONGER, world);
    await step(workspace, 'into', 'machine', 'Before');
    await step(workspace, 'into', 'machine', 'Start child');
    await step(workspace, 'into', 'child', 'Start grandchild');
    workspace.breakpoints.toggle(DONE);
    await turns(5);
    world.crash('It broke.');
    await untilState(workspace, ({ execution }) => execution.phase === 'crashed');
    expect(workspace.store.getState()).toMatchObject({
      document: { name: 'child' },
      execution: { message: expect.stringContaining('It broke.'), runs: [{ phase: 'crashed' }] },
    });
    await (await workspace.children()).back();
    await standsAt(workspace, 'machine', 'Start child');
    await step(workspace, 'into', 'child', 'Start grandchild');
    await workspace.execution.continue();
    await standsAt(workspace, 'child', 'Done');
    await workspace.execution.continue();
    await ended(workspace);
  });
  it('is where it was after a reload, with its breakpoints and those of its parent', async () => {
    const world = createTestWorld();
    const before = await studio(LONGER, world);
    before.breakpoints.toggle('/States/After' as StatePath);
    await step(before, 'into', 'machine', 'Before');
    await step(before, 'into', 'machine', 'Start child');
    await step(before, 'into', 'child', 'Start grandchild');
    before.breakpoints.toggle(DONE);
    await step(before, 'into', 'grandchild', 'Answer');
    before.flush();
    await turns(5);
    before.dispose();
    world.die();
    const workspace = await createTestStudio(LONGER, systemClock, world);
    await standsAt(workspace, 'grandchild', 'Answer');
    await workspace.execution.continue();
    await standsAt(workspace, 'child', 'Done');
    await workspace.execution.continue();
    await standsAt(workspace, 'machine', 'After');
  });
});
