import type { LanguageClient } from '../../worker';
import type { IncomingSource } from '../incoming';
import type { NoticeActions } from '../notices';
import { readDefinitionFile } from '../readDefinitionFile';
import type { NewDocument, ShelfActions } from './shelf.types';

interface Surroundings extends Pick<ShelfActions, 'open'> {
  readonly language: Pick<LanguageClient, 'recognise'>;
  readonly notices: NoticeActions;
  openIncoming(text: string, source: IncomingSource): Promise<void>;
}

/** What to do with several files at once: each definition in them is a workflow of its own. */
export function createOpenFiles({ language, notices, open, openIncoming }: Surroundings) {
  return async (files: readonly File[]): Promise<void> => {
    const found: NewDocument[] = [];
    /** Mocks and histories: they are about a workflow, and may have come before it. */
    const about: { readonly text: string; readonly source: IncomingSource }[] = [];
    for (const file of files) {
      const read = await readDefinitionFile(file);
      if (!read.ok) {
        notices.add('warning', read.reason);
        continue;
      }
      const { text } = read;
      const source = { kind: 'file', fileName: file.name } as const;
      // A worker that does not answer must not keep anybody from their text.
      const recognised = await language.recognise(text).catch(() => ({ kind: 'text' }) as const);
      if (recognised.kind === 'definitions') {
        const { source: within } = recognised;
        for (const { text: inner, name = 'workflow', format } of recognised.found)
          found.push({ text: inner, source: { kind: 'found', within, name, format } });
      } else if (recognised.kind === 'text') found.push({ text, source });
      else about.push({ text, source });
    }
    open(found);
    if (found.length > 0)
      notices.add('info', found.length === 1 ? 'Opened one workflow.' : `Opened ${found.length} workflows.`);
    for (const { text, source } of about) await openIncoming(text, source);
  };
}
