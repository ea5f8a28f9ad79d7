import type { EpochMs, Json } from '../asl';
import {
  type CallService,
  compileProgram,
  createExecution,
  defaultSettings,
  type Execution,
  runToEnd,
} from '../interpreter';
import { mockedServices, readMockConfig, stubAnswer } from '../services';
import { readDefinition } from './definition';
import { executionType, type Options, readOptions } from './options';
import { type ExitCode, type Terminal, UsageError } from './terminal';

/** States entered at most: a loop that nothing ends is told, not run for ever. */
const MOST_TRANSITIONS = 5_000_000;

export const RUN_OPTIONS = {
  input: 'value',
  mocks: 'value',
  machine: 'value',
  'test-case': 'value',
  type: 'value',
  history: 'flag',
  json: 'flag',
} as const;

/** `statecraft run FILE`: an execution in virtual time, services answered by stubs or mocks. */
export async function run(given: readonly string[], terminal: Terminal, now: number): Promise<ExitCode> {
  const options = readOptions(given, RUN_OPTIONS);
  const [file, ...others] = options.files;
  if (file === undefined || others.length > 0)
    throw new UsageError('run wants one FILE, or - for standard input.');
  const { program } = compileProgram(readDefinition(terminal, file));
  const settings = defaultSettings({ startTime: now as EpochMs, type: executionType(options) });
  const execution = createExecution(program, settings, inputOf(options, terminal));
  const result = await runToEnd(execution, servicesOf(options, terminal), {
    maxTransitions: MOST_TRANSITIONS,
  });
  if (result === 'budget') {
    terminal.error(`The execution was given up after ${MOST_TRANSITIONS} states: it seems not to end.`);
    return 1;
  }
  print(execution, options, terminal);
  return execution.status === 'SUCCEEDED' ? 0 : 1;
}

/** `--input` is JSON text, or the name of a file that holds it. */
function inputOf(options: Options, terminal: Terminal): Json {
  const given = options.value('input');
  if (given === undefined) return {};
  const inline = parseJson(given);
  if (inline !== undefined) return inline;
  const value = parseJson(terminal.read(given));
  if (value === undefined) throw new UsageError(`--input: ${given} does not hold JSON.`);
  return value;
}

function servicesOf(options: Options, terminal: Terminal): CallService {
  const file = options.value('mocks');
  const testCase = options.value('test-case');
  if (file === undefined) {
    if (testCase !== undefined)
      throw new UsageError('--test-case wants --mocks MockConfigFile.json beside it.');
    return stubAnswer;
  }
  const value = parseJson(terminal.read(file));
  if (value === undefined) throw new UsageError(`--mocks: ${file} does not hold JSON.`);
  const result = readMockConfig(value);
  if (!result.ok)
    throw new UsageError(`${file} is no mock configuration:\n  ${result.problems.join('\n  ')}`);
  const { machines } = result.config;
  const machine = options.value('machine') ?? only([...machines.keys()], '--machine');
  const cases = machines.get(machine);
  if (!cases) throw new UsageError(`--machine: there is no “${machine}” in ${file}, but ${list(machines)}.`);
  const chosen = testCase ?? only([...cases.keys()], '--test-case');
  const services = mockedServices(result.config, machine, chosen, stubAnswer);
  if (!services) throw new UsageError(`--test-case: “${machine}” has no “${chosen}”, but ${list(cases)}.`);
  return services;
}

function only(names: readonly string[], option: string): string {
  const [name] = names;
  if (name !== undefined && names.length === 1) return name;
  throw new UsageError(`Say which with ${option}: ${names.join(', ') || 'there are none'}.`);
}

const list = (named: ReadonlyMap<string, unknown>): string => [...named.keys()].join(', ') || 'nothing';

function print(execution: Execution, options: Options, terminal: Terminal): void {
  const { status, output, error, cause, transitions, history } = execution;
  const events = options.flag('history')
    ? Array.from({ length: history.length }, (_, index) => history.event(index))
    : undefined;
  if (options.flag('json')) {
    const summary = { status, output, error, cause, transitions, ...(events ? { events } : {}) };
    terminal.out(JSON.stringify(summary, null, 2));
    return;
  }
  for (const { id, type, previousEventId, timestamp } of events ?? []) {
    terminal.out(`${String(id).padStart(6)}  ${String(previousEventId).padStart(6)}  ${timestamp}  ${type}`);
  }
  terminal.out(`${status} after ${transitions} ${transitions === 1 ? 'state' : 'states'}`);
  if (error !== undefined) terminal.out(`error: ${error}`);
  if (cause !== undefined) terminal.out(`cause: ${cause}`);
  if (output !== undefined) terminal.out(JSON.stringify(output, null, 2));
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
