import type { Json, JsonObject, Seconds } from '../asl';
import {
  type CallService,
  createExecution,
  defaultSettings,
  type Execution,
  type Program,
  runToEnd,
  type ServiceAnswer,
  type ServiceCall,
} from '../interpreter';
import { alphabetical, withSdkMetadata } from './sdkMetadata';
import type { StubCall } from './stub.types';
import { field, stubCall } from './stubCall';

/** A state machine that Tasks can start, by its name. */
export interface KnownMachine {
  readonly program: Program;
  readonly type: 'STANDARD' | 'EXPRESS';
}

/** State machines by their names; which version of one may depend on the call that starts it. */
export interface KnownMachines {
  get(name: string, call: ServiceCall): KnownMachine | undefined;
}

/** An execution that a Task has started. */
export interface StartedExecution {
  readonly execution: Execution;
  /** The name it is known by. */
  readonly machine: string;
  readonly known: KnownMachine;
  /** The execution whose Task started it. */
  readonly startedBy: string;
  /** The call that did. */
  readonly call: ServiceCall;
  /** The one of these whose timeline has the call; absent: that of the execution that all of them are of. */
  readonly parent?: Execution;
  /** Done when it has ended; absent when it has. */
  readonly ending?: Promise<unknown>;
}

export interface ChildExecutions {
  readonly callService: CallService;
  /** In order of start; children of children among them. */
  readonly started: readonly StartedExecution[];
}

/** Executions that start each other without an end are told, not followed for ever. */
const MOST_GENERATIONS = 20;
/** States entered at most in one of them. */
const MOST_TRANSITIONS = 1_000_000;

/**
 * Runs the state machines that Tasks start: `states:startExecution` in all its forms, `aws-sdk:sfn:startExecution` and
 * `aws-sdk:sfn:startSyncExecution`. A child runs in virtual time beside its parent, from the instant of the call; its own
 * Tasks are answered as its parent's are. Calls for machines that are not known, and all other calls, go on to `otherwise`.
 * Recorded: callback/test_start_execution_sync, _sync2; source: integrations.md 4.
 *
 * @param forChildren answers the Tasks of the child that a call starts, when something stands before this
 */
export function childExecutions(
  machines: KnownMachines,
  otherwise: CallService,
  forChildren?: (call: ServiceCall) => CallService,
): ChildExecutions {
  const started: StartedExecution[] = [];
  const byArn = new Map<string, { readonly generation: number }>();
  /** Whose Tasks made calls that are on their way. */
  const callers = new WeakMap<ServiceCall, Execution>();
  const callService: CallService = (call) => {
    const start = startOf(call);
    const machine = start && machines.get(machineName(start.machineArn), call);
    if (start === undefined || machine === undefined) return otherwise(call);
    const refused = refusal(start, machine, call, byArn);
    if (refused !== undefined) return refused;
    const generation = (byArn.get(call.executionArn)?.generation ?? 0) + 1;
    byArn.set(start.executionArn, { generation });
    const execution = createExecution(machine.program, settingsOf(start, machine, call), start.input.value);
    const parent = callers.get(call);
    const place = started.length;
    const child: StartedExecution = {
      execution,
      machine: machineName(start.machineArn),
      known: machine,
      startedBy: call.executionArn,
      call,
      ...(parent === undefined ? {} : { parent }),
    };
    started.push(child);
    const services = forChildren?.(call) ?? callService;
    const ownService: CallService = (own) => {
      callers.set(own, execution);
      return services(own);
    };
    const ended = runToEnd(execution, ownService, { maxTransitions: MOST_TRANSITIONS });
    const end = () => {
      // What goes on without an end is given up.
      execution.deliver({ type: 'stop', at: execution.now });
      return answer(start, execution, call);
    };
    if (!(ended instanceof Promise)) return end();
    const ending = ended.then(end);
    started[place] = { ...child, ending };
    return ending;
  };
  return { callService, started };
}

interface Start {
  readonly read: StubCall;
  readonly machineArn: string;
  readonly executionArn: string;
  readonly name: string;
  /** `text` is absent when it is no JSON. */
  readonly input: { readonly value: Json; readonly text: string | undefined };
  /** How the task waits for the child. */
  readonly form: 'start' | 'sync' | 'sync:2' | 'startSync';
  readonly isSdk: boolean;
}

/** The request, when the call starts an execution. */
function startOf(call: ServiceCall): Start | undefined {
  const { resource } = call;
  if (resource.kind !== 'service') return undefined;
  const isSdk = resource.service === 'aws-sdk:sfn';
  if (!isSdk && resource.service !== 'states') return undefined;
  const waits = isSdk && resource.action === 'startSyncExecution';
  if (!waits && resource.action !== 'startExecution') return undefined;
  const read = stubCall(call);
  const machineArn = read.text('StateMachineArn', '');
  const name = read.text('Name', read.uuid('execution'));
  const { pattern } = resource;
  return {
    read,
    machineArn,
    name,
    executionArn: `${unqualified(machineArn).replace(':stateMachine:', ':execution:')}:${name}`,
    input: inputOf(field(read.request, 'Input')),
    form: waits ? 'startSync' : pattern === 'sync' || pattern === 'sync:2' ? pattern : 'start',
    isSdk,
  };
}

