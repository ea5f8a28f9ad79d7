import type { JsonObject } from '../asl';
import { withSdkMetadata } from './sdkMetadata';
import type { ServiceStub, StubCall } from './stub.types';

const clusterId = (call: StubCall): string =>
  call.text('ClusterId', `j-${call.hex('cluster', 13).toUpperCase()}`);
const stepId = (call: StubCall): string => call.text('StepId', `s-${call.hex('step', 13).toUpperCase()}`);

function accepted(call: StubCall): JsonObject {
  switch (call.action) {
    case 'createCluster':
      return {
        ClusterArn: call.arn('elasticmapreduce', `cluster/${clusterId(call)}`),
        ClusterId: clusterId(call),
      };
    case 'addStep':
      return { StepId: stepId(call) };
    default:
      return {};
  }
}

function described(call: StubCall): JsonObject {
  if (call.action === 'addStep') {
    return { Step: { Id: stepId(call), Name: call.text('Name', 'step'), Status: { State: 'COMPLETED' } } };
  }
  const State = call.action === 'terminateCluster' ? 'TERMINATED' : 'WAITING';
  return { Cluster: { Id: clusterId(call), Name: call.text('Name', 'cluster'), Status: { State } } };
}

/** `elasticmapreduce:*`; `.sync` gives the cluster or step as its Describe action does. */
export const emr: ServiceStub = {
  respond: (call) => withSdkMetadata(call, accepted(call)),
  complete: described,
};

function virtualCluster(call: StubCall): JsonObject {
  const Id = call.text('Id', call.hex('virtual cluster', 25));
  return {
    Arn: call.arn('emr-containers', `/virtualclusters/${Id}`),
    Id,
    Name: call.text('Name', 'cluster'),
  };
}
function containerJob(call: StubCall): JsonObject {
  const VirtualClusterId = call.text('VirtualClusterId', call.hex('virtual cluster', 25));
  const Id = call.hex('run', 19);
  return {
    Arn: call.arn('emr-containers', `/virtualclusters/${VirtualClusterId}/jobruns/${Id}`),
    Id,
    Name: call.text('Name', 'job'),
    VirtualClusterId,
  };
}

/** `emr-containers:*`. */
export const emrContainers: ServiceStub = {
  respond: (call) =>
    withSdkMetadata(call, call.action === 'startJobRun' ? containerJob(call) : virtualCluster(call)),
  complete: (call) =>
    call.action === 'startJobRun'
      ? { JobRun: { ...containerJob(call), State: 'COMPLETED' } }
      : { VirtualCluster: { ...virtualCluster(call), State: 'TERMINATED' } },
};

function application(call: StubCall): JsonObject {
  const ApplicationId = call.text('ApplicationId', call.hex('application', 16));
  return {
    ApplicationId,
    Arn: call.arn('emr-serverless', `/applications/${ApplicationId}`),
    ...(call.action === 'createApplication' ? { Name: call.text('Name', 'application') } : {}),
  };
}

/** `emr-serverless:*`. */
export const emrServerless: ServiceStub = {
  respond(call) {
    if (call.action === 'createApplication') return withSdkMetadata(call, application(call));
    if (!/JobRun$/.test(call.action)) return withSdkMetadata(call, {});
    const JobRunId = call.text('JobRunId', call.hex('run', 16));
    return withSdkMetadata(call, { ...application(call), JobRunId });
  },
  complete(call) {
    if (!/JobRun$/.test(call.action)) return { Application: { ...application(call), State: 'STARTED' } };
    const JobRunId = call.text('JobRunId', call.hex('run', 16));
    return { JobRun: { ...application(call), JobRunId, State: 'SUCCESS' } };
  },
};
