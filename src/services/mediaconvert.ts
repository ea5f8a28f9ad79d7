import type { JsonObject } from '../asl';
import { withSdkMetadata } from './sdkMetadata';
import type { ServiceStub, StubCall } from './stub.types';

function job(call: StubCall, Status: string): JsonObject {
  const Id = `${call.epochMs()}-${call.hex('job', 6)}`;
  return { Job: { Arn: call.arn('mediaconvert', `jobs/${Id}`), Id, Status } };
}

/** `mediaconvert:createJob`; `.sync` gives the job as GetJob does. */
export const mediaconvert: ServiceStub = {
  respond: (call) => withSdkMetadata(call, job(call, 'SUBMITTED')),
  complete: (call) => job(call, 'COMPLETE'),
};
