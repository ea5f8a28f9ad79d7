import {
  type EpochMs,
  findState,
  isJsonObject,
  type JsonObject,
  parseResource,
  type StateDefinition,
  type TextFormat,
  toJson,
} from '../../asl';
import { testState } from '../../interpreter';
import { stubAnswer } from '../../services';
import type { StateTrial, TrialResult } from '../inspect.types';
import { standInResult } from '../standInResult';
import { readText } from './readText';
import { variablesBefore } from './variablesBefore';

/**
 * Tries one state on data, as TestState does, and gives what each stage made of it. Nothing is waited for.
 *
 * @param now the virtual time of the trial
 */
export async function tryState(
  text: string,
  format: TextFormat,
  trial: StateTrial,
  now: EpochMs,
): Promise<TrialResult> {
  const state = findState(readText(text, format).machine, trial.state);
  if (!state?.node) return { ok: false, reason: 'This state is no longer in the text.' };
  const { variables, told } = variablesBefore(state, trial);
  const definition = trial.instead ?? toJson(state.node);
  if (!isJsonObject(definition)) return { ok: false, reason: 'This state is not an object.' };
  const response = await testState(
    {
      definition: JSON.stringify({ ...definition, QueryLanguage: state.queryLanguage }),
      input: trial.input,
      variables,
      inspectionLevel: 'DEBUG',
      roleArn: ROLE,
      ...(trial.instead ? {} : mockOf(trial, state.definition, definition)),
    },
    { now, callService: stubAnswer },
  );
  return 'code' in response
    ? { ok: false, reason: response.message, ...told }
    : { ok: true, response, ...told };
}

/** A Task without a mock wants one; it is used for nothing. */
const ROLE = 'arn:aws:iam::123456789012:role/trial';

/** Only states that ask something take a mock; without an answer a stub answers, or nothing did. */
function mockOf({ answer }: StateTrial, definition: StateDefinition, written: JsonObject) {
  const { Type } = definition;
  if (Type !== 'Task' && Type !== 'Map' && Type !== 'Parallel') return {};
  const fieldValidationMode = 'NONE' as const;
  if (answer === undefined) {
    return isStubbed(definition) ? {} : { mock: { result: standInResult(written), fieldValidationMode } };
  }
  if ('result' in answer) return { mock: { result: answer.result, fieldValidationMode } };
  const { error, cause, retries } = answer;
  return {
    mock: { errorOutput: { error, cause }, fieldValidationMode },
    ...(retries === undefined ? {} : { stateConfiguration: { retrierRetryCount: retries } }),
  };
}

/** A stub knows what the service answers at once. */
function isStubbed(definition: StateDefinition): boolean {
  if (definition.Type !== 'Task') return false;
  const resource = parseResource(definition.Resource ?? '');
  return resource.kind === 'service' && resource.pattern === 'requestResponse';
}
