import type { EpochMs } from '../../src/asl';
import { type TestStateRequest, testState } from '../../src/interpreter';
import type { Case } from './case';
import { differences, marksOf } from './match';
import { recordedServices } from './recordedServices';

const ROLE = 'arn:aws:iam::111111111111:role/TestStateRole';
const NOW = Date.UTC(2025, 11, 1) as EpochMs;

/** @returns what differs from the recorded answer */
export async function runTestState(of: Case): Promise<readonly string[]> {
  const answer = await testState(requestOf(of), {
    callService: recordedServices(of),
    now: NOW,
    account: '111111111111',
  });
  const { apiError, raw: _, ...response } = of.expected;
  if (apiError === undefined) {
    return differences(response, withValue(answer), marksOf(of), 'response');
  }
  const { operation: __, ...error } = apiError as Readonly<Record<string, unknown>>;
  return differences(error, answer, marksOf(of), 'error');
}

/** The record has the output as a value. */
function withValue(answer: object): object {
  return 'output' in answer && typeof answer.output === 'string'
    ? { ...answer, output: JSON.parse(answer.output) }
    : answer;
}

/** The record leaves the role out: whoever called something, or mocked it, gave one. */
function requestOf(of: Case): TestStateRequest {
  const request = of.request as Partial<TestStateRequest>;
  const hasRole = request.mock !== undefined || (of.mocks ?? []).length > 0;
  return {
    ...request,
    definition: of.definitionText ?? JSON.stringify(of.definition),
    ...(of.input === undefined || of.input === null ? {} : { input: JSON.stringify(of.input) }),
    ...(hasRole ? { roleArn: ROLE } : {}),
  };
}
