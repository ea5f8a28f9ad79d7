import { describe, expect, it } from 'vitest';
import type { StatePath } from '../asl';
import { AFTER, machine, PARENT, parentStudio, reload, standsAt, starting } from './testing/parentStudio';
import { createTestWorld, type TestWorld, untilState } from './testing/testStudio';
import type { Workspace } from './workspace';

const CHILD = machine('Start grandchild', starting('grandchild'));
const GRANDCHILD = machine('Work', { Type: 'Pass', Next: 'After' });
const studio = (world: TestWorld) => parentStudio({ child: CHILD, grandchild: GRANDCHILD }, world);
const step = async (workspace: Workspace, name: string, state: string) => {
  await workspace.execution.step('into');
  await standsAt(workspace, name, state);
};
const wayOf = (workspace: Workspace) =>
  workspace.store.getState().execution.parents.map(({ label }) => label);

describe('The way back from a child execution', () => {
  it.each([false, true])(
    'is that of its workflow after a reload with another one on show (stepped through: %s)',
    async (isStepped) => {
      const world = createTestWorld();
      const before = await studio(world);
      const { shown: parent } = before.store.getState().shelf;
      if (isStepped) {
        await step(before, 'machine', 'Start child');
        await step(before, 'child', 'Start grandchild');
      } else {
        await before.execution.run();
        await untilState(before, ({ execution }) => execution.phase === 'ended');
        const state = '/States/Start child' as StatePath;
        const visit = await before.execution.getVisit(state, 0);
        await (await before.children()).open(visit?.tries[0]?.child ?? '', { state, number: 0 });
      }
      (await before.shelf()).open([{ text: GRANDCHILD, source: { kind: 'new' } }]);
      await untilState(before, ({ execution }) => execution.phase === 'idle');
      const workspace = await reload(before, world);
      expect(workspace.store.getState().document.text).toBe(GRANDCHILD);
      await (await workspace.shelf()).show(parent);
      await untilState(workspace, ({ execution }) => execution.run?.child !== undefined);
      expect(workspace.store.getState()).toMatchObject({
        document: { name: 'child' },
        execution: { phase: isStepped ? 'paused' : 'ended' },
      });
      expect(wayOf(workspace)).toEqual(['Run 1']);
      await (await workspace.children()).back();
      expect(workspace.store.getState()).toMatchObject({
        document: { name: 'machine', text: PARENT },
        execution: { parents: [], phase: isStepped ? 'paused' : 'ended' },
      });
      expect(workspace.store.getState().execution.run?.child).toBeUndefined();
    },
  );
  it('leads to a run of a child that was run alone, which stops where that says, after a reload', async () => {
    const world = createTestWorld();
    const before = await studio(world);
    await step(before, 'machine', 'Start child');
    await step(before, 'child', 'Start grandchild');
    await before.execution.run();
    await untilState(before, ({ execution }) => execution.phase === 'ended');
    await step(before, 'child', 'Start grandchild');
    before.breakpoints.toggle(AFTER);
    await step(before, 'grandchild', 'Work');
    const workspace = await reload(before, world);
    await standsAt(workspace, 'grandchild', 'Work');
    expect(wayOf(workspace)).toHaveLength(2);
    const [outer, inner] = workspace.store.getState().execution.parents;
    expect(inner).toMatchObject({ definition: CHILD });
    expect(outer?.definition).not.toBe(CHILD);
    await workspace.execution.continue();
    await standsAt(workspace, 'child', 'After');
  });
});

describe('A run of a definition that was opened as a child', () => {
  it('goes on when it is resumed, once its text has said where it stops', async () => {
    const world = createTestWorld();
    const before = await studio(world);
    before.breakpoints.toggle(AFTER);
    await step(before, 'machine', 'Start child');
    await step(before, 'child', 'Start grandchild');
    before.execution.setServices({ machines: [], ask: { tasks: true, callbacks: false } });
    await before.execution.run();
    await untilState(before, ({ execution }) => execution.open !== undefined);
    const alone = before.store.getState().execution.run?.id ?? '';
    const workspace = await reload(before, world);
    await untilState(workspace, ({ execution }) => execution.interrupted.some(({ id }) => id === alone));
    await workspace.execution.resumeRun(alone);
    await untilState(
      workspace,
      ({ execution: { phase, open, run } }) => run?.id === alone && phase === 'running' && open !== undefined,
    );
    const [call] = workspace.store.getState().execution.open?.calls ?? [];
    if (call === undefined) throw new Error('no call is open');
    await workspace.calls.answer(call.task, { type: 'succeed', output: '{}' });
    await untilState(workspace, ({ execution }) => execution.phase === 'ended');
  });
});
