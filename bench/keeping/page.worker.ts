import { createIndexedRuns } from '../../src/worker/runs/indexedRuns';
import { keepingRounds } from './rounds';

/** How long the calls have held the thread that ask IndexedDB to write: it copies what it is given before they return. */
let held = 0;
const prototype = IDBObjectStore.prototype;
const { put } = prototype;
prototype.put = function timed(...what) {
  const start = performance.now();
  try {
    return put.apply(this, what);
  } finally {
    held += performance.now() - start;
  }
};

postMessage(
  await keepingRounds({
    store: createIndexedRuns(),
    takeHeld() {
      const was = held;
      held = 0;
      return was;
    },
  }),
);
