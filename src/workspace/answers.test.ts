import { expect, it } from 'vitest';
import { readStored } from './readStored';
import { createTestStudio, createTestWorld, untilState } from './testing/testStudio';
import type { Workspace } from './workspace';

const TEXT = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Succeed' } } });
const EXECUTION = {
  executionArn: 'arn:aws:states:eu-central-1:123456789012:express:orders:order-7:x',
  status: 'SUCCEEDED',
  input: '{"order":7,"big":12345678901234567890}',
  inputDetails: { included: true },
  output: '{}',
};

async function takeInput(workspace: Workspace, answer = workspace.store.getState().answer) {
  if (answer) (await workspace.answers()).takeInput(answer);
}

async function dismiss(workspace: Workspace, answer = workspace.store.getState().answer) {
  if (answer) (await workspace.answers()).dismiss(answer);
}

it('shows what AWS said beside the workflow, and gives its input to the next run and takes it back', async () => {
  const workspace = await createTestStudio(TEXT);
  const { store } = workspace;
  const before = store.getState().execution;
  await workspace.openIncoming(JSON.stringify(EXECUTION), { kind: 'paste' });
  expect(store.getState().document.text).toBe(TEXT);
  expect(store.getState().document.undoLabel).toBeUndefined();
  expect(store.getState().settings.panelsShown.debugger).toBe(true);
  await takeInput(workspace);
  expect(store.getState().execution).toMatchObject({ input: EXECUTION.input, type: 'EXPRESS' });
  const taken = store.getState().notices.at(-1);
  expect(taken?.message).toContain('It runs as Express');
  taken?.offers[0]?.take();
  expect(store.getState().execution).toMatchObject({ input: before.input, type: before.type });
  await dismiss(workspace);
  expect(store.getState().answer).toBeUndefined();
});

it('takes back the input alone, and only where it is still the one that was taken', async () => {
  const workspace = await createTestStudio(TEXT);
  const { store, execution } = workspace;
  const before = store.getState().execution;
  await workspace.openIncoming(JSON.stringify(EXECUTION), { kind: 'paste' });
  await takeInput(workspace);
  execution.setServices({ tasks: [], mocks: { text: '{}' } });
  const taken = store.getState().notices.at(-1);
  taken?.offers[0]?.take();
  expect(store.getState().execution).toMatchObject({
    input: before.input,
    services: { mocks: { text: '{}' } },
  });

  await takeInput(workspace);
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
  const { input: before } = workspace.store.getState().execution;
  await takeInput(workspace);
  expect(workspace.store.getState().execution.input).toBe(before);
  const test = JSON.stringify({ status: 'SUCCEEDED', output: '{}', inspectionData: { input: '{"a":1}' } });
  await workspace.openIncoming(test, { kind: 'file', fileName: 'test.json' });
  await dismiss(workspace, first);
  await takeInput(workspace);
  expect(workspace.store.getState().execution.input).toBe('{\n  "a": 1\n}');
});

const TESTED = JSON.stringify({ status: 'SUCCEEDED', output: '{}', inspectionData: { input: '{"a":1}' } });

it('outlives the page with its workflow, and what was given for it; closed, it is gone', async () => {
  const world = createTestWorld();
  const first = await createTestStudio(TEXT, undefined, world);
  await first.openIncoming(JSON.stringify(EXECUTION), { kind: 'paste' });
  const shelf = await first.shelf();
  shelf.open([{ text: TEXT, source: { kind: 'new' } }]);
  await first.openIncoming(TESTED, { kind: 'paste' });
  const { answer } = first.store.getState();
  if (answer) (await first.answers()).give(answer, '__proto__', '1');
  first.flush();
  world.die();

  const again = await createTestStudio(TEXT, undefined, world);
  const shown = again.store.getState().answer;
  const given = Object.fromEntries([['__proto__', '1']]);
  expect(shown).toEqual({ ...answer, id: -1, given });
  const [other] = again.store.getState().shelf.open;
  await (await again.shelf()).show(other?.id ?? '');
  expect(again.store.getState().answer).toMatchObject({ kind: 'execution', id: -2 });
  // It can do what it could before.
  await takeInput(again);
  expect(again.store.getState().execution.input).toBe(EXECUTION.input);
  await dismiss(again);
  again.flush();
  const { answer: left, others = [] } = readStored(world.stored);
  expect(left).toBeUndefined();
  expect(others.map(({ answer: kept }) => kept?.kind)).toEqual(['test']);
});

it('is not stored when it is too large for that, and a workflow that is closed takes its own away', async () => {
  const world = createTestWorld();
  const studio = await createTestStudio(TEXT, undefined, world);
  const { store } = studio;
  (await studio.shelf()).open([{ text: TEXT, source: { kind: 'new' } }]);
  await untilState(studio, ({ shelf }) => shelf.open.length === 2);
  const large = { ...EXECUTION, output: JSON.stringify('x'.repeat(2_000_000)) };
  await studio.openIncoming(JSON.stringify(large), { kind: 'paste' });
  expect(store.getState().answer?.unkept).toBe(true);
  studio.flush();
  expect(Object.keys(world.stored).filter((key) => key.startsWith('answer'))).toEqual([]);

  await studio.openIncoming(TESTED, { kind: 'paste' });
  expect(store.getState().answer?.unkept).toBeUndefined();
  studio.flush();
  expect(Object.keys(world.stored).filter((key) => key.startsWith('answer'))).toHaveLength(1);
  await (await studio.shelf()).close(store.getState().shelf.shown);
  expect(Object.keys(world.stored).filter((key) => key.startsWith('answer'))).toEqual([]);
});

it('does nothing with one that is not on show any more: another workflow may be', async () => {
  const studio = await createTestStudio(TEXT);
  const { store } = studio;
  await studio.openIncoming(JSON.stringify(EXECUTION), { kind: 'paste' });
  const { answer } = store.getState();
  (await studio.shelf()).open([{ text: TEXT, source: { kind: 'new' } }]);
  await untilState(studio, ({ shelf }) => shelf.open.length === 2);
  const { input } = store.getState().execution;
  expect(answer && (await studio.answers()).takeInput(answer)).toBe(false);
  expect(store.getState().execution.input).toBe(input);
  expect(store.getState().notices).toEqual([]);
});

it('does what it is asked in the order in which it is asked, however long it takes to be loaded', async () => {
  const studio = await createTestStudio(TEXT);
  expect(studio.answers()).toBe(studio.answers());
});

it('is too large to be stored with values that are given for it, until they are shorter', async () => {
  const studio = await createTestStudio(TEXT);
  await studio.openIncoming(TESTED, { kind: 'paste' });
  const { give } = await studio.answers();
  const value = (json: string) => {
    const { answer } = studio.store.getState();
    if (answer) give(answer, 'n', json);
    return studio.store.getState().answer?.unkept;
  };
  expect(value(JSON.stringify('x'.repeat(2_000_000)))).toBe(true);
  expect(value('1')).toBeUndefined();
});
