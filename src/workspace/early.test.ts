import { beforeAll, expect, it } from 'vitest';
import type { StoredWorkspace } from './storage.types';
import { createFakeClock } from './testing/fakeClock';
import { FakeExecution } from './testing/fakeExecution';
import { FakeLanguage } from './testing/fakeLanguage';
import { NO_MEMORY } from './testing/noMemory';
import { settled } from './testing/testWorkspace';
import { createWorkspace } from './workspace';

/** A page that is drawn while what was stored is still being read. */
function openEarly(stored: StoredWorkspace, places = NO_MEMORY) {
  let load: () => void = () => {};
  const workspace = createWorkspace({
    language: new FakeLanguage(),
    execution: new FakeExecution(),
    storage: {
      places,
      settings: async () => undefined,
      saveSettings() {},
      load: () =>
        new Promise((resolve) => {
          load = () => resolve(stored);
        }),
      save: async () => {},
    },
    clock: createFakeClock(),
    seed: () => 1,
  });
  const restored = workspace.restore(async () => ({ text: 'First', format: 'json', name: 'first' }));
  return {
    ...workspace,
    async arrive() {
      load();
      await restored;
      await settled();
    },
  };
}

// What these ask for is loaded long before what was stored.
beforeAll(() => Promise.all([import('./clipboard'), import('./incoming'), import('./shelf/shelf')]));

const stored = { document: { text: 'Stored', format: 'json', name: 'stored' } } as const;

it('opens what is pasted behind the workflow that was stored, and Undo brings that back', async () => {
  const { paste, undo, store, arrive } = openEarly(stored);
  const pasted = paste('Pasted');
  await settled();
  await arrive();
  await pasted;
  expect(store.getState().document.text).toBe('Pasted');
  undo();
  await settled();
  expect(store.getState().document.text).toBe('Stored');
});

it('opens what is dropped behind it, too, and takes back no more than that', async () => {
  const { openIncoming, undo, redo, store, arrive } = openEarly(stored);
  const dropped = openIncoming('Dropped', { kind: 'file', fileName: 'dropped.json' });
  undo();
  await settled();
  await arrive();
  await dropped;
  await settled();
  expect(store.getState().document.text).toBe('Stored');
  redo();
  expect(store.getState().document.text).toBe('Dropped');
});

it('knows all stored workflows, however soon they are asked for', async () => {
  const { shelf, store, arrive } = openEarly({
    ...stored,
    shelf: {
      shown: 'one',
      open: [
        { id: 'one', name: 'stored' },
        { id: 'two', name: 'other' },
      ],
    },
    others: [{ id: 'two', document: { text: 'Other', format: 'json', name: 'other' } }],
  });
  const asked = shelf();
  await settled();
  await arrive();
  await (await asked).show('two');
  expect(store.getState().document.text).toBe('Other');
});

it('keeps where views were left for the workflow that is yet to come', async () => {
  let kept: unknown = { first: { editor: [700, 40, 2] } };
  const { places, arrive, flush } = openEarly(stored, {
    remember: (value) => {
      kept = value;
    },
    recall: () => kept,
  });
  places.watch('editor', () => [0, 1, 1]);
  expect(places.take('editor')).toBeUndefined();
  flush();
  await arrive();
  expect(places.take('editor')).toEqual([700, 40, 2]);
});
