import { expect, it } from 'vitest';
import { createTestStudio } from './testing/testStudio';

const TEXT = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Succeed' } } });
const EXECUTION = {
  executionArn: 'arn:aws:states:eu-central-1:123456789012:express:orders:order-7:x',
  status: 'SUCCEEDED',
  input: '{"order":7,"big":12345678901234567890}',
  inputDetails: { included: true },
  output: '{}',
};

it('shows what AWS said beside the workflow, and gives its input to the next run and takes it back', async () => {
  const workspace = await createTestStudio(TEXT);
  const { store } = workspace;
  const before = store.getState().execution;
  await workspace.openIncoming(JSON.stringify(EXECUTION), { kind: 'paste' });
  expect(store.getState().document.text).toBe(TEXT);
  expect(store.getState().document.undoLabel).toBeUndefined();
  expect(store.getState().settings.panelsShown.debugger).toBe(true);
  store.getState().answer?.takeInput?.();
  expect(store.getState().execution).toMatchObject({ input: EXECUTION.input, type: 'EXPRESS' });
  const taken = store.getState().notices.at(-1);
  expect(taken?.message).toContain('It runs as Express');
  taken?.offers[0]?.take();
  expect(store.getState().execution).toMatchObject({ input: before.input, type: before.type });
  store.getState().answer?.dismiss();
  expect(store.getState().answer).toBeUndefined();
});

it('takes back the input alone, and only where it is still the one that was taken', async () => {
  const workspace = await createTestStudio(TEXT);
  const { store, execution } = workspace;
  const before = store.getState().execution;
  await workspace.openIncoming(JSON.stringify(EXECUTION), { kind: 'paste' });
  store.getState().answer?.takeInput?.();
  execution.setServices({ tasks: [], mocks: { text: '{}' } });
  const taken = store.getState().notices.at(-1);
  taken?.offers[0]?.take();
  expect(store.getState().execution).toMatchObject({
    input: before.input,
    services: { mocks: { text: '{}' } },
  });

  store.getState().answer?.takeInput?.();
  execution.setInput('{"typed":1}');
  store.getState().notices.at(-1)?.offers[0]?.take();
  expect(store.getState().execution).toMatchObject({ input: '{"typed":1}', type: before.type });
});

it('stays with the workflow that it was opened beside', async () => {
  const workspace = await createTestStudio(TEXT);
  const { store } = workspace;
  const shelf = await workspace.shelf();
  shelf.open([{ text: TEXT, source: { kind: 'new' } }]);
  const [first, other] = store.getState().shelf.open.map(({ id }) => id);
  await workspace.openIncoming(JSON.stringify(EXECUTION), { kind: 'paste' });
  const { answer } = store.getState();
  expect(answer).toBeDefined();
  await shelf.show(first ?? '');
  expect(store.getState().answer).toBeUndefined();
  await shelf.show(other ?? '');
  expect(store.getState().answer).toBe(answer);
});

it('has nothing to give when the input was not told; the newest answer is on show', async () => {
  const workspace = await createTestStudio(TEXT);
  const { input: _, ...rest } = EXECUTION;
  await workspace.openIncoming(JSON.stringify({ ...rest, inputDetails: { included: false } }), {
    kind: 'paste',
  });
  const first = workspace.store.getState().answer;
  expect(first?.takeInput).toBeUndefined();
  const test = JSON.stringify({ status: 'SUCCEEDED', output: '{}', inspectionData: { input: '{"a":1}' } });
  await workspace.openIncoming(test, { kind: 'file', fileName: 'test.json' });
  first?.dismiss();
  workspace.store.getState().answer?.takeInput?.();
  expect(workspace.store.getState().execution.input).toBe('{\n  "a": 1\n}');
});
