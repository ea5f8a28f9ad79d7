import type { HistoryEvent } from '../../../interpreter';
import type { StateProgress } from '../../../worker';
import { createInProcessClients } from '../../../worker/testing/inProcessClients';
import {
  createWorkspace,
  planMocks,
  systemClock,
  type Workspace,
  type WorkspaceState,
} from '../../../workspace';
import { type Card, openExample } from '../example';

/** A run of an example, as the page knows it. */
export interface ExampleRun {
  /** `SUCCEEDED`, or `FAILED` and the error's name. */
  readonly end: string;
  readonly output: string | undefined;
  readonly events: readonly HistoryEvent[];
  readonly states: readonly StateProgress[];
  /** The text of the definition. */
  readonly text: string;
  readonly state: WorkspaceState;
}

/**
 * A workspace with the workers of the page and an example in it, analysed.
 *
 * @param clock by it runs are named, and what stubs make up
 */
export async function openInStudio(card: Card, clock = systemClock): Promise<Workspace> {
  const workspace = createWorkspace({
    ...createInProcessClients(),
    storage: {
      places: { remember() {}, recall: () => undefined },
      settings: async () => undefined,
      saveSettings() {},
      load: async () => ({}),
      save: async () => {},
    },
    clock,
    seed: () => 7,
  });
  await workspace.restore(async () => ({ text: '{}', format: 'json', name: 'before' }));
  workspace.settings.change({ speed: 'instant' });
  await openExample(workspace, card);
  await until(workspace, ({ analysis, document }) => analysis.analysedVersion === document.version);
  return workspace;
}

/** The test cases of its mocks; one without a name when it has none. */
export function testCasesOf({ store }: Workspace): readonly (string | undefined)[] {
  const { execution, document } = store.getState();
  const { mocks } = execution.services;
  const plan = mocks && planMocks(mocks, document.name);
  if (plan && !plan.ok) throw new Error(plan.problems.join('\n'));
  return plan ? plan.testCases : [undefined];
}

/** Runs what is open, answered by a test case of the mocks, to its end. */
export async function runInStudio(workspace: Workspace, testCase: string | undefined): Promise<ExampleRun> {
  const { store, execution, progress } = workspace;
  const { mocks } = store.getState().execution.services;
  if (mocks && testCase !== undefined) execution.setServices({ mocks: { ...mocks, testCase } });
  await execution.run();
  const state = await until(workspace, ({ execution: { phase, message } }) => {
    if (message !== undefined) throw new Error(message);
    return phase === 'ended';
  });
  const { status, error, output } = state.execution.run?.result ?? { status: 'no result' };
  const history: { readonly events: readonly HistoryEvent[] } = JSON.parse(await execution.exportHistory());
  return {
    end: error === undefined ? status : `${status} ${error}`,
    output,
    events: history.events,
    states: progress.states(),
    text: state.document.text,
    state,
  };
}

function until({ store }: Workspace, holds: (state: WorkspaceState) => boolean): Promise<WorkspaceState> {
  return new Promise((resolve, reject) => {
    const look = () => {
      try {
        if (!holds(store.getState())) return;
        stop();
        resolve(store.getState());
      } catch (error) {
        stop();
        reject(error);
      }
    };
    const stop = store.subscribe(look);
    look();
  });
}
