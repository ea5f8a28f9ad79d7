import { allStates, buildModel, isBroken, type Json, parseText, type StateMachine } from '../../asl';
import { type CallService, compileProgram } from '../../interpreter';
import {
  checkStateMock,
  childExecutions,
  type KnownMachine,
  type MockedTask,
  mockedServices,
  mockedTasks,
  type RunHandler,
  readMockConfig,
  simulatedS3,
  type TaskHolder,
  TaskInbox,
} from '../../services';
import type { MachineText, RunRequest } from '../run.types';

export type RunServices =
  | { readonly ok: true; readonly callService: CallService }
  /** A sentence that says what to mend first. */
  | { readonly ok: false; readonly reason: string };

/**
 * Who answers a run's Tasks: the mocks that states have, a test case for the states it names, the workflow itself, state
 * machines of the page, its buckets, stubs.
 */
export function runServices(
  run: RunRequest,
  machine: StateMachine,
  execution: TaskHolder,
  stubs: CallService,
  runHandler: RunHandler,
): RunServices {
  const { mocks, objects = [], machines = [] } = run;
  const known = knownMachines(machines);
  if (typeof known === 'string') return refuse(known);
  const children = childExecutions(known, simulatedS3(objects, stubs), () => whole);
  const inbox = new TaskInbox(machine, children.callService);
  inbox.attach(execution);
  let whole = inbox.callService;
  // A machine that a Task starts has states of its own: the mocks of states are those of this one.
  const answered = () =>
    withTaskMocks(run, machine, { runHandler, unmocked: inbox.callService, others: whole });
  if (mocks === undefined) return answered();
  const read = readMockConfig(parse(mocks.text));
  if (!read.ok) return refuse(`The mocks cannot be used: ${read.problems[0]}`);
  const services = mockedServices(read.config, mocks.machine, mocks.testCase, inbox.callService);
  if (services === undefined) {
    return refuse(`The mocks cannot be used: “${mocks.machine}” has no test case “${mocks.testCase}”.`);
  }
  whole = services;
  return answered();
}

function withTaskMocks(
  { mockedTasks: mocked = [], settings }: RunRequest,
  machine: StateMachine,
  around: Pick<Parameters<typeof mockedTasks>[1], 'runHandler' | 'unmocked' | 'others'>,
): RunServices {
  if (mocked.length === 0) return { ok: true, callService: around.others };
  const states = new Map(allStates(machine).map((each) => [each.path, each]));
  const languageOf = (state: MockedTask['state']) => states.get(state)?.queryLanguage ?? 'JSONPath';
  // A mock of a state that is not there answers nothing, and stops nothing.
  const used = mocked.filter(({ state }) => states.has(state));
  for (const { state, mock } of used) {
    const [problem] = checkStateMock(mock, '', languageOf(state)).problems;
    if (problem) return refuse(`The mock of “${states.get(state)?.name}” cannot be used: ${problem}`);
  }
  return { ok: true, callService: mockedTasks(used, { ...around, seed: settings.seed, languageOf }) };
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
