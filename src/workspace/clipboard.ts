import type { StoreApi } from 'zustand/vanilla';
import type { StatePath } from '../asl';
import type { LanguageClient } from '../worker';
import { createCopying } from './copying';
import type { Edit } from './editing';
import type { IncomingSource } from './incoming';
import { readPastedStates } from './pastedStates';
import type { WorkspaceState } from './state';

export interface Clipboard {
  copyStates(states: readonly StatePath[], put: (text: string) => Promise<void>): Promise<boolean>;
  paste(text: string): Promise<void>;
}

interface Surroundings {
  readonly store: StoreApi<WorkspaceState>;
  readonly language: Pick<LanguageClient, 'copyStates'>;
  readonly edit: Edit;
  openIncoming(text: string, source: IncomingSource): Promise<void>;
}

/** What is copied out of the workflow, and pasted into it. */
export function createClipboard({ store, language, edit, openIncoming }: Surroundings): Clipboard {
  const copying = createCopying();
  return {
    async copyStates(states, put) {
      const { text, format } = store.getState().document;
      return copying.begin(language.copyStates(text, format, states), put);
    },
    async paste(pasted) {
      const text = (await copying.text()) ?? pasted;
      const states = readPastedStates(text);
      if (states === undefined) return openIncoming(text, { kind: 'paste' });
      const after = store.getState().selection.state;
      await edit({ type: 'pasteStates', text: states, ...(after === undefined ? {} : { after }) });
    },
  };
}
