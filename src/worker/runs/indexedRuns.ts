import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { RunRequest } from '../run.types';
import { type LetGo, NotKept, type RunStore } from './runStore';
import type { RunRecord } from './runs.types';

interface Schema extends DBSchema {
  /** What the list shows: small, and rewritten as a run goes on. */
  readonly runs: { readonly key: string; readonly value: RunRecord };
  readonly requests: { readonly key: string; readonly value: RunRequest };
  /** By run and number of the piece. */
  readonly journals: { readonly key: [string, number]; readonly value: string };
  readonly settings: { readonly key: 'limit'; readonly value: number };
}

/** A database of the worker's own: its upgrades never wait for the page's connection, nor the page's for it. */
const NAME = 'statecraft-runs';
const VERSION = 1;
const LOCK = 'statecraft run ';

/** Runs in IndexedDB; a Web Lock says which of them somebody is at work on, and is let go when a tab dies. */
export function createIndexedRuns(): RunStore {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = () => {
    opened = undefined;
  };
  const database = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= openDB<Schema>(NAME, VERSION, {
      upgrade(db) {
        db.createObjectStore('runs');
        db.createObjectStore('requests');
        db.createObjectStore('journals');
        db.createObjectStore('settings');
      },
      // Another tab has a newer version of the page: it must not wait for this one.
      async blocking() {
        (await opened)?.close();
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
    async put({ record, request, pieces }) {
      const tx = (await database()).transaction(['runs', 'requests', 'journals'], 'readwrite');
      const writes: Promise<unknown>[] = [
        tx.objectStore('journals').delete(piecesOf(record.id)),
        tx.objectStore('requests').put(request, record.id),
        tx.objectStore('runs').put(record, record.id),
        ...pieces.map((piece, number) => tx.objectStore('journals').put(piece, [record.id, number])),
      ];
      // At once, so that an expression that never ends cannot keep the run from being known.
      tx.commit();
      await Promise.all([...writes, tx.done]);
    },
    async append(record, piece) {
      const tx = (await database()).transaction(['runs', 'journals'], 'readwrite');
      // Whoever removed it meanwhile has removed all of it: what is written now would be a ghost.
      if ((await tx.objectStore('runs').getKey(record.id)) === undefined)
        throw new NotKept('This run is not kept any more.');
      const writes: Promise<unknown>[] = [tx.objectStore('runs').put(record, record.id)];
      if (piece !== undefined) {
        writes.push(tx.objectStore('journals').put(piece, [record.id, record.pieces - 1]));
      }
      tx.commit();
      await Promise.all([...writes, tx.done]);
    },
    async read(run) {
      const tx = (await database()).transaction(['runs', 'requests', 'journals']);
      const [record, request, pieces] = await Promise.all([
        tx.objectStore('runs').get(run),
        tx.objectStore('requests').get(run),
        tx.objectStore('journals').getAll(piecesOf(run)),
      ]);
      return record && request && { record, request, pieces };
    },
    list: async () => (await database()).getAll('runs'),
    async remove(runs) {
      const tx = (await database()).transaction(['runs', 'requests', 'journals'], 'readwrite');
      await Promise.all([
        ...runs.flatMap((run) => [
          tx.objectStore('runs').delete(run),
          tx.objectStore('requests').delete(run),
          tx.objectStore('journals').delete(piecesOf(run)),
        ]),
        tx.done,
      ]);
    },
    limit: async () => (await database()).get('settings', 'limit'),
    async setLimit(limit) {
      await (await database()).put('settings', limit, 'limit');
    },
    hold: (run) => takeLock(LOCK + run),
    async held() {
      const { held = [] } = (await navigator.locks?.query()) ?? {};
      return new Set(held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])));
    },
  };
}

/** @returns undefined when somebody has it */
function takeLock(name: string): Promise<LetGo | undefined> {
  const { locks } = navigator;
  if (locks === undefined) return Promise.resolve(async () => {});
  return new Promise((resolve) => {
    const released: Promise<void> = locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock === null) return resolve(undefined);
        return new Promise<void>((letGo) => {
          resolve(() => {
            letGo();
            return released;
          });
        });
      })
      .then(() => {});
    // A page that may have no locks may not store anything, either.
    released.catch(() => resolve(async () => {}));
  });
}

const piecesOf = (run: string) => IDBKeyRange.bound([run, 0], [run, Number.POSITIVE_INFINITY]);
