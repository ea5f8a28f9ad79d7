import { allStates, type EpochMs, type Json, parseResource, type StateMachine } from '../../asl';
import type { ServiceCall, TaskId } from '../../interpreter';
import { stubAnswer } from '../../services';

const EXECUTION = 'arn:aws:states:us-east-1:123456789012:execution:scaffold:scaffold';

/**
 * A MockConfigFile.json with a response for every Task state: what a stub answers, once and for all invocations up to the
 * hundredth. Formatted JSON text, to be changed by hand.
 *
 * @param name of the state machine in the file
 */
export function scaffoldMocks(machine: StateMachine, name: string): string {
  const states = new Map<string, string>();
  const responses = new Map<string, Json>();
  for (const { name: state, path, definition } of allStates(machine)) {
    if (definition.Type !== 'Task' || states.has(state)) continue;
    const response = `${state} succeeds`;
    const answer = stubAnswer({
      task: states.size as TaskId,
      at: Date.UTC(2026, 0, 1) as EpochMs,
      state: path,
      stateName: state,
      resource: parseResource(definition.Resource ?? ''),
      arguments: {},
      attempt: 0,
      invocation: 0,
      mapIndex: [],
      executionArn: EXECUTION,
    } satisfies ServiceCall);
    states.set(state, response);
    responses.set(response, { '0-99': { Return: answer.type === 'succeed' ? answer.output : {} } });
  }
  const config = {
    StateMachines: { [name]: { TestCases: { HappyPath: Object.fromEntries(states) } } },
    MockedResponses: Object.fromEntries(responses),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
