import { convertFormat, detectFormat, type EpochMs, isJsonObject, type Json, jsonOf } from '../asl';
import { type TestStateRequest, type TestStateResponse, testState } from '../interpreter';
import { stubAnswer } from '../services';
import { jsonOption } from './json';
import { type Options, oneOf, readOptions } from './options';
import { type ExitCode, type Terminal, UsageError } from './terminal';

export const TEST_STATE_OPTIONS = {
  state: 'value',
  input: 'value',
  variables: 'value',
  context: 'value',
  result: 'value',
  error: 'value',
  validation: 'value',
  level: 'value',
  'retry-count': 'value',
  'failed-iterations': 'value',
  'caused-by': 'value',
  'reader-data': 'value',
  json: 'flag',
} as const;

/** Nobody is asked for a role here. */
const ROLE = 'arn:aws:iam::123456789012:role/TestStateRole';

/** `statecraft test-state FILE`: one state with any input, as AWS's TestState does; 0 when it succeeded or caught its error. */
export async function testOneState(
  given: readonly string[],
  terminal: Terminal,
  now: number,
): Promise<ExitCode> {
  const options = readOptions(given, TEST_STATE_OPTIONS);
  const [file, ...others] = options.files;
  if (file === undefined || others.length > 0) {
    throw new UsageError('test-state wants one FILE, or - for standard input.');
  }
  const request = requestOf(readJson(file, terminal), options, terminal);
  const response = await testState(request, { callService: stubAnswer, now: now as EpochMs });
  if ('code' in response) {
    terminal.error(`${response.code}: ${response.message}`);
    return 2;
  }
  print(response, options.flag('json'), terminal);
  return response.status === 'SUCCEEDED' || response.status === 'CAUGHT_ERROR' ? 0 : 1;
}

/** The definition as JSON text; YAML is converted. */
function readJson(file: string, terminal: Terminal): string {
  const text = terminal.read(file);
  const converted = convertFormat(text, detectFormat(text), 'json');
  if (!converted.ok) throw new UsageError(`${file}: ${converted.reason}`);
  return converted.text;
}

function requestOf(definition: string, options: Options, terminal: Terminal): TestStateRequest {
  const stateName = options.value('state');
  const value = jsonOf(definition);
  if (stateName === undefined && isJsonObject(value) && value.States !== undefined) {
    throw new UsageError('FILE is a state machine: say which of its states with --state NAME.');
  }
  const level = oneOf(options, 'level', ['INFO', 'DEBUG', 'TRACE']) ?? 'DEBUG';
  return {
    definition,
    inspectionLevel: level,
    roleArn: ROLE,
    ...(stateName === undefined ? {} : { stateName }),
    ...text(options, 'input', terminal),
    ...text(options, 'variables', terminal),
    ...text(options, 'context', terminal),
    ...mockOf(options, terminal),
    stateConfiguration: configurationOf(options, terminal),
  };
}

/** An option whose value is JSON, as the request's field of that name. */
function text(options: Options, name: 'input' | 'variables' | 'context', terminal: Terminal): object {
  const given = options.value(name);
  return given === undefined ? {} : { [name]: JSON.stringify(jsonOption(given, name, terminal)) };
}

function mockOf(options: Options, terminal: Terminal): Pick<TestStateRequest, 'mock'> {
  const result = options.value('result');
  const error = options.value('error');
  const mode = oneOf(options, 'validation', ['STRICT', 'PRESENT', 'NONE']);
  if (result !== undefined && error !== undefined) {
    throw new UsageError('A mock has a --result or an --error, not both.');
  }
  const validation = mode === undefined ? {} : { fieldValidationMode: mode };
  if (result !== undefined) {
    return { mock: { result: JSON.stringify(jsonOption(result, 'result', terminal)), ...validation } };
  }
  if (error === undefined) {
    if (mode !== undefined) throw new UsageError('--validation goes with --result.');
    return {};
  }
  const [name = '', ...cause] = error.split(':');
  return {
    mock: { errorOutput: { error: name, ...(cause.length === 0 ? {} : { cause: cause.join(':').trim() }) } },
  };
}

function configurationOf(
  options: Options,
  terminal: Terminal,
): TestStateRequest['stateConfiguration'] & object {
  const retries = count(options, 'retry-count');
  const failed = count(options, 'failed-iterations');
  const state = options.value('caused-by');
  const data = options.value('reader-data');
  return {
    ...(retries === undefined ? {} : { retrierRetryCount: retries }),
    ...(failed === undefined ? {} : { mapIterationFailureCount: failed }),
    ...(state === undefined ? {} : { errorCausedByState: state }),
    ...(data === undefined
      ? {}
      : { mapItemReaderData: JSON.stringify(jsonOption(data, 'reader-data', terminal)) }),
  };
}

function count(options: Options, name: string): number | undefined {
  const given = options.value(name);
  if (given === undefined) return undefined;
  if (!/^\d+$/.test(given)) throw new UsageError(`--${name} wants a whole number.`);
  return Number(given);
}

function print(response: TestStateResponse, asJson: boolean, terminal: Terminal): void {
  const { inspectionData = {}, output, ...rest } = response;
  const stages = Object.fromEntries(
    Object.entries(inspectionData).map(([stage, data]) => [stage, dataOf(data)]),
  );
  if (asJson) {
    const value = {
      ...rest,
      ...(output === undefined ? {} : { output: dataOf(output) }),
      inspectionData: stages,
    };
    terminal.out(JSON.stringify(value, null, 2));
    return;
  }
  for (const [stage, data] of Object.entries(stages)) terminal.out(`${stage}: ${JSON.stringify(data)}`);
  terminal.out(rest.nextState === undefined ? rest.status : `${rest.status}, next ${rest.nextState}`);
  if (rest.error !== undefined) terminal.out(`error: ${rest.error}`);
  if (rest.cause !== undefined) terminal.out(`cause: ${rest.cause}`);
  if (output !== undefined) terminal.out(JSON.stringify(dataOf(output), null, 2));
}

const dataOf = (data: unknown): Json | unknown => (typeof data === 'string' ? (jsonOf(data) ?? data) : data);
