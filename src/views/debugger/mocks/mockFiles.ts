import {
  type MockedTask,
  mocksOfTestCase,
  type NamedMock,
  readMockConfig,
  type StateMock,
  writeMockFile,
} from '../../../services';
import type { MockPlan, Workspace } from '../../../workspace';
import { type TaskState, tasksOf } from './TaskList';

/** What became of a file, or of mocks on their way into one: a sentence for each thing that could not be said. */
export interface Carried {
  readonly left: readonly string[];
}

/** A mock for each Task: one answer, as a stub gives it, to be changed. */
export async function scaffold(
  workspace: Workspace,
  tasks: readonly TaskState[],
): Promise<readonly MockedTask[]> {
  const named = readTestCase(await workspace.scaffoldMocks(), undefined);
  return placed(named, tasks).map(({ state, mock }) => ({ state, mock: withoutRows(mock) }));
}

/** Makes the chosen test case's mocks the states' own, in place of the file. */
export function takeOver(workspace: Workspace, plan: Extract<MockPlan, { readonly ok: true }>): Carried {
  const { analysis, execution } = workspace.store.getState();
  const named = readTestCase(execution.services.mocks?.text ?? '', plan.chosen);
  const found = placed(named, tasksOf(analysis.graph));
  const known = new Set(found.map(({ name }) => name));
  workspace.taskMocks.setAll(found.map(({ state, mock }) => ({ state, mock })));
  const left = named.filter(({ name }) => !known.has(name));
  return { left: left.map(({ name }) => `“${name}” is no Task state of this workflow.`) };
}

/** The mocks of states as the text of a MockConfigFile.json. */
export function writeFile(workspace: Workspace): Carried & { readonly text: string } {
  const { analysis, document, execution } = workspace.store.getState();
  const names = new Map(tasksOf(analysis.graph).map(({ path, name }) => [path, name]));
  const { tasks } = execution.services;
  const named = tasks.flatMap(({ state, mock }) => {
    const name = names.get(state);
    return name === undefined ? [] : [{ name, mock }];
  });
  return writeMockFile(named, document.name, 'Mocks');
}

function readTestCase(
  text: string,
  chosen: { readonly machine: string; readonly testCase: string } | undefined,
): readonly NamedMock[] {
  const read = readMockConfig(JSON.parse(text));
  if (!read.ok) return [];
  const [machine = ''] = chosen ? [chosen.machine] : [...read.config.machines.keys()];
  const [testCase = ''] = chosen ? [chosen.testCase] : [...(read.config.machines.get(machine)?.keys() ?? [])];
  return mocksOfTestCase(read.config, machine, testCase);
}

const placed = (named: readonly NamedMock[], tasks: readonly TaskState[]) =>
  named.flatMap(({ name, mock }) =>
    tasks.filter((task) => task.name === name).map(({ path }) => ({ state: path, name, mock })),
  );

/** All calls get the answer of the first. */
function withoutRows(mock: StateMock): StateMock {
  const outcome = mock.kind === 'sequence' ? mock.rows[0]?.outcome : undefined;
  return outcome ? { kind: 'fixed', outcome } : mock;
}
