import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { StoredWorkspace, WorkspaceStorage } from './storage.types';

interface Schema extends DBSchema {
  readonly parts: { readonly key: keyof StoredWorkspace; readonly value: unknown };
}

const NAME = 'statecraft';
const VERSION = 1;

/** IndexedDB: one record per part of the workspace, so that typing does not rewrite the last run. */
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
      const [document, input, settings, runs, run] = await Promise.all([
        parts.get('document'),
        parts.get('input'),
        parts.get('settings'),
        parts.get('runs'),
        parts.get('run'),
      ]);
      const stored = { document, input, settings, runs, run };
      // The first visit has nothing to be read.
      if (Object.values(stored).every((part) => part === undefined)) return {};
      const { readStored } = await import('./readStored');
      return readStored(stored);
    },
    async save(part, value) {
      const transaction = (await database()).transaction('parts', 'readwrite', { durability: 'relaxed' });
      const written =
        value === undefined ? transaction.store.delete(part) : transaction.store.put(value, part);
      // Said at once, not when the answer is back: a page that is being left takes no answer any more.
      transaction.commit();
      await Promise.all([written, transaction.done]);
    },
  };
}
