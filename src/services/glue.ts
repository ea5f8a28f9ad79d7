import type { JsonObject } from '../asl';
import { withSdkMetadata } from './sdkMetadata';
import type { ServiceStub, StubCall } from './stub.types';
import { field } from './stubCall';

const runId = (call: StubCall): string => `jr_${call.hex('run', 64)}`;

/** What a started job run returns. Shared with `aws-sdk:glue`. */
export const glueJobRun = (call: StubCall): JsonObject => ({ JobRunId: runId(call) });

/** `glue:startJobRun`; `.sync` gives the run as GetJobRun does. */
export const glue: ServiceStub = {
  respond: (call) => withSdkMetadata(call, glueJobRun(call)),
  complete: (call) => ({
    Arguments: field(call.request, 'Arguments') ?? {},
    Attempt: 0,
    CompletedOn: call.epochMs(1),
    ExecutionTime: 1,
    Id: runId(call),
    JobName: call.text('JobName', 'job'),
    JobRunState: 'SUCCEEDED',
    LastModifiedOn: call.epochMs(1),
    PredecessorRuns: [],
    StartedOn: call.epochMs(),
  }),
};

/** `databrew:startJobRun`; `.sync` gives the run as DescribeJobRun does. */
export const databrew: ServiceStub = {
  respond: (call) => withSdkMetadata(call, { RunId: `db_${call.hex('run', 64)}` }),
  complete: (call) => ({
    Attempt: 0,
    CompletedOn: call.epochMs(1),
    ExecutionTime: 1,
    JobName: call.text('Name', 'job'),
    RunId: `db_${call.hex('run', 64)}`,
    StartedOn: call.epochMs(),
    State: 'SUCCEEDED',
  }),
};
