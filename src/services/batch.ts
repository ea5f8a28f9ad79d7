import { alphabetical, withSdkMetadata } from './sdkMetadata';
import type { ServiceStub, StubCall } from './stub.types';

const job = (call: StubCall) => {
  const JobId = call.uuid('job');
  return { JobArn: call.arn('batch', `job/${JobId}`), JobId, JobName: call.text('JobName', 'job') };
};

/** `batch:submitJob`; `.sync` gives the job as DescribeJobs does. */
export const batch: ServiceStub = {
  respond: (call) => withSdkMetadata(call, job(call)),
  complete: (call) =>
    alphabetical({
      Attempts: [],
      Container: { ExitCode: 0 },
      CreatedAt: call.epochMs(),
      DependsOn: [],
      ...job(call),
      JobDefinition: call.text('JobDefinition', 'job'),
      JobQueue: call.text('JobQueue', 'queue'),
      Parameters: {},
      StartedAt: call.epochMs(),
      Status: 'SUCCEEDED',
      StoppedAt: call.epochMs(1),
    }),
};
