import type { Execution, Job } from '../../interpreter';

/** A job, and how many events there were when it was delivered. */
export type JournalEntry = readonly [place: number, job: Job];

/** What was delivered to an execution from the `from`th job on, as text to be kept; undefined when nothing was. */
export function journalText({ journal, journalPlaces }: Execution, from: number): string | undefined {
  if (journal.length <= from) return undefined;
  const entries: JournalEntry[] = [];
  for (let at = from; at < journal.length; at++) {
    const job = journal[at];
    if (job) entries.push([journalPlaces[at] ?? 0, job]);
  }
  return JSON.stringify(entries);
}

/** The journal that was kept in pieces. */
export const readJournal = (pieces: readonly string[]): readonly JournalEntry[] =>
  pieces.flatMap((piece) => JSON.parse(piece) as JournalEntry[]);
