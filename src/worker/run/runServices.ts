import { buildModel, isBroken, type Json, parseText, type StateMachine } from '../../asl';
import { type CallService, compileProgram } from '../../interpreter';
import {
  childExecutions,
  type KnownMachine,
  mockedServices,
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
 * Who answers a run's Tasks: mocks for the states they name, the workflow itself, state machines of the page, its
 * buckets, stubs.
 */
export function runServices(
  { mocks, objects = [], machines = [] }: RunRequest,
  machine: StateMachine,
  execution: TaskHolder,
  stubs: CallService,
): RunServices {
  const known = knownMachines(machines);
  if (typeof known === 'string') return refuse(known);
  const children = childExecutions(known, simulatedS3(objects, stubs), () => whole);
  const inbox = new TaskInbox(machine, children.callService);
  inbox.attach(execution);
  let whole = inbox.callService;
  if (mocks === undefined) return { ok: true, callService: whole };
  const read = readMockConfig(parse(mocks.text));
  if (!read.ok) return refuse(`The mocks cannot be used: ${read.problems[0]}`);
  const services = mockedServices(read.config, mocks.machine, mocks.testCase, inbox.callService);
  if (services === undefined) {
    return refuse(`The mocks cannot be used: “${mocks.machine}” has no test case “${mocks.testCase}”.`);
  }
  whole = services;
  return { ok: true, callService: services };
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
