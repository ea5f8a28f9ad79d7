import type { Json } from '../asl';
import { withSdkMetadata } from './sdkMetadata';
import type { ServiceStub, StubCall } from './stub.types';
import { field } from './stubCall';

const payload = ({ request }: StubCall): Json => field(request, 'Payload') ?? {};

/** `lambda:invoke`: the function returns the payload it was given. Recorded: services/lambda_task_service. */
export const lambda: ServiceStub = {
  respond: (call) =>
    field(call.request, 'InvocationType') === 'Event'
      ? withSdkMetadata(call, { Payload: '', StatusCode: 202 })
      : withSdkMetadata(call, { ExecutedVersion: '$LATEST', Payload: payload(call), StatusCode: 200 }),
  callback: payload,
};
