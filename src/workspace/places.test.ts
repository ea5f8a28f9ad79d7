import { expect, it } from 'vitest';
import { openTestWorkspace, settled } from './testing/testWorkspace';

/** A browser tab's memory, which outlives the page in it. */
function tab() {
  let kept: unknown;
  return {
    remember: (value: unknown) => {
      kept = JSON.parse(JSON.stringify(value));
    },
    recall: () => kept,
  };
}

const other = { text: 'Other', source: { kind: 'new' } } as const;

it('leads back to where a view of each workflow was left, once', async () => {
  const { places, shelf, store } = await openTestWorkspace('A');
  const first = store.getState().shelf.shown;
  let at = [1, 2, 3];
  places.watch('canvas', () => at);
  const { open, show } = await shelf();
  open([other]);
  await settled();
  expect(places.take('canvas')).toBeUndefined();
  at = [4, 5, 6];
  const second = store.getState().shelf.shown;
  await show(first);
  expect(places.take('canvas')).toEqual([1, 2, 3]);
  expect(places.take('canvas')).toBeUndefined();
  at = [7, 8, 9];
  await show(second);
  expect(places.take('editor')).toBeUndefined();
  expect(places.take('canvas')).toEqual([4, 5, 6]);
});

it('keeps them over a reload, of workflows that are open only, and not what a view had no place in yet', async () => {
  const memory = tab();
  const before = await openTestWorkspace('A', {}, { places: memory });
  let at: readonly number[] | undefined = [1, 2, 3];
  before.places.watch('canvas', () => at);
  const { open, close } = await before.shelf();
  open([other]);
  await settled();
  await close(before.store.getState().shelf.shown);
  await settled();
  at = [4, 5, 6];
  before.flush();
  expect(Object.values(memory.recall() ?? {})).toEqual([{ canvas: [4, 5, 6] }]);

  const after = await openTestWorkspace('A', {}, { places: memory });
  after.places.watch('canvas', () => undefined);
  after.flush();
  expect(after.places.take('canvas')).toEqual([4, 5, 6]);
});

it('takes no place for one that is none', async () => {
  for (const kept of [null, 'x', { document: 1 }, { document: { canvas: ['1', null] } }]) {
    const { places } = await openTestWorkspace('A', {}, { places: { remember() {}, recall: () => kept } });
    expect(places.take('canvas')).toBeUndefined();
  }
});
