import { describe, expect, it } from 'vitest';
import type { StatePath } from '../asl';
import { AFTER, ended, machine, PARENT, parentStudio, reload, START, standsAt } from './testing/parentStudio';
import { createTestWorld, untilState } from './testing/testStudio';
import type { Workspace } from './workspace';

const CHILD = machine('Work', { Type: 'Pass', Next: 'After' });
const WORK = '/States/Work' as StatePath;
const studio = (world = createTestWorld()) => parentStudio({ child: CHILD }, world);
/** Stands before the Task that starts it, that many executions deep. */
const standsIn = (workspace: Workspace, depth: number) =>
  untilState(
    workspace,
    ({ breakpoints, execution: { phase, at, parents } }) =>
      parents.length === depth && phase === 'paused' && at === START && breakpoints.length === 1,
  );

describe('Breakpoints in child executions', () => {
  it('stay as they were left in the other workflow that has the definition, after a reload', async () => {
    const world = createTestWorld();
    const before = await studio(world);
    const shelf = await before.shelf();
    const { shown: parent } = before.store.getState().shelf;
    shelf.open([{ text: CHILD, source: { kind: 'new' } }]);
    const { shown: other } = before.store.getState().shelf;
    before.breakpoints.toggle(WORK);
    await shelf.show(parent);
    await before.execution.run();
    await standsAt(before, 'child', 'Work');
    before.breakpoints.toggle(AFTER);
    await before.execution.continue();
    await standsAt(before, 'child', 'After');
    await before.execution.continue();
    await ended(before);
    await shelf.show(other);
    expect(before.store.getState().breakpoints).toHaveLength(2);
    before.breakpoints.removeAll();
    await shelf.show(parent);
    const workspace = await reload(before, world);
    await workspace.execution.run();
    await ended(workspace);
  });
  it('are those of the workflow itself, when that starts itself', async () => {
    const workspace = await studio();
    workspace.execution.setServices({ machines: [{ id: 1, name: 'child', text: PARENT, type: 'STANDARD' }] });
    workspace.breakpoints.toggle(START);
    await workspace.execution.run();
    await standsIn(workspace, 0);
    await workspace.execution.continue();
    await standsIn(workspace, 1);
    await workspace.execution.continue();
    await standsIn(workspace, 2);
    workspace.breakpoints.removeAll();
    await workspace.execution.continue();
    await ended(workspace);
    expect(workspace.store.getState().breakpoints).toEqual([]);
  });
  it('come back with the workflow whose runs start them, when that was closed', async () => {
    const world = createTestWorld();
    const before = await studio(world);
    await before.execution.step('into');
    await standsAt(before, 'machine', 'Start child');
    await before.execution.step('into');
    await standsAt(before, 'child', 'Work');
    before.breakpoints.toggle(AFTER);
    await before.execution.continue();
    await standsAt(before, 'child', 'After');
    await before.execution.continue();
    await ended(before);
    const shelf = await before.shelf();
    const { shown: parent } = before.store.getState().shelf;
    shelf.open([{ text: PARENT, source: { kind: 'new' } }]);
    await shelf.close(parent);
    const undo = before.store
      .getState()
      .notices.flatMap(({ offers }) => offers)
      .find(({ label }) => label === 'Undo');
    undo?.take();
    await untilState(before, ({ shelf: { shown } }) => shown === parent);
    const workspace = await reload(before, world);
    await workspace.execution.run();
    await standsAt(workspace, 'child', 'After');
  });
});
