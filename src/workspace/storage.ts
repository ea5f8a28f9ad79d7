import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { browserMemory } from './browserMemory';
import { FIRST } from './firstWorkflow';
import { createHolding } from './holding';
import { settingsMemory } from './settingsMemory';
import type { WorkspaceStorage } from './storage.types';
import { keyOf } from './storageKeys';

interface Schema extends DBSchema {
  readonly parts: { readonly key: string; readonly value: unknown };
}

const NAME = 'statecraft';
const VERSION = 1;

/** Which workflows this tab of the browser has open, for its next load; other tabs do not see it. */
const tab = browserMemory(() => sessionStorage, 'statecraft-shelf');
const places = browserMemory(() => sessionStorage, 'statecraft-places');

/**
 * IndexedDB: one record per part of the workspace, and of each workflow, so that typing does not rewrite the last run.
 * Settings are needed before anything is drawn, whoever has the workflows, and change right before a reload: they are
 * where they can be read and written at once.
 */
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
    places,
    ...settingsMemory(browserMemory(() => localStorage, 'statecraft-settings')),
    async load() {
      const parts = (await database()).transaction('parts').store;
      const [keys, values] = await Promise.all([parts.getAllKeys(), parts.getAll()]);
      // The first visit has nothing to be read.
      if (keys.length === 0 && (await hold(FIRST))) {
        tab.remember({ shown: FIRST });
        return {};
      }
      const { ownStored } = await import('./ownStored');
      const all = Object.fromEntries(keys.map((key, at) => [key, values[at]]));
      const own = await ownStored(all, {
        hold,
        release,
        had: tab.recall(),
        newId: () => crypto.randomUUID(),
      });
      unsaved = own.unsaved;
      tab.remember(own.workspace.shelf ?? { shown: FIRST });
      return own.workspace;
    },
    async save(part, value, document = FIRST) {
      if (part === 'shelf') tab.remember(value);
      // It is this page's from before it can be read.
      if (part === 'document') value === undefined ? release(document) : void hold(document);
      const written = { ...unsaved, [keyOf(part, document)]: value };
      unsaved = {};
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
