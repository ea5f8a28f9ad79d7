import { expect, it } from 'vitest';
import { createIncoming } from './incoming';
import { createTestStudio, untilState } from './testing/testStudio';

it('shows no answer of AWS beside a workflow that comes on show while it is being opened', async () => {
  const studio = await createTestStudio('{}');
  const { store, notices, document, openText, execution } = studio;
  const own = store.getState().shelf.shown;
  const shown: string[] = [];
  const actions = await studio.answers();
  const open = createIncoming(
    { recognise: studio.recognise },
    {
      ...{ store, notices, document, openText, execution },
      shelf: studio.shelf,
      openHistory: async () => {},
      answers: async () => {
        // Loading it takes so long that somebody goes to another workflow.
        store.setState(({ shelf }) => ({ shelf: { ...shelf, shown: 'other' } }));
        return { ...actions, show: ({ kind }) => void shown.push(kind) };
      },
    },
  );
  const known = await studio.recognise(JSON.stringify({ status: 'SUCCEEDED', output: '1' }));
  await open('', { kind: 'paste' }, own, known);
  expect(shown).toEqual([]);
  const [notice] = store.getState().notices;
  expect(notice?.message).toContain('Another workflow came on show');
  notice?.offers[0]?.take();
  await Promise.resolve();
  expect(shown).toEqual(['test']);
});

it('runs what was pasted when the run is asked for right behind the paste', async () => {
  const result = (words: string) =>
    JSON.stringify({ StartAt: 'Say', States: { Say: { Type: 'Pass', Result: words, End: true } } });
  const studio = await createTestStudio(result('old'));
  const pasted = studio.paste(result('new'));
  await studio.execution.run();
  await untilState(studio, ({ execution }) => execution.run?.result !== undefined);
  expect(studio.store.getState().execution.run?.result).toMatchObject({ output: '"new"' });
  await pasted;
});
