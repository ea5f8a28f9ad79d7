import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { FIRST } from './firstWorkflow';
import type { WorkspaceStorage } from './storage.types';
import { keyOf } from './storageKeys';

interface Schema extends DBSchema {
  readonly parts: { readonly key: string; readonly value: unknown };
}

const NAME = 'statecraft';
const VERSION = 1;

/** IndexedDB: one record per part of the workspace, and of each workflow, so that typing does not rewrite the last run. */
export function createStorage(): WorkspaceStorage {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;

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
      if (keys.length === 0) return {};
      const { readStored } = await import('./readStored');
      return readStored(Object.fromEntries(keys.map((key, at) => [key, values[at]])));
    },
    async save(part, value, document = FIRST) {
      const key = keyOf(part, document);
      const transaction = (await database()).transaction('parts', 'readwrite', { durability: 'relaxed' });
      const written = value === undefined ? transaction.store.delete(key) : transaction.store.put(value, key);
      // Said at once, not when the answer is back: a page that is being left takes no answer any more.
      transaction.commit();
      await Promise.all([written, transaction.done]);
    },
  };
}
