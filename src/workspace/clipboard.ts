import type { StoreApi } from 'zustand/vanilla';
import type { StatePath } from '../asl';
import type { LanguageClient } from '../worker';
import { createCopying } from './copying';
import type { Edit } from './editing';
import type { IncomingSource } from './incoming';
import { readPastedStates } from './pastedStates';
import type { DocumentState, WorkspaceState } from './state';

export interface Clipboard {
  /** @param document as it was when the copy was asked for */
  copyStates(
    document: Pick<DocumentState, 'text' | 'format'>,
    states: readonly StatePath[],
    put: (text: string) => Promise<void>,
  ): Promise<boolean>;
  /** @param shown the workflow that was on show when it was pasted */
  paste(text: string, shown: string): Promise<void>;
}

interface Surroundings {
  readonly store: StoreApi<WorkspaceState>;
  readonly language: Pick<LanguageClient, 'copyStates'>;
  readonly edit: Edit;
  readonly warn: (message: string) => void;
  openIncoming(text: string, source: IncomingSource, shown: string): Promise<void>;
}

/** What is copied out of the workflow, and pasted into it. */
export function createClipboard({ store, language, edit, warn, openIncoming }: Surroundings): Clipboard {
  const copying = createCopying();
  return {
    async copyStates({ text, format }, states, put) {
      return copying.begin(language.copyStates(text, format, states), put);
    },
    async paste(pasted, shown) {
      const text = (await copying.text()) ?? pasted;
      const states = readPastedStates(text);
      if (states === undefined) return openIncoming(text, { kind: 'paste' }, shown);
      if (store.getState().shelf.shown !== shown)
        return warn('Another workflow came on show: nothing was pasted.');
      const after = store.getState().selection.state;
      await edit({ type: 'pasteStates', text: states, ...(after === undefined ? {} : { after }) });
    },
  };
}
