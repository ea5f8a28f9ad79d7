import type { Json, JsonObject } from '../../asl';
import type { ApiError } from '../creation/createStateMachine';
import { jsonText } from '../data/jsonText';
import { formatTimestamp } from '../data/timestamp';
import type { CallService, ExecutionSettings, ServiceAnswer } from '../execution.types';
import { seededHex, seededUuid } from '../random';
import { defaultSettings } from '../settings';
import { inspect } from './inspection';
import { asTask, isMap, type MapStages, mapStages, toleranceFailure } from './mockedContainer';
import { engineOf, runState, type StateOutcome, type StateRun } from './runState';
import { type SingleState, singleState } from './singleState';
import type { TestStateRequest, TestStateResponse, TestStateSurroundings } from './testState.types';
import { type ReadRequest, readRequest, stateProblem } from './validateRequest';

/**
 * Tests one state as AWS's TestState does: with any input, a mock in the place of its service, and what each
 * stage made of the data. Nothing is waited for: time is virtual.
 * Recorded: test_state/*; source: api.md 5.
 */
export async function testState(
  request: TestStateRequest,
  surroundings: TestStateSurroundings,
): Promise<TestStateResponse | ApiError> {
  const read = readRequest(request);
  if ('code' in read) return read;
  const single = singleState(request.definition, request.stateName);
  if ('code' in single) return single;
  const { definition } = single.state;
  const problem = stateProblem(definition, request, read);
  if (problem !== undefined) return problem;
  const run = stateRun(single, request, read, surroundings);
  const isContainer = definition.Type === 'Map' || definition.Type === 'Parallel';
  const map = isContainer ? await stagesOf(run) : undefined;
  const mocked = isContainer ? withMockedWork(run, single, read, map) : run;
  const outcome = await runState(mocked);
  const response = responseOf(outcome);
  if ((request.inspectionLevel ?? 'INFO') === 'INFO') return response;
  return { ...response, inspectionData: inspect(single.state, run, request, outcome, map) };
}

function stateRun(
  { machine }: SingleState,
  request: TestStateRequest,
  read: ReadRequest,
  surroundings: TestStateSurroundings,
): StateRun {
  const settings = settingsOf(request, surroundings);
  return {
    machine,
    settings,
    input: read.input,
    variables: read.variables,
    contextFields: { ...contextFields(settings, request, read.input), ...read.context },
    configuration: request.stateConfiguration ?? {},
    callService: request.mock === undefined ? surroundings.callService : mockAnswer(request, read.result),
  };
}

/** A test runs as an Express execution of a machine with a made-up name. */
function settingsOf(
  { roleArn }: TestStateRequest,
  { now, seed = 1, account = roleArn?.split(':')[4] }: TestStateSurroundings,
): ExecutionSettings {
  const stateMachineName = seededHex(seed, 2, 32);
  const executionName = seededUuid(seed, 1);
  const root = `arn:aws:states:us-east-1:${account ?? '123456789012'}`;
  return defaultSettings({
    type: 'EXPRESS',
    startTime: now,
    seed,
    stateMachineName,
    stateMachineArn: `${root}:stateMachine:${stateMachineName}`,
    executionName,
    executionArn: `${root}:express:${stateMachineName}:${executionName}`,
    ...(roleArn === undefined ? {} : { roleArn }),
  });
}

/** Recorded: test_state/test_state_with_variables_base_expressions: no RedriveCount, and no role is null. */
function contextFields(settings: ExecutionSettings, request: TestStateRequest, input: Json): JsonObject {
  const { executionArn, executionName } = settings;
  return {
    Execution: {
      Id: executionArn,
      Input: input,
      Name: executionName,
      RoleArn: request.roleArn ?? null,
      StartTime: formatTimestamp(settings.startTime),
    },
  };
}

function mockAnswer({ mock }: TestStateRequest, result: Json | undefined): CallService {
  const { error, cause } = mock?.errorOutput ?? {};
  const answer: ServiceAnswer =
    result === undefined
      ? {
          type: 'fail',
          ...(error === undefined ? {} : { error }),
          ...(cause === undefined ? {} : { cause }),
        }
      : { type: 'succeed', output: result };
  return () => answer;
}

/** Undefined for a Parallel: it has no fields to evaluate but its arguments. */
async function stagesOf(run: StateRun): Promise<MapStages | undefined> {
  const { engine, frame } = engineOf(run);
  const { state } = frame;
  return state !== undefined && isMap(state) ? mapStages(engine, frame, state, run.configuration) : undefined;
}

/** The mock's answer, unless the container could not have begun or too many iterations are to fail. */
function withMockedWork(
  run: StateRun,
  { name, machine, definition }: SingleState,
  { result }: ReadRequest,
  map: MapStages | undefined,
): StateRun {
  const iterations = Array.isArray(result) ? result.length : 0;
  const failure =
    map?.failure ??
    (map === undefined || result === undefined
      ? undefined
      : toleranceFailure(map, iterations, run.configuration));
  const States = { ...(machine.States as JsonObject), [name]: asTask(definition) };
  return {
    ...run,
    machine: { ...machine, States },
    callService:
      failure === undefined
        ? run.callService
        : () => ({
            type: 'fail',
            ...(failure.error === undefined ? {} : { error: failure.error }),
            ...(failure.cause === undefined ? {} : { cause: failure.cause }),
          }),
  };
}

function responseOf({ status, output, failure, nextState }: StateOutcome): TestStateResponse {
  return {
    status,
    ...(output === undefined ? {} : { output: jsonText(output) }),
    ...(failure?.error === undefined || status === 'SUCCEEDED' ? {} : { error: failure.error }),
    ...(failure?.cause === undefined || status === 'SUCCEEDED' ? {} : { cause: failure.cause }),
    ...(nextState === undefined ? {} : { nextState }),
  };
}
