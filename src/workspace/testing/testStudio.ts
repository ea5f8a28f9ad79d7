import { createInProcessClients } from '../../worker/testing/inProcessClients';
import { MemoryRuns } from '../../worker/testing/memoryRuns';
import { type Clock, systemClock } from '../clock';
import { FIRST } from '../firstWorkflow';
import { readStored } from '../readStored';
import type { WorkspaceState } from '../state';
import { keyOf } from '../storageKeys';
import { createWorkspace, type Workspace } from '../workspace';
import { NO_MEMORY } from './noMemory';

/** What of a browser outlives the page. */
export interface TestWorld {
  readonly stored: Record<string, unknown>;
  /** The page that is open is gone: nothing that its worker still does is written. */
  die(): void;
  /** The execution worker of the page that is open is gone, the page is not. */
  crash(message: string): void;
  /** The runs as the page that is open has them. */
  open(): ReturnType<MemoryRuns['tab']>['store'];
}

export function createTestWorld(): TestWorld {
  const runs = new MemoryRuns();
  let tab = runs.tab();
  return {
    stored: {},
    die: () => tab.die(),
    crash: () => {},
    open() {
      tab = runs.tab();
      return tab.store;
    },
  };
}

/** For tests: a workspace with the workers of the page, a definition in it, at full speed. */
export async function createTestStudio(
  definition: string,
  clock: Clock = systemClock,
  world = createTestWorld(),
): Promise<Workspace> {
  const { stored } = world;
  const { language, execution, crash } = createInProcessClients(() => world.open());
  world.crash = (message) => {
    world.die();
    crash(message);
  };
  const workspace = createWorkspace({
    ...{ language, execution },
    storage: {
      places: NO_MEMORY,
      settings: async () => undefined,
      saveSettings() {},
      load: async () => readStored(structuredClone(stored)),
      save: async (part, value, document = FIRST) => {
        const key = keyOf(part, document);
        if (value === undefined) delete stored[key];
        else stored[key] = structuredClone(value);
      },
    },
    clock,
    seed: () => 7,
  });
  await workspace.restore(async () => ({ text: definition, format: 'json', name: 'machine' }));
  workspace.settings.change({ speed: 'instant' });
  await untilState(workspace, ({ analysis, document }) => analysis.analysedVersion === document.version);
  return workspace;
}

/** Done as soon as something holds. */
export const untilState = ({ store }: Workspace, holds: (state: WorkspaceState) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (state: WorkspaceState) => {
      if (!holds(state)) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look(store.getState());
  });
