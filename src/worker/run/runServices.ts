import { allStates, buildModel, isBroken, type Json, parseText, type StateMachine } from '../../asl';
import { type CallService, compileProgram, type ServiceCall } from '../../interpreter';
import {
  AskedCalls,
  checkStateMock,
  childExecutions,
  type KnownMachine,
  type MockedTask,
  type MockSurroundings,
  mockedServices,
  mockedTasks,
  readMockConfig,
  type StartedExecution,
  simulatedS3,
  type TaskHolder,
  TaskInbox,
} from '../../services';
import { NOBODY_ASKED } from '../calls.types';
import type { MachineText, RunRequest } from '../run.types';

export type RunServices =
  | {
      readonly ok: true;
      readonly callService: CallService;
      /** The calls that wait for the user. */
      readonly asked: AskedCalls;
      /** How a test case or a stub would answer; nothing is done. */
      readonly sample: CallService;
      /** The executions that its Tasks have started so far, and those that these started. */
      readonly started: readonly StartedExecution[];
    }
  /** A sentence that says what to mend first. */
  | { readonly ok: false; readonly reason: string };

/**
 * Who answers a run's Tasks: the mocks that states have, the user, a test case for the states it names, the workflow
 * itself, state machines of the page, its buckets, the user once more, stubs.
 */
export function runServices(
  run: RunRequest,
  machine: StateMachine,
  execution: TaskHolder,
  stubs: CallService,
  runHandler: MockSurroundings['runHandler'],
): RunServices {
  const { mocks, objects = [], machines = [], ask = NOBODY_ASKED } = run;
  const known = knownMachines(machines);
  if (typeof known === 'string') return refuse(known);
  /** Calls on their way that come back to the user when nobody else answers. */
  const left = new WeakSet<ServiceCall>();
  const leftOver: CallService = (call) => (left.delete(call) ? asked.callService(call) : stubs(call));
  const children = childExecutions(known, simulatedS3(objects, leftOver), () => whole);
  const inbox = new TaskInbox(machine, children.callService);
  inbox.attach(execution);
  const asked = new AskedCalls(execution, inbox, stubs);
  const cases = testCase(mocks, inbox.callService, stubs);
  if (typeof cases === 'string') return refuse(cases);
  const { whole, sample } = cases;
  const tasks = new Set(allStates(machine).flatMap((state) => (isTask(state) ? [state.path] : [])));
  const others: CallService = (call) => {
    if (!tasks.has(call.state)) return whole(call);
    const callback = call.taskToken !== undefined;
    if (callback && (ask.callbacks || (ask.tasks && !cases.names(call)))) return asked.callService(call);
    if (ask.tasks && !callback) left.add(call);
    return whole(call);
  };
  // A machine that a Task starts has states of its own: the mocks of states, and the user, are for those of this one.
  const around = { runHandler, unmocked: inbox.callService, asked: asked.callService, others };
  const callService = withTaskMocks(run, machine, around);
  return typeof callService === 'string'
    ? refuse(callService)
    : { ok: true, callService, asked, sample, started: children.started };
}

interface TestCase {
  readonly whole: CallService;
  readonly sample: CallService;
  names(call: ServiceCall): boolean;
}

/** A test case before the other services, or why there is none. */
function testCase(mocks: RunRequest['mocks'], others: CallService, stubs: CallService): TestCase | string {
  if (mocks === undefined) return { whole: others, sample: stubs, names: () => false };
  const read = readMockConfig(parse(mocks.text));
  if (!read.ok) return `The mocks cannot be used: ${read.problems[0]}`;
  const { machine, testCase: name } = mocks;
  const whole = mockedServices(read.config, machine, name, others);
  const sample = mockedServices(read.config, machine, name, stubs);
  if (whole === undefined || sample === undefined) {
    return `The mocks cannot be used: “${machine}” has no test case “${name}”.`;
  }
  const states = read.config.machines.get(machine)?.get(name);
  return { whole, sample, names: ({ stateName }) => states?.has(stateName) ?? false };
}

const isTask = ({ definition }: ReturnType<typeof allStates>[number]): boolean => definition.Type === 'Task';

function withTaskMocks(
  { mockedTasks: mocked = [], settings }: RunRequest,
  machine: StateMachine,
  around: Omit<MockSurroundings, 'seed' | 'languageOf'>,
): CallService | string {
  if (mocked.length === 0) return around.others;
  const states = new Map(allStates(machine).map((each) => [each.path, each]));
  const languageOf = (state: MockedTask['state']) => states.get(state)?.queryLanguage ?? 'JSONPath';
  // A mock of a state that is not there answers nothing, and stops nothing.
  const used = mocked.filter(({ state }) => states.has(state));
  for (const { state, mock } of used) {
    const [problem] = checkStateMock(mock, '', languageOf(state)).problems;
    if (problem) return `The mock of “${states.get(state)?.name}” cannot be used: ${problem}`;
  }
  return mockedTasks(used, { ...around, seed: settings.seed, languageOf });
}

const refuse = (reason: string): RunServices => ({ ok: false, reason });

/** The machines that Tasks may start, or why one of them cannot be read. */
function knownMachines(machines: readonly MachineText[]): ReadonlyMap<string, KnownMachine> | string {
  const known = new Map<string, KnownMachine>();
  for (const { name, text, type } of machines) {
    const parsed = parseText(text);
    const machine = buildModel(parsed);
    const problem = parsed.problems.find(({ severity }) => severity === 'error');
    if (isBroken(parsed) || machine.states.length === 0) {
      return `The state machine “${name}” cannot be used: ${problem?.message ?? 'it has no States.'}`;
    }
    known.set(name, { program: compileProgram(machine).program, type });
  }
  return known;
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
