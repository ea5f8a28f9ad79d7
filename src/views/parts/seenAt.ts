import type { StatePath } from '../../asl';
import type { SeenData } from '../../worker';
import type { Workspace } from '../../workspace';
import { lastVisit } from './lastVisit';

/** What is known of the data at a state: of its last visit, else the input that the next run gets. */
export async function seenAt(workspace: Workspace, state: StatePath): Promise<SeenData | null> {
  const { execution } = workspace.store.getState();
  const { run } = execution;
  const visit = run ? await lastVisit(workspace, state) : undefined;
  if (visit && run) {
    const { input, variables, attempt } = visit;
    return { input, variables, result: attempt?.output, executionInput: run.input, source: 'run' };
  }
  // Inside a branch or a Map the input is another one.
  if (execution.inputProblem !== undefined || state.split('/').length > 3) return null;
  const { input } = execution;
  return { input, variables: '{}', executionInput: input, source: 'input' };
}
