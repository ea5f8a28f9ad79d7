import type { StoredWorkspace, WorkspaceStorage } from '../storage.types';
import { createWorkspace, type Workspace } from '../workspace';
import { createFakeClock, type FakeClock } from './fakeClock';
import { FakeExecution } from './fakeExecution';
import { FakeLanguage } from './fakeLanguage';

export interface TestWorkspace extends Workspace {
  readonly clock: FakeClock;
  readonly language: FakeLanguage;
  readonly worker: FakeExecution;
  readonly stored: Partial<Record<keyof StoredWorkspace, unknown>>;
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
  const stored: Partial<Record<keyof StoredWorkspace, unknown>> = { ...kept };
  let seed = 0;
  const workspace = createWorkspace({
    language,
    execution: worker,
    storage: {
      load: async () => kept,
      save: async (part, value) => {
        stored[part] = value;
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
