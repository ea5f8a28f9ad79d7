import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { FIRST } from './firstWorkflow';
import { createHolding } from './holding';
import type { WorkspaceStorage } from './storage.types';
import { keyOf } from './storageKeys';
import { recall, remember } from './tabMemory';

interface Schema extends DBSchema {
  readonly parts: { readonly key: string; readonly value: unknown };
}

const NAME = 'statecraft';
const VERSION = 1;

/** IndexedDB: one record per part of the workspace, and of each workflow, so that typing does not rewrite the last run. */
export function createStorage(): WorkspaceStorage {
  const { hold, release } = createHolding(navigator.locks);
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  let unsaved: Readonly<Record<string, unknown>> = {};

  const forget = () => {
    opened = undefined;
  };
  const database = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>(NAME, VERSION, {
      upgrade: (db) => void db.createObjectStore('parts'),
      // Another tab has a newer version of the page: it must not wait for this one.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    }).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  };

  return {
    async load() {
      const parts = (await database()).transaction('parts').store;
      const [keys, values] = await Promise.all([parts.getAllKeys(), parts.getAll()]);
      // The first visit has nothing to be read.
      if (keys.length === 0 && (await hold(FIRST))) {
        remember({ shown: FIRST });
        return {};
      }
      const { ownStored } = await import('./ownStored');
      const all = Object.fromEntries(keys.map((key, at) => [key, values[at]]));
      const own = await ownStored(all, { hold, release, had: recall(), newId: () => crypto.randomUUID() });
      unsaved = own.unsaved;
      remember(own.workspace.shelf ?? { shown: FIRST });
      return own.workspace;
    },
    async save(part, value, document = FIRST) {
      if (part === 'shelf') remember(value);
      // It is this page's from before it can be read.
      if (part === 'document') value === undefined ? release(document) : void hold(document);
      const written = { ...(part !== 'settings' && unsaved), [keyOf(part, document)]: value };
      if (part !== 'settings') unsaved = {};
      const transaction = (await database()).transaction('parts', 'readwrite', { durability: 'relaxed' });
      const { store } = transaction;
      const requests = Object.entries(written).map(([key, each]) =>
        each === undefined ? store.delete(key) : store.put(each, key),
      );
      // Said at once, not when the answer is back: a page that is being left takes no answer any more.
      transaction.commit();
      await Promise.all([...requests, transaction.done]);
    },
  };
}
