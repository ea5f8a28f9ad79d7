import { describe, expect, it } from 'vitest';
import type { Breakpoint } from '../worker';
import { pathOf } from './testing/fakeLanguage';
import { openTestWorkspace, settled } from './testing/testWorkspace';

const statesOf = (breakpoints: readonly Breakpoint[]) =>
  breakpoints.map((each) => (each.kind === 'variable' ? each.variable : each.state));

describe('breakpoints', () => {
  it('are put and taken away again, each with a number of its own', async () => {
    const { breakpoints, store } = await openTestWorkspace('A\nB');
    breakpoints.toggle(pathOf('A'));
    breakpoints.add({ kind: 'exit', state: pathOf('A'), enabled: true });
    breakpoints.add({ kind: 'variable', variable: 'x', enabled: false });
    expect(store.getState().breakpoints.map(({ id, kind }) => [id, kind])).toEqual([
      [1, 'entry'],
      [2, 'exit'],
      [3, 'variable'],
    ]);
    breakpoints.toggle(pathOf('A'));
    expect(store.getState().breakpoints).toMatchObject([{ kind: 'variable', variable: 'x' }]);
    breakpoints.removeAll();
    expect(store.getState().breakpoints).toEqual([]);
  });

  it('follow a rename, and come back with a state that was deleted', async () => {
    const { breakpoints, document, edit, store } = await openTestWorkspace('A\nB');
    breakpoints.toggle(pathOf('B'));
    await edit({ type: 'renameState', state: pathOf('B'), name: 'C' });
    await settled();
    expect(store.getState().breakpoints).toMatchObject([{ state: pathOf('C') }]);
    document.applyEdits([{ range: { start: 1, end: 3 }, text: '' }], 'Delete', 'canvas');
    await settled();
    expect(store.getState().breakpoints).toEqual([]);
    document.undo();
    await settled();
    expect(store.getState().breakpoints).toMatchObject([{ state: pathOf('C') }]);
  });

  it('leave with their document, and return with it', async () => {
    const { breakpoints, document, openText, store } = await openTestWorkspace('A');
    breakpoints.toggle(pathOf('A'));
    openText('A\nB', { kind: 'paste' });
    await settled();
    expect(store.getState().breakpoints).toEqual([]);
    breakpoints.toggle(pathOf('B'));
    document.undo();
    await settled();
    expect(store.getState().breakpoints).toMatchObject([{ state: pathOf('A') }]);
  });

  it('are stored with the document', async () => {
    const { breakpoints, clock, stored } = await openTestWorkspace('A');
    breakpoints.toggle(pathOf('A'));
    clock.pass(1000);
    expect(stored.document).toMatchObject({ breakpoints: [{ id: 1, kind: 'entry', state: pathOf('A') }] });
  });

  it('are told to a run that is open by the names its states had when it began', async () => {
    const { breakpoints, edit, execution, store, worker } = await openTestWorkspace('A\nB');
    breakpoints.toggle(pathOf('A'));
    await execution.run();
    await edit({ type: 'renameState', state: pathOf('A'), name: 'Z' });
    await settled();
    expect(statesOf(store.getState().breakpoints)).toEqual([pathOf('Z')]);
    breakpoints.toggle(pathOf('B'));
    expect(worker.told.at(-1)).toBe(`breakpoints ${pathOf('A')} ${pathOf('B')}`);
  });

  it('say what they stopped', async () => {
    const { execution, store, worker } = await openTestWorkspace('A');
    await execution.runTo(pathOf('A'));
    worker.push({ control: 'paused', at: pathOf('A'), reason: 'Paused before A: run to here' });
    expect(store.getState().execution).toMatchObject({
      phase: 'paused',
      reason: 'Paused before A: run to here',
    });
    worker.push({ control: 'running' });
    expect(store.getState().execution.reason).toBeUndefined();
  });
});
