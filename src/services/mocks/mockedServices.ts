import type { CallService, ServiceAnswer, ServiceCall } from '../../interpreter';
import type { MockConfig, MockedResponse } from './mockConfig';

/**
 * Answers the Task states a test case names with their mocked responses, and passes all other calls on. A
 * call counts by how often its state was invoked in the execution: retries, loops and iterations included.
 * Recorded: local_mocking/*; an invocation the response does not answer fails the execution.
 *
 * @returns undefined when the configuration has no such machine or test case
 */
export function mockedServices(
  config: MockConfig,
  machine: string,
  testCase: string,
  others: CallService,
): CallService | undefined {
  const states = config.machines.get(machine)?.get(testCase);
  if (!states) return undefined;
  return (call) => {
    const name = states.get(call.stateName);
    const response = name === undefined ? undefined : config.responses.get(name);
    return name !== undefined && response ? answerOf(call, name, response) : others(call);
  };
}

function answerOf(
  { invocation, stateName }: ServiceCall,
  name: string,
  response: MockedResponse,
): ServiceAnswer {
  const outcome = response.find(({ from, to }) => from <= invocation && invocation <= to);
  if (!outcome) {
    return {
      type: 'fail',
      error: 'States.Runtime',
      cause: `The mocked response “${name}” has no outcome for invocation ${invocation} of the state “${stateName}”.`,
    };
  }
  if (outcome.type === 'return') return { type: 'succeed', output: outcome.value };
  return {
    type: 'fail',
    error: outcome.error,
    ...(outcome.cause === undefined ? {} : { cause: outcome.cause }),
  };
}
