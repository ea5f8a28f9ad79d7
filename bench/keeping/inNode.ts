import { setTimeout as wait } from 'node:timers/promises';
import { NO_STORE } from '../../src/worker/runs/runStore';
import { type KeepingFigure, keepingRounds } from './rounds';

/** The same in this process: a store that copies what it is given, as IndexedDB does, and answers later. */
export function measureKeeping(): Promise<readonly KeepingFigure[]> {
  let held = 0;
  const copy = async (what: unknown): Promise<void> => {
    const start = performance.now();
    structuredClone(what);
    held += performance.now() - start;
    await wait(1);
  };
  return keepingRounds({
    store: { ...NO_STORE, put: copy, append: (record, piece) => copy([record, piece]) },
    takeHeld() {
      const was = held;
      held = 0;
      return was;
    },
  });
}
