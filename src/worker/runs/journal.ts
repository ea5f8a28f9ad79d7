import type { Execution, Job } from '../../interpreter';
import type { EditedDefinition } from '../amend.types';
import type { RunRequest } from '../run.types';
import { type PackedJobs, packJobs, unpackJobs } from './packedJobs';

/** What was delivered to an execution from a job on, as text to be kept; undefined when nothing was. */
export function journalText(execution: Execution, from: number): string | undefined {
  return execution.journalLength > from ? JSON.stringify(packJobs(execution.journalFrom(from))) : undefined;
}

/** The journal that was kept in pieces. */
export const readJournal = (pieces: readonly string[]): readonly Job[] =>
  pieces.flatMap((piece) => unpackJobs(JSON.parse(piece) as PackedJobs));

/** The definition that a run follows by the end of its journal. */
export function definitionOf({ text, format }: RunRequest, journal: readonly Job[]): EditedDefinition {
  let definition: EditedDefinition = { text, format };
  for (const job of journal) {
    if (job.type === 'rebase') definition = { text: job.text, format: job.format };
  }
  return definition;
}
