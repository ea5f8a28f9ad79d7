import type { Json } from '../../asl';
import type { CallService } from '../../interpreter';
import { mockedServices, readMockConfig, simulatedS3 } from '../../services';
import type { RunRequest } from '../run.types';

export type RunServices =
  | { readonly ok: true; readonly callService: CallService }
  /** A sentence that says what to mend first. */
  | { readonly ok: false; readonly reason: string };

/** Who answers a run's Tasks: mocks for the states they name, then the buckets of the page, then stubs. */
export function runServices({ mocks, objects = [] }: RunRequest, stubs: CallService): RunServices {
  const buckets = simulatedS3(objects, stubs);
  if (mocks === undefined) return { ok: true, callService: buckets };
  const read = readMockConfig(parse(mocks.text));
  if (!read.ok) return refuse(read.problems[0] ?? 'the file cannot be read');
  const services = mockedServices(read.config, mocks.machine, mocks.testCase, buckets);
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