/** A text is JSON text already; null is left out. Recorded: callback/test_start_execution_sync. */
function inputOf(given: Json | undefined): Start['input'] {
  if (given === undefined || given === null) return { value: {}, text: '{}' };
  if (typeof given !== 'string') return { value: given, text: JSON.stringify(given) };
  try {
    return { value: JSON.parse(given) as Json, text: given };
  } catch {
    return { value: given, text: undefined };
  }
}

/** An ARN without version or alias. */
const unqualified = (machineArn: string): string => machineArn.split(':').slice(0, 7).join(':');
const machineName = (machineArn: string): string => machineArn.split(':')[6] ?? machineArn;

function refusal(
  start: Start,
  machine: KnownMachine,
  call: ServiceCall,
  byArn: ReadonlyMap<string, { readonly generation: number }>,
): ServiceAnswer | undefined {
  const fail = (exception: string, cause: string): ServiceAnswer => ({
    type: 'fail',
    error: `${start.isSdk ? 'Sfn' : 'StepFunctions'}.${exception}Exception`,
    cause: `${cause} (Service: ${start.isSdk ? 'Sfn, ' : 'AWSStepFunctions; '}Status Code: 400${start.isSdk ? ',' : ';'} Request ID: ${start.read.uuid('request')})`,
  });
  if (start.input.text === undefined) {
    return fail('InvalidExecutionInput', 'Invalid State Machine Execution Input');
  }
  if (start.form === 'startSync' && machine.type === 'STANDARD') {
    return fail(
      'StateMachineTypeNotSupported',
      'This operation is not supported by this type of state machine',
    );
  }
  if (machine.type === 'STANDARD' && byArn.has(start.executionArn)) {
    return fail('ExecutionAlreadyExists', `Execution Already Exists: '${start.executionArn}'`);
  }
  if ((byArn.get(call.executionArn)?.generation ?? 0) >= MOST_GENERATIONS) {
    const cause = `Executions start each other without an end: ${MOST_GENERATIONS} generations of them are run here.`;
    return { type: 'fail', error: 'StepFunctions.ExecutionLimitExceededException', cause };
  }
  return undefined;
}

function settingsOf(
  { machineArn, executionArn, name, read }: Start,
  { type }: KnownMachine,
  call: ServiceCall,
) {
  const [, , , region = 'us-east-1'] = machineArn.split(':');
  const express = `${executionArn.replace(':execution:', ':express:')}:${read.uuid('express')}`;
  return defaultSettings({
    type,
    region,
    startTime: call.at,
    stateMachineName: machineName(machineArn),
    stateMachineArn: unqualified(machineArn),
    executionName: name,
    executionArn: type === 'EXPRESS' ? express : executionArn,
  });
}

function answer(start: Start, execution: Execution, call: ServiceCall): ServiceAnswer {
  const { read, form, isSdk } = start;
  const begun = { ExecutionArn: execution.settings.executionArn, StartDate: time(call.at, isSdk) };
  const response = isSdk ? begun : withSdkMetadata(read, begun);
  if (form === 'start') return { type: 'succeed', output: response };
  const after = ((execution.now - call.at) / 1000) as Seconds;
  const described = description(start, execution);
  if (form === 'startSync') return { type: 'succeed', after, output: described };
  return execution.status === 'SUCCEEDED'
    ? { type: 'succeed', submitted: response, after, output: described }
    : {
        type: 'fail',
        submitted: response,
        after,
        error: 'States.TaskFailed',
        cause: JSON.stringify(described),
      };
}

/** As DescribeExecution, in the names of Step Functions. */
function description({ input, form, isSdk }: Start, execution: Execution): JsonObject {
  const { settings, output, error, cause } = execution;
  const parsed = form === 'sync:2';
  return alphabetical({
    ExecutionArn: settings.executionArn,
    Input: parsed ? input.value : (input.text ?? ''),
    InputDetails: { Included: true },
    Name: settings.executionName,
    ...(output === undefined
      ? {}
      : { Output: parsed ? output : JSON.stringify(output), OutputDetails: { Included: true } }),
    StartDate: time(settings.startTime, isSdk),
    StateMachineArn: settings.stateMachineArn,
    Status: execution.status,
    StopDate: time(execution.now, isSdk),
    ...(error === undefined ? {} : { Error: error }),
    ...(cause === undefined ? {} : { Cause: cause }),
  });
}

/** SDK integrations give timestamps as texts, the optimized one as milliseconds. */
const time = (at: number, isSdk: boolean): Json => (isSdk ? new Date(at).toISOString() : at);
