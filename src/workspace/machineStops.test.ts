import { describe, expect, it } from 'vitest';
import type { StatePath } from '../asl';
import { turns } from '../worker/testing/keptBench';
import { systemClock } from './clock';
import { AFTER, ended, machine, PARENT, parentStudio, START, standsAt } from './testing/parentStudio';
import { createTestStudio, createTestWorld, untilState } from './testing/testStudio';
import type { Workspace } from './workspace';

const CHILD = machine('Work', { Type: 'Pass', Next: 'After' });
const WORK = '/States/Work' as StatePath;
const studio = (world = createTestWorld()) => parentStudio({ child: CHILD }, world);
/** Runs to the end, and opens the child that was started. */
async function lookInside(workspace: Workspace): Promise<void> {
  await workspace.execution.run();
  await ended(workspace);
  const visit = await workspace.execution.getVisit(START, 0);
  const child = visit?.tries[0]?.child ?? '';
  await (await workspace.children()).open(child, { state: START, number: 0 });
}
const goesOn = async (workspace: Workspace, ...where: readonly [] | readonly [string, string]) => {
  await workspace.execution.continue();
  await (where.length === 0 ? ended(workspace) : standsAt(workspace, ...where));
};
const reasonOf = (workspace: Workspace) => workspace.store.getState().execution.reason;

describe('Breakpoints in the definition of a child execution', () => {
  it('stop runs of its parent there, and lead back', async () => {
    const workspace = await studio();
    await lookInside(workspace);
    workspace.breakpoints.toggle(AFTER);
    await (await workspace.children()).back();
    await workspace.execution.run();
    await standsAt(workspace, 'child', 'After');
    expect(reasonOf(workspace)).toBe('Paused before After: breakpoint');
    expect(workspace.store.getState().execution.parents.map(({ label }) => label)).toEqual(['Run 2']);
    expect(workspace.store.getState().breakpoints).toMatchObject([{ state: AFTER }]);
    await goesOn(workspace);
    expect(workspace.store.getState().document.name).toBe('machine');
    expect(workspace.store.getState().breakpoints).toEqual([]);
  });
  it('stop them while they go on', async () => {
    const workspace = await studio();
    await workspace.execution.step('into');
    await standsAt(workspace, 'machine', 'Start child');
    await workspace.execution.step('into');
    await standsAt(workspace, 'child', 'Work');
    workspace.breakpoints.toggle(AFTER);
    await goesOn(workspace, 'child', 'After');
    workspace.breakpoints.removeAll();
    await goesOn(workspace);
    await workspace.execution.run();
    await ended(workspace);
  });
  it('stop them after a reload', async () => {
    const world = createTestWorld();
    const before = await studio(world);
    await lookInside(before);
    before.breakpoints.toggle(WORK);
    await (await before.children()).back();
    before.flush();
    await turns(5);
    before.dispose();
    world.die();
    const workspace = await createTestStudio(PARENT, systemClock, world);
    await workspace.execution.run();
    await standsAt(workspace, 'child', 'Work');
    expect(workspace.store.getState().breakpoints).toMatchObject([{ state: WORK }]);
    await goesOn(workspace);
  });
  it('are those of another workflow that is open, whichever of both they are changed in', async () => {
    const workspace = await studio();
    const shelf = await workspace.shelf();
    const { shown: parent } = workspace.store.getState().shelf;
    shelf.open([{ text: CHILD, source: { kind: 'new' } }]);
    const { shown: other } = workspace.store.getState().shelf;
    workspace.breakpoints.toggle(WORK);
    await shelf.show(parent);
    await workspace.execution.run();
    await standsAt(workspace, 'child', 'Work');
    workspace.breakpoints.toggle(AFTER);
    await goesOn(workspace, 'child', 'After');
    await goesOn(workspace);
    await shelf.show(other);
    expect(workspace.store.getState().breakpoints).toMatchObject([{ state: WORK }, { state: AFTER }]);
    workspace.breakpoints.toggle(WORK);
    await shelf.show(parent);
    await workspace.execution.run();
    await standsAt(workspace, 'child', 'After');
    await goesOn(workspace);
  });
  it('are not those of the text it was edited to', async () => {
    const workspace = await studio();
    await lookInside(workspace);
    workspace.document.replaceAll(CHILD.replace('Succeed', 'Fail'), 'Edit');
    await untilState(workspace, ({ analysis, document }) => analysis.analysedVersion === document.version);
    workspace.breakpoints.toggle(AFTER);
    await (await workspace.children()).back();
    await workspace.execution.run();
    await ended(workspace);
  });
});
