import type { HistoryRow } from '../../../worker';

/** What was done by hand before an event, in a word. */
export const MARK_WORDS: Readonly<Record<NonNullable<HistoryRow['mark']>, string>> = {
  amend: 'changed',
  forceChoice: 'forced',
  rebase: 'edited',
};
