import { describe, expect, it } from 'vitest';
import { createHolding, type Locks } from './holding';
import { ownStored } from './ownStored';
import { createFakeLocks } from './testing/fakeLocks';
import { settled } from './testing/testWorkspace';

const text = (name: string) => ({ text: `{"Comment":"${name}"}`, format: 'json', name });
const input = { input: '{"a":1}', type: 'EXPRESS', inputOrigin: 'user' };
const NEVER = () => new AbortController().signal;
/** Long enough for what is free. */
const SOON = () => AbortSignal.timeout(1);

interface Loading {
  readonly had?: unknown;
  readonly patience?: () => AbortSignal;
}

/** A page is loaded on what is stored. */
async function load(locks: Locks | undefined, stored: object, { had, patience = NEVER }: Loading = {}) {
  const holding = createHolding(locks);
  const own = await ownStored({ ...stored }, { ...holding, had, patience, newId: () => crypto.randomUUID() });
  return { ...own, ...holding };
}

type Loaded = Awaited<ReturnType<typeof load>>['workspace'];
const opened = ({ shelf, document }: Loaded) => ({
  shown: document?.name,
  open: shelf?.open.map(({ name }) => name) ?? [document?.name],
});

describe('a page that is alone', () => {
  it('has all that is stored', async () => {
    const { locks } = createFakeLocks().open();
    const { workspace, unsaved } = await load(locks, { document: text('a'), 'document:2': text('b') });
    expect(opened(workspace)).toEqual({ shown: 'a', open: ['a', 'b'] });
    expect(unsaved).toEqual({});
  });

  it('has all where there are no locks, or locks are refused', async () => {
    const refusing: Locks = { request: () => Promise.reject(new Error('SecurityError')) };
    for (const locks of [undefined, refusing]) {
      const stored = { document: text('a'), 'document:2': text('b'), shelf: { shown: '2' } };
      expect(opened((await load(locks, stored)).workspace)).toEqual({ shown: 'b', open: ['a', 'b'] });
    }
  });

  it('shows what this tab had, in its order, whatever was stored last', async () => {
    const { locks } = createFakeLocks().open();
    const shelf = { shown: 'first', open: [{ id: 'first' }, { id: '2' }, { id: '3' }] };
    const stored = { document: text('a'), 'document:2': text('b'), 'document:3': text('c'), shelf };
    const had = { shown: '2', open: [{ id: '3' }, { id: '2' }] };
    const { workspace } = await load(locks, stored, { had, patience: SOON });
    expect(opened(workspace)).toEqual({ shown: 'b', open: ['c', 'b', 'a'] });
  });
});

describe('a page beside another', () => {
  it('shows a copy of the one workflow there is, of which nothing is stored before it is changed', async () => {
    const browser = createFakeLocks();
    const stored = { document: text('a'), input, settings: { theme: 'dark' } };
    await load(browser.open().locks, stored);
    const { workspace, unsaved } = await load(browser.open().locks, stored);
    const id = workspace.shelf?.shown ?? '';
    expect(id).not.toBe('first');
    expect(workspace).toMatchObject({
      document: { text: text('a').text, name: 'a 2' },
      input,
      settings: { theme: 'dark' },
      notice: 'This workflow is open in another window, so this is a copy.',
    });
    expect(workspace.runs).toBeUndefined();
    expect(unsaved).toMatchObject({ [`document:${id}`]: { name: 'a 2' }, [`input:${id}`]: input });
  });

  it('copies what AWS said that is shown beside it, and takes no such thing of another one', async () => {
    const browser = createFakeLocks();
    const test = { status: 'SUCCEEDED', stages: [{ name: 'input', text: '{}' }] };
    const stored = { document: text('a'), answer: { kind: 'test', test } };
    await load(browser.open().locks, stored);
    const { workspace, unsaved } = await load(browser.open().locks, stored);
    expect(workspace.answer).toMatchObject({ kind: 'test', test });
    expect(unsaved).toHaveProperty([`answer:${workspace.shelf?.shown}`]);
    const both = await load(browser.open().locks, { ...stored, 'document:2': text('b') });
    expect(both.workspace.document?.name).toBe('b');
    expect(both.workspace.answer).toBeUndefined();
  });

  it('numbers the copies', async () => {
    const { open } = createFakeLocks();
    const stored = { document: text('a'), 'document:2': text('a 2') };
    await load(open().locks, stored);
    const { workspace } = await load(open().locks, { ...stored, shelf: { shown: '2' } });
    expect(workspace.document?.name).toBe('a 3');
  });

  it('is answered by the same mocks, though a copy has another name', async () => {
    const browser = createFakeLocks();
    const services = { mocks: { text: '{}' } };
    const stored = { document: text('a'), input: { ...input, services } };
    await load(browser.open().locks, stored);
    const { workspace } = await load(browser.open().locks, stored);
    expect(workspace.input?.services?.mocks).toEqual({ text: '{}', machine: 'a' });
  });

  it('copies what this tab had on show', async () => {
    const browser = createFakeLocks();
    const stored = { document: text('a'), 'document:2': text('b'), shelf: { shown: 'first' } };
    await load(browser.open().locks, stored);
    const had = { shown: '2' };
    const patience = () => AbortSignal.abort();
    const { workspace } = await load(browser.open().locks, stored, { had, patience });
    expect(opened(workspace)).toEqual({ shown: 'b 2', open: ['b 2'] });
  });

  it('has the workflows that the other one has not, and only their runs', async () => {
    const browser = createFakeLocks();
    const runs = { open: [{ id: 'r1', name: 'Run 1' }], started: 1, shown: 'r1' };
    const others = { open: [{ id: 'r2', name: 'Run 2' }], started: 2, shown: 'r2' };
    await load(browser.open().locks, { document: text('a'), runs });
    const both = { document: text('a'), runs, 'document:2': text('b'), 'runs:2': others };
    const { workspace } = await load(browser.open().locks, { ...both, shelf: { shown: 'first' } });
    expect(opened(workspace)).toEqual({ shown: 'b', open: ['b'] });
    expect(workspace.runs).toEqual({
      open: [{ id: 'r2', name: 'Run 2', document: '2' }],
      started: 2,
      shown: 'r2',
    });
    expect(workspace.notice).toBeUndefined();
  });

  it('begins with a workflow of its own while neither has stored one', async () => {
    const browser = createFakeLocks();
    const first = await load(browser.open().locks, { settings: { theme: 'dark' } });
    expect(first.workspace).toEqual({ settings: { theme: 'dark' } });
    const { workspace } = await load(browser.open().locks, {});
    expect(workspace).toEqual({ shelf: { shown: expect.any(String), open: [expect.anything()] } });
    expect(workspace.shelf?.shown).not.toBe('first');
  });

  it('has a workflow that the other one has closed', async () => {
    const browser = createFakeLocks();
    const stored = { document: text('a'), 'document:2': text('b') };
    const first = await load(browser.open().locks, stored);
    first.release('2');
    await settled();
    expect(opened((await load(browser.open().locks, stored)).workspace)).toEqual({ shown: 'b', open: ['b'] });
  });
});

