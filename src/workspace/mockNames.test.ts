import { expect, it } from 'vitest';
import { pathOf } from './testing/fakeLanguage';
import { openTestWorkspace, settled } from './testing/testWorkspace';

const TEXT = `{
  "StateMachines": { "test": { "TestCases": {
    "fine": { "Pay" : "Pays", "Ship": "Pays" },
    "other": { "Send": "Pays" }
  } } },
  "MockedResponses": { "Pays": { "0": { "Return": {} } } }
}
`;
const RENAMED = TEXT.replace('"Pay"', '"Charge"');

async function open(text = TEXT) {
  const workspace = await openTestWorkspace('Pay\nShip');
  workspace.execution.setServices({ mocks: { text, testCase: 'fine' } });
  const { store } = workspace;
  return {
    ...workspace,
    mocks: () => store.getState().execution.services.mocks,
    change: (next: string) => workspace.execution.setServices({ mocks: { text: next } }),
    notices: () => store.getState().notices.map(({ message }) => message),
    rename: async (name: string, from = 'Pay') => {
      await workspace.edit({ type: 'renameState', state: pathOf(from), name });
      await settled();
    },
  };
}

it('renames the state in the mocks file, with the same Undo and Redo', async () => {
  const { document, mocks, rename } = await open();
  await rename('Charge');
  expect(mocks()).toEqual({ text: RENAMED, testCase: 'fine' });
  document.undo();
  expect(mocks()).toEqual({ text: TEXT, testCase: 'fine' });
  document.redo();
  expect(mocks()?.text).toBe(RENAMED);
});

it('Undo and Redo keep what was changed in the file meanwhile', async () => {
  const { document, mocks, rename, change } = await open();
  await rename('Charge');
  change(`${RENAMED}\n`);
  document.undo();
  await settled();
  expect(mocks()?.text).toBe(`${TEXT}\n`);
  document.redo();
  await settled();
  expect(mocks()?.text).toBe(`${RENAMED}\n`);
});

it('Undo leaves a name alone that the rename did not bring', async () => {
  const { document, mocks, rename, change } = await open();
  const without = TEXT.replace(', "Ship": "Pays"', '');
  change(without);
  await rename('Send', 'Ship');
  document.undo();
  await settled();
  expect(mocks()?.text).toBe(without);
});

it('services of an example stay the example’s', async () => {
  const { store, rename } = await open();
  store.setState(({ execution }) => ({ execution: { ...execution, servicesOrigin: 'example' } }));
  await rename('Charge');
  expect(store.getState().execution.servicesOrigin).toBe('example');
});

it('says so when the file names the state and cannot be used', async () => {
  const { mocks, rename, notices } = await open('{ "Pay": ');
  await rename('Charge');
  expect(mocks()?.text).toBe('{ "Pay": ');
  expect(notices()).toEqual([expect.stringMatching(/still says “Pay”/)]);
});
