import type { JsonObject } from '../asl';
import { withSdkMetadata } from './sdkMetadata';
import type { ServiceStub, StubCall } from './stub.types';

function build(call: StubCall, ended: boolean): JsonObject {
  const project = call.text('ProjectName', 'project');
  const Id = `${project}:${call.uuid('build')}`;
  return {
    Arn: call.arn('codebuild', `build/${Id}`),
    BuildComplete: ended,
    BuildNumber: 1,
    BuildStatus: ended ? 'SUCCEEDED' : 'IN_PROGRESS',
    CurrentPhase: ended ? 'COMPLETED' : 'QUEUED',
    ...(ended ? { EndTime: call.epochMs(1) } : {}),
    Id,
    ProjectName: project,
    StartTime: call.epochMs(),
  };
}

function fields(call: StubCall, ended: boolean): JsonObject {
  switch (call.action) {
    case 'startBuild':
    case 'stopBuild':
      return { Build: build(call, ended) };
    case 'startBuildBatch':
    case 'stopBuildBatch':
      return { BuildBatch: build(call, ended) };
    case 'batchDeleteBuilds':
      return { BuildsDeleted: [], BuildsNotDeleted: [] };
    case 'batchGetReports':
      return { Reports: [], ReportsNotFound: [] };
    default:
      return {};
  }
}

/** `codebuild:*`; `.sync` gives the build as BatchGetBuilds does. */
export const codebuild: ServiceStub = {
  respond: (call) => withSdkMetadata(call, fields(call, false)),
  complete: (call) => fields(call, true),
};
