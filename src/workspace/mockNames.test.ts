import { expect, it } from 'vitest';
import { renamedInMocks } from './mockNames';
import { pathOf } from './testing/fakeLanguage';
import { openTestWorkspace, settled } from './testing/testWorkspace';

const TEXT = `{
  "StateMachines": {
    "other": { "TestCases": { "one": { "Pay": "Pays" } } },
    "test": {
      "TestCases": {
        "fine":   { "Pay" : "Pays", "Ship": "Pays" },
        "broken": { "P\\u0061y": "Pays" },
        "taken":  { "Pay": "Pays", "Charge": "Pays" }
      }
    }
  },
  "MockedResponses": { "Pays": { "0": { "Return": { "Pay": 1 } } } }
}
`;
const RENAMED = TEXT.replace('{ "Pay" : "Pays", "Ship"', '{ "Charge" : "Pays", "Ship"').replace(
  '"P\\u0061y"',
  '"Charge"',
);

async function open(text = TEXT) {
  const workspace = await openTestWorkspace('Pay\nShip');
  workspace.execution.setServices({ mocks: { text } });
  const { store } = workspace;
  return {
    workspace,
    mocks: () => store.getState().execution.services.mocks,
    notices: () => store.getState().notices.map(({ message }) => message),
    rename: async (name: string, from = 'Pay') => {
      await workspace.edit({ type: 'renameState', state: pathOf(from), name });
      await settled();
    },
  };
}

it('renames the state in the test cases of the chosen machine, and nothing else', () => {
  expect(renamedInMocks({ text: TEXT }, 'test', 'Pay', 'Charge')).toBe(RENAMED);
  expect(renamedInMocks({ text: TEXT, machine: 'other' }, 'test', 'Pay', 'Say "pay"')).toBe(
    TEXT.replace('"one": { "Pay"', '"one": { "Say \\"pay\\""'),
  );
  expect(renamedInMocks({ text: TEXT }, 'test', 'Else', 'Charge')).toBe(TEXT);
  expect(renamedInMocks({ text: '{' }, 'test', 'Pay', 'Charge')).toBeUndefined();
});

it('goes with the rename of the state, its Undo and its Redo', async () => {
  const { workspace, mocks, rename } = await open();
  workspace.execution.setServices({ mocks: { text: TEXT, testCase: 'broken' } });
  await rename('Charge');
  expect(mocks()).toEqual({ text: RENAMED, testCase: 'broken' });
  workspace.document.undo();
  expect(mocks()).toEqual({ text: TEXT, testCase: 'broken' });
  workspace.document.redo();
  expect(mocks()?.text).toBe(RENAMED);
});

it('Undo keeps what was changed in the file meanwhile', async () => {
  const { workspace, mocks, rename } = await open();
  await rename('Charge');
  workspace.execution.setServices({ mocks: { text: `${RENAMED}\n` } });
  workspace.document.undo();
  expect(mocks()?.text).toContain('"fine":   { "Pay" : "Pays"');
  expect(mocks()?.text.endsWith('\n\n')).toBe(true);
});

it('Undo leaves a name alone that the rename did not bring', async () => {
  const { workspace, mocks, rename } = await open();
  const before = TEXT.replaceAll('"Ship"', '"Send"');
  workspace.execution.setServices({ mocks: { text: before } });
  await rename('Send', 'Ship');
  expect(mocks()?.text).toBe(before);
  workspace.document.undo();
  expect(mocks()?.text).toBe(before);
});

it('an example’s services stay the example’s', async () => {
  const { workspace, rename } = await open();
  const { store } = workspace;
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
