import type { Json, StateMachine } from '../../asl';
import type { CallService, Execution } from '../../interpreter';
import { mockedServices, readMockConfig, simulatedS3, TaskInbox } from '../../services';
import type { RunRequest } from '../run.types';

export type RunServices =
  | { readonly ok: true; readonly callService: CallService }
  /** A sentence that says what to mend first. */
  | { readonly ok: false; readonly reason: string };

/** Who answers a run's Tasks: mocks for the states they name, the workflow itself, the buckets of the page, stubs. */
export function runServices(
  { mocks, objects = [] }: RunRequest,
  machine: StateMachine,
  execution: Execution,
  stubs: CallService,
): RunServices {
  const inbox = new TaskInbox(machine, simulatedS3(objects, stubs));
  inbox.attach(execution);
  if (mocks === undefined) return { ok: true, callService: inbox.callService };
  const read = readMockConfig(parse(mocks.text));
  if (!read.ok) return refuse(read.problems[0] ?? 'the file cannot be read');
  const services = mockedServices(read.config, mocks.machine, mocks.testCase, inbox.callService);
  return services
    ? { ok: true, callService: services }
    : refuse(`there is no test case “${mocks.testCase}” of “${mocks.machine}”`);
}

const refuse = (problem: string): RunServices => ({
  ok: false,
  reason: `The mocks cannot be used: ${problem}`,
});

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
