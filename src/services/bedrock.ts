import type { JsonObject } from '../asl';
import { withSdkMetadata } from './sdkMetadata';
import type { ServiceStub, StubCall } from './stub.types';
import { field } from './stubCall';

const jobArn = (call: StubCall): JsonObject => ({
  JobArn: call.arn('bedrock', `model-customization-job/${call.hex('job', 12)}`),
});

/** `bedrock:invokeModel`: the model answers with the body it was sent; `createModelCustomizationJob` with a job. */
export const bedrock: ServiceStub = {
  respond: (call) =>
    call.action === 'invokeModel'
      ? { Body: field(call.request, 'Body') ?? {}, ContentType: call.text('Accept', 'application/json') }
      : withSdkMetadata(call, jobArn(call)),
  complete: (call) => ({
    CreationTime: call.epochMs(),
    EndTime: call.epochMs(1),
    ...jobArn(call),
    JobName: call.text('JobName', 'job'),
    Status: 'Completed',
  }),
  callback: ({ request }) => field(request, 'Body') ?? {},
};
