import { type EpochMs, type Json, jsonOf } from '../asl';
import {
  type CallService,
  compileProgram,
  createExecution,
  defaultSettings,
  type Execution,
  type MapRunRecord,
  runToEnd,
} from '../interpreter';
import {
  bucketsOf,
  childExecutions,
  type KnownMachine,
  mockedServices,
  readMockConfig,
  type S3Object,
  type StartedExecution,
  simulatedS3,
  stubAnswer,
  TaskInbox,
} from '../services';
import { readDefinition } from './definition';
import { jsonOption } from './json';
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
  'state-machine': 'value',
  s3: 'value',
  redrive: 'value',
  history: 'flag',
  json: 'flag',
} as const;

/** `statecraft run FILE`: an execution in virtual time, services answered by stubs or mocks. */
export async function run(given: readonly string[], terminal: Terminal, now: number): Promise<ExitCode> {
  const options = readOptions(given, RUN_OPTIONS);
  const [file, ...others] = options.files;
  if (file === undefined || others.length > 0)
    throw new UsageError('run wants one FILE, or - for standard input.');
  const machine = readDefinition(terminal, file);
  const { program } = compileProgram(machine);
  const settings = defaultSettings({ startTime: now as EpochMs, type: executionType(options) });
  const execution = createExecution(program, settings, inputOf(options, terminal));
  // Mocks stand before everything else, for the machines that Tasks start as well.
  const buckets = simulatedS3(bucketsOf(objectsOf(options, terminal)), stubAnswer);
  const children = childExecutions(machinesOf(options, terminal), buckets, () => services);
  const inbox = new TaskInbox(machine, children.callService);
  inbox.attach(execution);
  const services: CallService = servicesOf(options, terminal, inbox.callService);
  for (let redrives = redrivesOf(options); ; redrives--) {
    const result = await runToEnd(execution, services, { maxTransitions: MOST_TRANSITIONS });
    if (result === 'budget') {
      terminal.error(`The execution was given up after ${MOST_TRANSITIONS} states: it seems not to end.`);
      return 1;
    }
    if (redrives === 0 || execution.redriveStatus.redriveStatus === 'NOT_REDRIVABLE') break;
    execution.deliver({ type: 'redrive', at: execution.now });
  }
  print(execution, children.started, options, terminal);
  return execution.status === 'SUCCEEDED' ? 0 : 1;
}

/** `--state-machine NAME=FILE`, as often as there are machines that Tasks start. */
function machinesOf(options: Options, terminal: Terminal): ReadonlyMap<string, KnownMachine> {
  return new Map(
    options.values('state-machine').map((given) => {
      const [, name, express, file] = /^([^=:]+)(:express)?=(.+)$/i.exec(given) ?? [];
      if (name === undefined || file === undefined) {
        throw new UsageError(`--state-machine: ${given} is not of the form NAME=FILE or NAME:EXPRESS=FILE.`);
      }
      const { program } = compileProgram(readDefinition(terminal, file));
      return [name, { program, type: express === undefined ? 'STANDARD' : 'EXPRESS' }];
    }),
  );
}

/** `--s3 BUCKET/KEY=FILE`, as often as there are objects. */
function objectsOf(options: Options, terminal: Terminal): readonly S3Object[] {
  return options.values('s3').map((given) => {
    const [, bucket, key, file] = /^([^/=]+)\/([^=]+)=(.+)$/.exec(given) ?? [];
    if (bucket === undefined || key === undefined || file === undefined) {
      throw new UsageError(`--s3: ${given} is not of the form BUCKET/KEY=FILE.`);
    }
    return { bucket, key, body: terminal.read(file) };
  });
}

function redrivesOf(options: Options): number {
  const given = options.value('redrive') ?? '0';
  if (!/^\d{1,3}$/.test(given)) throw new UsageError('--redrive wants a number of times, 999 at most.');
  return Number(given);
}

/** `--input` is JSON text, or the name of a file that holds it. */
function inputOf(options: Options, terminal: Terminal): Json {
  const given = options.value('input');
  if (given === undefined) return {};
  return jsonOption(given, 'input', terminal);
}

/** @param others answers the states that no mock names */
function servicesOf(options: Options, terminal: Terminal, others: CallService): CallService {
  const file = options.value('mocks');
  const testCase = options.value('test-case');
  if (file === undefined) {
    if (testCase !== undefined)
      throw new UsageError('--test-case wants --mocks MockConfigFile.json beside it.');
    return others;
  }
  const value = jsonOf(terminal.read(file));
  if (value === undefined) throw new UsageError(`--mocks: ${file} does not hold JSON.`);
  const result = readMockConfig(value);
  if (!result.ok)
    throw new UsageError(`${file} is no mock configuration:\n  ${result.problems.join('\n  ')}`);
  const { machines } = result.config;
  const machine = options.value('machine') ?? only([...machines.keys()], '--machine');
  const cases = machines.get(machine);
  if (!cases) throw new UsageError(`--machine: there is no “${machine}” in ${file}, but ${list(machines)}.`);
  const chosen = testCase ?? only([...cases.keys()], '--test-case');
  const services = mockedServices(result.config, machine, chosen, others);
  if (!services) throw new UsageError(`--test-case: “${machine}” has no “${chosen}”, but ${list(cases)}.`);
  return services;
}

/** An execution that a Task started. */
const child = (withEvents: boolean) => (each: StartedExecution) => {
  const { settings, status, output, error, cause, history } = each.execution;
  return {
    executionArn: settings.executionArn,
    startedBy: each.startedBy,
    status,
    output,
    error,
    cause,
    ...(withEvents ? { events: Array.from({ length: history.length }, (_, i) => history.event(i)) } : {}),
  };
};

/** A Map Run as DescribeMapRun tells it, and its child executions. */
const mapRun = (withEvents: boolean) => (run: MapRunRecord) => ({
  ...run.describe(),
  executions: run.executions.map(({ settings, status, input, output, error, cause, history }) => ({
    executionArn: settings.executionArn,
    status,
    input,
    output,
    error,
    cause,
    ...(withEvents ? { events: Array.from({ length: history.length }, (_, i) => history.event(i)) } : {}),
  })),
});

function only(names: readonly string[], option: string): string {
  const [name] = names;
  if (name !== undefined && names.length === 1) return name;
  throw new UsageError(`Say which with ${option}: ${names.join(', ') || 'there are none'}.`);
}

const list = (named: ReadonlyMap<string, unknown>): string => [...named.keys()].join(', ') || 'nothing';

function print(
  execution: Execution,
  started: readonly StartedExecution[],
  options: Options,
  terminal: Terminal,
): void {
  const { status, output, error, cause, transitions, history } = execution;
  const events = options.flag('history')
    ? Array.from({ length: history.length }, (_, index) => history.event(index))
    : undefined;
  if (options.flag('json')) {
    const summary = {
      status,
      output,
      error,
      cause,
      transitions,
      ...(events ? { events } : {}),
      ...(started.length > 0 ? { childExecutions: started.map(child(events !== undefined)) } : {}),
      ...(execution.mapRuns.length > 0
        ? { mapRuns: execution.mapRuns.map(mapRun(events !== undefined)) }
        : {}),
    };
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
