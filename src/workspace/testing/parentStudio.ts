import type { StatePath } from '../../asl';
import { turns } from '../../worker/testing/keptBench';
import { systemClock } from '../clock';
import type { Workspace } from '../workspace';
import { createTestStudio, createTestWorld, type TestWorld, untilState } from './testStudio';

/** A definition of two states. */
export const machine = (first: string, state: object): string =>
  JSON.stringify({ StartAt: first, States: { [first]: state, After: { Type: 'Succeed' } } });

/** A Task that starts a state machine, and waits for it. */
export const starting = (name: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::states:startExecution.sync:2',
  Parameters: { StateMachineArn: `arn:aws:states:us-east-1:123456789012:stateMachine:${name}` },
  Next: 'After',
});

export const PARENT = machine('Start child', starting('child'));
export const START = '/States/Start child' as StatePath;
export const AFTER = '/States/After' as StatePath;

/** A page with a workflow on show that starts others. @param machines by name */
export async function parentStudio(
  machines: Readonly<Record<string, string>>,
  world = createTestWorld(),
): Promise<Workspace> {
  const workspace = await createTestStudio(PARENT, systemClock, world);
  const known = Object.entries(machines).map(
    ([name, text], index) => ({ id: index + 1, name, text, type: 'STANDARD' }) as const,
  );
  workspace.execution.setServices({ machines: known });
  return workspace;
}

export async function reload(workspace: Workspace, world: TestWorld): Promise<Workspace> {
  workspace.flush();
  await turns(5);
  workspace.dispose();
  world.die();
  return createTestStudio(PARENT, systemClock, world);
}

/** Until a run of a workflow is paused at a state. */
export const standsAt = (workspace: Workspace, name: string, state: string) =>
  untilState(
    workspace,
    ({ document, execution: { phase, at } }) =>
      document.name === name && phase === 'paused' && at === `/States/${state}`,
  );

/** Until the outermost run is at its end. */
export const ended = (workspace: Workspace) =>
  untilState(workspace, ({ execution: { phase, parents } }) => phase === 'ended' && parents.length === 0);
