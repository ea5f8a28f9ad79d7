import type { Json, JsonObject } from '../asl';
import { withSdkMetadata } from './sdkMetadata';
import type { ServiceStub, StubCall } from './stub.types';
import { field } from './stubCall';

/** Seconds the child takes. */
const DURATION = 1;

const machineArn = (call: StubCall): string =>
  call.text('StateMachineArn', call.arn('states', 'stateMachine:Child'));
const name = (call: StubCall): string => call.text('Name', call.uuid('execution'));
const executionArn = (call: StubCall): string =>
  `${machineArn(call).replace(':stateMachine:', ':execution:')}:${name(call)}`;

/** The child's input as its execution sees it; a text is JSON text already. */
function input(call: StubCall): { readonly value: Json; readonly text: string } {
  const given = field(call.request, 'Input') ?? {};
  if (typeof given !== 'string') return { value: given, text: JSON.stringify(given) };
  try {
    return { value: JSON.parse(given) as Json, text: given };
  } catch {
    return { value: given, text: given };
  }
}

export const startedExecution = (call: StubCall): JsonObject => ({
  ExecutionArn: executionArn(call),
  StartDate: call.epochMs(),
});

/**
 * `states:startExecution`: the child ends well with its input as its output. `.sync` gives input and
 * output as JSON text, `.sync:2` as JSON. Recorded: callback/start_execution_sync, _sync2.
 */
export const stepFunctions: ServiceStub = {
  respond: (call) => withSdkMetadata(call, startedExecution(call)),
  complete(call) {
    const { resource } = call.call;
    const parsed = resource.kind === 'service' && resource.pattern === 'sync:2';
    const { value, text } = input(call);
    return {
      ExecutionArn: executionArn(call),
      Input: parsed ? value : text,
      InputDetails: { Included: true },
      Name: name(call),
      Output: parsed ? value : text,
      OutputDetails: { Included: true },
      StartDate: call.epochMs(),
      StateMachineArn: machineArn(call),
      Status: 'SUCCEEDED',
      StopDate: call.epochMs(DURATION),
    };
  },
  callback: (call) => input(call).value,
};
