import { isJsonObject, type Json, type JsonObject, parseResource, type StateDefinition } from '../../asl';
import type { ApiError } from '../creation/createStateMachine';
import { mockResultProblem } from './checkShape';
import type { TestStateRequest } from './testState.types';

export const refusal = (message: string, code = 'ValidationException'): ApiError => ({ code, message });

/** A request's texts, read. */
export interface ReadRequest {
  readonly input: Json;
  readonly variables: JsonObject;
  readonly context: JsonObject | undefined;
  /** The mock's result; undefined without one. */
  readonly result: Json | undefined;
}

/** Reads what does not depend on the state. */
export function readRequest(request: TestStateRequest): ReadRequest | ApiError {
  const { mock, input = '{}', variables = '{}', context } = request;
  if (mock?.result !== undefined && mock.errorOutput !== undefined) {
    return refusal('A test mock should have only one of the following fields: [result, errorOutput].');
  }
  if (mock !== undefined && request.revealSecrets === true) {
    return refusal('TestState does not support RevealSecrets when a mock is specified.');
  }
  if (mock === undefined && request.stateConfiguration?.mapIterationFailureCount !== undefined) {
    return refusal('TestState does not support MapIterationFailureCount when a mock is not specified.');
  }
  const result = mock?.result === undefined ? undefined : parse(mock.result);
  if (mock?.result !== undefined && result === undefined) return refusal('Mocked result must be valid JSON');
  const value = parse(input);
  if (value === undefined) {
    return refusal(
      "Invalid State Machine Execution Input: 'Invalid execution input.'",
      'InvalidExecutionInput',
    );
  }
  const assigned = parse(variables);
  if (!isJsonObject(assigned)) return refusal('Variables must be a valid JSON object');
  const fields = context === undefined ? undefined : parse(context);
  if (context !== undefined && !isJsonObject(fields)) {
    return refusal('Invalid Context object provided: Context object must be a valid JSON object');
  }
  return { input: value, variables: assigned, context: isJsonObject(fields) ? fields : undefined, result };
}

/** Why the mock, the role or the context do not go with the state; undefined when they do. Recorded: test_state/state_mock_validation*. */
export function stateProblem(
  definition: StateDefinition,
  request: TestStateRequest,
  { result, context }: ReadRequest,
): ApiError | undefined {
  const { mock } = request;
  if (mock === undefined) return unmockedProblem(definition, request);
  if (definition.Type !== 'Task' && definition.Type !== 'Map' && definition.Type !== 'Parallel') {
    return refusal(`State type '${definition.Type}' is not supported when a mock is specified`);
  }
  const problem = result === undefined ? undefined : resultProblem(definition, result, request);
  if (problem !== undefined) return refusal(problem);
  return context === undefined ? undefined : contextProblem(context, definition);
}

function unmockedProblem(definition: StateDefinition, request: TestStateRequest): ApiError | undefined {
  if (definition.Type === 'Map' || definition.Type === 'Parallel' || needsMock(definition)) {
    return refusal(
      'TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]',
      'InvalidDefinition',
    );
  }
  if (definition.Type === 'Task' && request.roleArn === undefined) {
    return refusal('RoleArn must be specified when testing a Task state');
  }
  return undefined;
}

/** Activities, `.sync` and `.waitForTaskToken` have nobody to answer them. */
function needsMock(definition: StateDefinition): boolean {
  if (definition.Type !== 'Task') return false;
  const resource = parseResource(definition.Resource ?? '');
  return (
    resource.kind === 'activity' || (resource.kind === 'service' && resource.pattern !== 'requestResponse')
  );
}

function resultProblem(
  definition: Extract<StateDefinition, { readonly Type: 'Task' | 'Map' | 'Parallel' }>,
  result: Json,
  { mock, stateConfiguration }: TestStateRequest,
): string | undefined {
  if (definition.Type === 'Parallel') {
    if (!Array.isArray(result)) return 'Mocked result must be an array.';
    return result.length === definition.Branches.length
      ? undefined
      : 'Mocked result must contain the same number of items as number of Parallel branches.';
  }
  if (definition.Type === 'Map') {
    if (isJsonObject(definition.ResultWriter) && definition.ResultWriter.Resource !== undefined) {
      return isJsonObject(result) ? undefined : 'Mocked result must be a JSON object.';
    }
    if (!Array.isArray(result)) return 'Mocked result must be an array.';
    return (stateConfiguration?.mapIterationFailureCount ?? 0) > result.length
      ? 'Map iteration failure count must be less than or equal to the number of Map iterations'
      : undefined;
  }
  const mode = mock?.fieldValidationMode ?? 'STRICT';
  if (mode === 'NONE') return undefined;
  const problem = mockResultProblem(definition.Resource ?? '', result, mode);
  return problem && `Mock result schema validation error: ${problem}`;
}

/** Fields of a context object and their types. */
const CONTEXT: Readonly<Record<string, Readonly<Record<string, 'string' | 'number' | 'any'>>>> = {
  Execution: {
    Id: 'string',
    Input: 'any',
    Name: 'string',
    RoleArn: 'string',
    StartTime: 'string',
    RedriveCount: 'number',
    RedriveTime: 'string',
  },
  State: { EnteredTime: 'string', Name: 'string', RetryCount: 'number' },
  StateMachine: { Id: 'string', Name: 'string' },
  Task: { Token: 'string' },
};

/** Recorded: test_state/state_context_object*. */
function contextProblem(context: JsonObject, definition: StateDefinition): ApiError | undefined {
  const invalid = (what: string) => refusal(`Invalid Context object provided: ${what}`);
  for (const [group, fields] of Object.entries(context)) {
    if (group === 'Map') return invalid("'Map' field is not supported when mocking a Context object");
    const known = Object.hasOwn(CONTEXT, group) ? CONTEXT[group] : undefined;
    if (known === undefined) return invalid(`Field '${group}' is not allowed`);
    if (!isJsonObject(fields)) return invalid(`${group} must be an object`);
    for (const [name, value] of Object.entries(fields)) {
      const type = Object.hasOwn(known, name) ? known[name] : undefined;
      if (type === undefined) return invalid(`Field '${name}' is not allowed`);
      if (type !== 'any' && typeof value !== type) return invalid(`${group}.${name} must be a ${type}`);
    }
  }
  if (Object.hasOwn(context, 'Task') && !hasToken(definition)) {
    return invalid(
      "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern",
    );
  }
  return undefined;
}

function hasToken(definition: StateDefinition): boolean {
  if (definition.Type !== 'Task') return false;
  const resource = parseResource(definition.Resource ?? '');
  return resource.kind === 'service' && resource.pattern !== 'requestResponse';
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
