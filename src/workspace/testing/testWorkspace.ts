import { FIRST } from '../firstWorkflow';
import type { StoredWorkspace, WorkspaceStorage } from '../storage.types';
import { keyOf } from '../storageKeys';
import { createWorkspace, type Workspace } from '../workspace';
import { createFakeClock, type FakeClock } from './fakeClock';
import { FakeExecution } from './fakeExecution';
import { FakeLanguage } from './fakeLanguage';
import { NO_MEMORY } from './noMemory';

export interface TestWorkspace extends Workspace {
  readonly clock: FakeClock;
  readonly language: FakeLanguage;
  readonly worker: FakeExecution;
  /** By key, as a browser would have it. */
  readonly stored: Readonly<Record<string, unknown>>;
}

/** A workspace whose workers, clock and storage are the test's, opened with a text. */
export async function openTestWorkspace(
  text: string,
  kept: StoredWorkspace = {},
  storage: Partial<WorkspaceStorage> = {},
  prepare: (worker: FakeExecution) => void = () => {},
): Promise<TestWorkspace> {
  const clock = createFakeClock();
  const language = new FakeLanguage();
  const worker = new FakeExecution();
  prepare(worker);
  const stored: Record<string, unknown> = { ...kept };
  let seed = 0;
  const workspace = createWorkspace({
    language,
    execution: worker,
    storage: {
      places: NO_MEMORY,
      settings: async () => kept.settings,
      saveSettings(settings) {
        stored.settings = settings;
      },
      load: async () => kept,
      save: async (part, value, document = FIRST) => {
        const key = keyOf(part, document);
        if (value === undefined) delete stored[key];
        else stored[key] = value;
      },
      ...storage,
    },
    clock,
    seed: () => ++seed,
  });
  await workspace.restore(async () => ({ text, format: 'json', name: 'test' }));
  await settled();
  return { ...workspace, clock, language, worker, stored };
}

/** Every promise that is due has had its turn. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