describe('a reload', () => {
  it('waits for the page before it to let go', async () => {
    const browser = createFakeLocks();
    const stored = { document: text('a') };
    const before = browser.open();
    await load(before.locks, stored);
    const after = load(browser.open().locks, stored, { had: { shown: 'first' } });
    await settled();
    before.leave();
    expect((await after).workspace).toEqual(stored);
  });

  it('of a tab that was duplicated gives up waiting, and shows a copy', async () => {
    const browser = createFakeLocks();
    const stored = { document: text('a') };
    await load(browser.open().locks, stored);
    const waiting = new AbortController();
    const had = { shown: 'first' };
    const after = load(browser.open().locks, stored, { had, patience: () => waiting.signal });
    await settled();
    waiting.abort();
    expect(opened((await after).workspace)).toEqual({ shown: 'a 2', open: ['a 2'] });
  });

  it('takes what a window left behind, but leaves time to one that is reloading', async () => {
    const browser = createFakeLocks();
    const stored = { document: text('a'), 'document:2': text('b'), 'document:3': text('c') };
    const waiting = new AbortController();
    const had = { shown: 'first' };
    const after = load(browser.open().locks, stored, { had, patience: () => waiting.signal });
    await settled();
    const other = await load(browser.open().locks, stored, {
      had: { shown: '2' },
      patience: SOON,
    });
    waiting.abort();
    expect(opened(other.workspace).shown).toBe('b');
    expect(opened((await after).workspace)).toEqual({ shown: 'a', open: ['a'] });
    expect(opened(other.workspace).open).toEqual(['b', 'c']);
  });

  it('gives each of two pages its own', async () => {
    const browser = createFakeLocks();
    const [one, two] = [browser.open(), browser.open()];
    const stored = { document: text('a'), 'document:2': text('b'), shelf: { shown: '2' } };
    createHolding(one.locks).hold('first');
    createHolding(two.locks).hold('2');
    two.leave();
    one.leave();
    await settled();
    const again = await Promise.all([
      load(browser.open().locks, stored, { had: { shown: 'first' } }),
      load(browser.open().locks, stored, { had: { shown: '2' } }),
    ]);
    expect(again.map(({ workspace }) => opened(workspace).open)).toEqual([['a'], ['b']]);
  });
});

describe('runs stored by earlier versions, as one list', () => {
  const runs = {
    open: [
      { id: 'r1', name: 'Run 1' },
      { id: 'r2', name: 'Run 2', document: '2' },
      { id: 'r3', name: 'Run 3', document: '3' },
    ],
    started: 3,
    shown: 'r2',
  };
  const shelf = { shown: '2', open: [{ id: 'first' }, { id: '2' }, { id: '3', run: 'r3' }] };
  const stored = { document: text('a'), 'document:2': text('b'), 'document:3': text('c'), shelf, runs };

  it('are those of each workflow', async () => {
    const { workspace, unsaved } = await load(undefined, stored);
    expect(workspace.runs?.shown).toBe('r2');
    expect(new Set(workspace.runs?.open)).toEqual(new Set(runs.open));
    expect(workspace.shelf?.open.map(({ run }) => run)).toEqual([undefined, 'r2', 'r3']);
    expect(unsaved).toMatchObject({
      'runs:2': { open: [{ id: 'r2' }], shown: 'r2', started: 3 },
      'runs:3': { open: [{ id: 'r3' }] },
    });
  });

  it('are not taken twice', async () => {
    const since = { open: [], started: 4 };
    const { workspace } = await load(undefined, { ...stored, 'runs:2': since, 'runs:3': since });
    expect(workspace.runs).toMatchObject({ open: [{ id: 'r1' }], started: 4 });
  });
});
