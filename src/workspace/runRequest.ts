import type { EpochMs } from '../asl';
import type { RunRequest, ServiceChoice } from '../worker';
import { mockChoice } from './mocks';
import type { DocumentState, ExecutionState, RunSummary } from './state';

const REGION = 'us-east-1';
/** The account number AWS's own documentation uses in examples. */
const ACCOUNT = '123456789012';

/**
 * A new run of the document as it stands, named as AWS names executions that were given no name: a UUID,
 * here made from the seed, so that the request alone decides the history.
 *
 * @param now milliseconds since 1970; the run's virtual time begins there
 */
export function newRun(
  document: DocumentState,
  execution: ExecutionState,
  now: number,
  seed: number,
): { readonly request: RunRequest; readonly summary: RunSummary } {
  const id = uuid(now, seed);
  const input = execution.input.trim() === '' ? '{}' : execution.input;
  const machine = machineName(document.name);
  const services = servicesNow(document, execution);
  const kind = execution.type === 'STANDARD' ? 'execution' : 'express';
  const arn = (resource: string) => `arn:aws:states:${REGION}:${ACCOUNT}:${resource}`;
  return {
    request: {
      text: document.text,
      format: document.format,
      input,
      ...services,
      settings: {
        type: execution.type,
        startTime: now as EpochMs,
        seed,
        executionName: id,
        executionArn: arn(`${kind}:${machine}:${id}`),
        stateMachineName: machine,
        stateMachineArn: arn(`stateMachine:${machine}`),
        roleArn: `arn:aws:iam::${ACCOUNT}:role/StatecraftRole`,
        region: REGION,
      },
    },
    summary: {
      id,
      type: execution.type,
      input,
      version: document.version,
      startedAt: now,
      now,
      events: 0,
      transitions: 0,
      result: undefined,
      restored: false,
      ...answeringOf(services),
    },
  };
}

/** Who answers Tasks, as it is set now. */
export function servicesNow(document: DocumentState, execution: ExecutionState): ServiceChoice {
  const { objects, machines, tasks, ask, mocks: mockSettings } = execution.services;
  const mocks = mockChoice(mockSettings, document.name);
  return {
    ...(tasks.length === 0 ? {} : { mockedTasks: tasks }),
    ...(ask.tasks || ask.callbacks ? { ask } : {}),
    ...(mocks === undefined ? {} : { mocks }),
    ...(objects.length === 0 ? {} : { objects }),
    ...(machines.length === 0 ? {} : { machines }),
  };
}

/** What is said of them with a run. */
export function answeringOf({
  mockedTasks = [],
  ask,
  mocks,
}: ServiceChoice): Pick<RunSummary, 'mockedTasks' | 'ask' | 'mocks'> {
  return {
    ...(mockedTasks.length === 0 ? {} : { mockedTasks: mockedTasks.length }),
    ...(ask === undefined ? {} : { ask }),
    ...(mocks === undefined ? {} : { mocks: { machine: mocks.machine, testCase: mocks.testCase } }),
  };
}

/** As AWS allows: letters, digits, `-` and `_`, at most 80. */
const machineName = (name: string): string => name.replace(/[^\w-]+/g, '-').slice(0, 80) || 'workflow';

function uuid(now: number, seed: number): string {
  const digits = hex(now, 12) + hex(seed, 8) + hex(Math.imul(seed ^ now, 0x9e3779b1), 8);
  const at = (from: number, to: number) => digits.slice(from, to);
  return `${at(0, 8)}-${at(8, 12)}-4${at(12, 15)}-8${at(15, 18)}-${at(18, 28).padEnd(12, '0')}`;
}

const hex = (value: number, length: number): string =>
  (value < 0 ? value >>> 0 : value).toString(16).padStart(length, '0').slice(-length);
