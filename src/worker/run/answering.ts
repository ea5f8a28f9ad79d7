import { allStates, buildModel, isBroken, jsonOf, parseText, type StateMachine } from '../../asl';
import {
  type CallService,
  compileProgram,
  type ExecutionSettings,
  type ServiceCall,
} from '../../interpreter';
import {
  type AskedCalls,
  checkStateMock,
  type KnownMachine,
  type MockedTask,
  type MockSurroundings,
  mockedServices,
  mockedTasks,
  readMockConfig,
  type TaskInbox,
} from '../../services';
import { NOBODY_ASKED } from '../calls.types';
import type { MachineText, ServiceChoice } from '../run.types';

/** Who answers, made of what the user chose. */
export interface Answering {
  /** The calls of the run's own machine. */
  readonly callService: CallService;
  /** The calls of executions that it starts. */
  readonly whole: CallService;
  /** How a test case or a stub would answer; nothing is done. */
  readonly sample: CallService;
  /** What Tasks may start. */
  readonly known: ReadonlyMap<string, KnownMachine>;
  readonly texts: ReadonlyMap<KnownMachine, MachineText>;
}

/** What all that answer in a run share. */
export interface AnsweringSurroundings {
  readonly machine: StateMachine;
  readonly settings: ExecutionSettings;
  readonly inbox: TaskInbox;
  readonly asked: AskedCalls;
  /** Calls that come back to the user when nobody else answers. */
  readonly left: WeakSet<ServiceCall>;
  readonly stubs: CallService;
  readonly runHandler: MockSurroundings['runHandler'];
}

/** @returns a sentence that says what to mend first, when the choice cannot be used */
export function answering(choice: ServiceChoice, around: AnsweringSurroundings): Answering | string {
  const { machine, inbox, asked, left, stubs } = around;
  const { ask = NOBODY_ASKED, machines = [] } = choice;
  const read = knownMachines(machines);
  if (typeof read === 'string') return read;
  const cases = testCase(choice.mocks, inbox.callService, stubs);
  if (typeof cases === 'string') return cases;
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
  const callService = withTaskMocks(choice.mockedTasks ?? [], others, around);
  return typeof callService === 'string' ? callService : { callService, whole, sample, ...read };
}

interface TestCase {
  readonly whole: CallService;
  readonly sample: CallService;
  names(call: ServiceCall): boolean;
}

/** A test case before the other services, or why there is none. */
function testCase(mocks: ServiceChoice['mocks'], others: CallService, stubs: CallService): TestCase | string {
  if (mocks === undefined) return { whole: others, sample: stubs, names: () => false };
  const read = readMockConfig(jsonOf(mocks.text) ?? null);
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
  mocked: readonly MockedTask[],
  others: CallService,
  { machine, settings, inbox, asked, runHandler }: AnsweringSurroundings,
): CallService | string {
  if (mocked.length === 0) return others;
  const states = new Map(allStates(machine).map((each) => [each.path, each]));
  const languageOf = (state: MockedTask['state']) => states.get(state)?.queryLanguage ?? 'JSONPath';
  // A mock of a state that is not there answers nothing, and stops nothing.
  const used = mocked.filter(({ state }) => states.has(state));
  for (const { state, mock } of used) {
    const [problem] = checkStateMock(mock, '', languageOf(state)).problems;
    if (problem) return `The mock of “${states.get(state)?.name}” cannot be used: ${problem}`;
  }
  const around = { runHandler, unmocked: inbox.callService, asked: asked.callService, others };
  return mockedTasks(used, { ...around, seed: settings.seed, languageOf });
}

/** The machines that Tasks may start, or why one of them cannot be read. */
function knownMachines(machines: readonly MachineText[]): Pick<Answering, 'known' | 'texts'> | string {
  const known = new Map<string, KnownMachine>();
  const texts = new Map<KnownMachine, MachineText>();
  for (const each of machines) {
    const { name, text, type } = each;
    const parsed = parseText(text);
    const machine = buildModel(parsed);
    const problem = parsed.problems.find(({ severity }) => severity === 'error');
    if (isBroken(parsed) || machine.states.length === 0) {
      return `The state machine “${name}” cannot be used: ${problem?.message ?? 'it has no States.'}`;
    }
    const made = { program: compileProgram(machine).program, type };
    known.set(name, made);
    texts.set(made, each);
  }
  return { known, texts };
}
