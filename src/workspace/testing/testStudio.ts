import { createInProcessClients } from '../../worker/testing/inProcessClients';
import { type Clock, systemClock } from '../clock';
import type { WorkspaceState } from '../state';
import { createWorkspace, type Workspace } from '../workspace';

/** For tests: a workspace with the workers of the page, a definition in it, at full speed. */
export async function createTestStudio(definition: string, clock: Clock = systemClock): Promise<Workspace> {
  const workspace = createWorkspace({
    ...createInProcessClients(),
    storage: { load: async () => ({}), save: async () => {} },
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
