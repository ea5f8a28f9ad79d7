import type { KeptRunsSurroundings } from './keptRuns';
import type { KeptRunsKeeper } from './keptRuns.types';

/** What is done with kept runs, whose code comes with its first use: the first picture does not wait for it. */
export function lazyRuns(around: KeptRunsSurroundings): KeptRunsKeeper {
  let loaded: Promise<KeptRunsKeeper> | undefined;
  const load = () => {
    loaded ??= import('./keptRuns').then(({ createKeptRuns }) => createKeptRuns(around));
    return loaded;
  };
  return {
    showRun: async (id) => (await load()).showRun(id),
    resumeRun: async (id) => (await load()).resumeRun(id),
    closeRun: async (id) => (await load()).closeRun(id),
    listRuns: async () => (await load()).listRuns(),
    removeRuns: async (ids) => (await load()).removeRuns(ids),
    limitRuns: async (limit) => (await load()).limitRuns(limit),
    exportRun: async (id) => (await load()).exportRun(id),
    importRun: async (text) => (await load()).importRun(text),
    restore: async (...stored) => (await load()).restore(...stored),
    restoreWay: async (...way) => (await load()).restoreWay(...way),
    findInterrupted: async (dead) => (await load()).findInterrupted(dead),
  };
}
