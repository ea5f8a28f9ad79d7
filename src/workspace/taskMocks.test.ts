import { expect, it } from 'vitest';
import type { StateMock } from '../services';
import { pathOf } from './testing/fakeLanguage';
import { openTestWorkspace, settled } from './testing/testWorkspace';

const script: StateMock = { kind: 'handler', source: '() => 1' };

async function open() {
  const workspace = await openTestWorkspace('Pay\nShip');
  const tasks = () => workspace.store.getState().execution.services.tasks;
  return { workspace, tasks };
}

it('sets and takes away the mock of a state, and hands them to the run', async () => {
  const { workspace, tasks } = await open();
  workspace.taskMocks.set(pathOf('Pay'), { kind: 'stub' });
  workspace.taskMocks.set(pathOf('Pay'), script);
  workspace.taskMocks.setAll([{ state: pathOf('Ship'), mock: { kind: 'stub' } }]);
  expect(tasks()).toEqual([
    { state: pathOf('Pay'), mock: script },
    { state: pathOf('Ship'), mock: { kind: 'stub' } },
  ]);
  await workspace.execution.run();
  expect(workspace.worker.run?.mockedTasks).toEqual(tasks());
  workspace.taskMocks.set(pathOf('Ship'), undefined);
  expect(tasks()).toHaveLength(1);
  workspace.taskMocks.clear();
  expect(tasks()).toEqual([]);
});

it('follows a rename and its Undo', async () => {
  const { workspace, tasks } = await open();
  workspace.taskMocks.set(pathOf('Pay'), script);
  await workspace.edit({ type: 'renameState', state: pathOf('Pay'), name: 'Charge' });
  await settled();
  expect(tasks()).toEqual([{ state: pathOf('Charge'), mock: script }]);
  workspace.document.undo();
  await settled();
  expect(tasks()).toEqual([{ state: pathOf('Pay'), mock: script }]);
});

it('keeps the mock of a state that is gone, in case it comes back', async () => {
  const { workspace, tasks } = await open();
  workspace.taskMocks.set(pathOf('Ship'), script);
  workspace.taskMocks.set(pathOf('Pay'), { kind: 'stub' });
  await workspace.edit({ type: 'renameState', state: pathOf('Pay'), name: 'Charge' });
  workspace.document.open(
    { text: 'Else', format: 'json', name: 'x' },
    'Open',
    workspace.store.getState().execution,
  );
  await settled();
  expect(tasks()).toHaveLength(2);
});
