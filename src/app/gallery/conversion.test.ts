import { describe, expect, it } from 'vitest';
import { systemClock, type Workspace } from '../../workspace';
import { CARDS } from './cards';
import { openInStudio, runInStudio, testCasesOf } from './testing/studio';

/** States that have no exact counterpart in JSONata, by example. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  // A filter and a wildcard always give a list.
  'video-transcoding': ['Sort out'],
  'content-moderation': ['Examine picture'],
  // It picks two members into one object.
  'ml-training': ['New model in service'],
};

/** What is asked for in another order: JSONPath sorts members in a way of its own, and a text of them shows it. */
const ORDERED: Readonly<Record<string, readonly string[]>> = {
  'content-moderation': ['Violent', 'BrokenPicture'],
  'video-transcoding': ['OneRenditionFails', 'AllRenditionsMade'],
};

/** Both versions of an example run at one moment, so that nothing that is made up differs. */
const AT_NOON = { ...systemClock, now: () => Date.UTC(2026, 0, 15, 12) };

async function endOf(workspace: Workspace, testCase: string | undefined) {
  const { end, output } = await runInStudio(workspace, testCase);
  return { end, output: output === undefined ? undefined : JSON.parse(output) };
}

describe.each(CARDS.filter(({ language }) => language === 'JSONPath'))('$title in JSONata', (card) => {
  it('does the same in every test case', async () => {
    const [before, after] = [await openInStudio(card, AT_NOON), await openInStudio(card, AT_NOON)];
    const { after: text, conversion } = await before.refactorings.preview({ type: 'convert' });
    const kept = conversion?.states.filter(({ outcome }) => outcome.type === 'kept') ?? [];
    expect(kept.map(({ name }) => name)).toEqual(KEPT[card.id] ?? []);
    if (text === undefined) throw new Error('Nothing was converted.');
    expect((await after.refactorings.carryOut({ type: 'convert' })).ok).toBe(true);
    expect(after.store.getState().document.text).toBe(text);
    for (const testCase of testCasesOf(before)) {
      const said = await endOf(before, testCase);
      expect(await endOf(after, testCase), testCase).toEqual(said);
      const ordered = ORDERED[card.id]?.includes(testCase ?? '') ?? false;
      const found = ordered ? { type: 'different', at: 'what a Task asked for' } : { type: 'same' };
      expect(await before.refactorings.check(text), testCase).toMatchObject(found);
    }
  });
});
