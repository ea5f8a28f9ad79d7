import { isJsonObject, type JsonObject } from '../asl';
import { withSdkMetadata } from './sdkMetadata';
import type { ServiceStub, StubCall } from './stub.types';
import { field } from './stubCall';

/** Names of the containers the request overrides, else one of a usual name. */
function containerNames({ request }: StubCall): readonly string[] {
  const overrides = field(request, 'Overrides');
  const listed = isJsonObject(overrides) ? field(overrides, 'ContainerOverrides') : undefined;
  const names = (Array.isArray(listed) ? listed : [])
    .map((override) => (isJsonObject(override) ? field(override, 'Name') : undefined))
    .filter((name) => typeof name === 'string');
  return names.length > 0 ? names : ['main'];
}

function task(call: StubCall, ended: boolean): JsonObject {
  const cluster = call.text('Cluster', 'default').replace(/^.*\//, '');
  const status = ended ? 'STOPPED' : 'PROVISIONING';
  const taskArn = call.arn('ecs', `task/${cluster}/${call.hex('task', 32)}`);
  const definition = call.text('TaskDefinition', 'task');
  return {
    ClusterArn: call.arn('ecs', `cluster/${cluster}`),
    Containers: containerNames(call).map((name) => ({
      ContainerArn: call.arn('ecs', `container/${cluster}/${call.uuid(`container ${name}`)}`),
      ...(ended ? { ExitCode: 0 } : {}),
      LastStatus: ended ? 'STOPPED' : 'PENDING',
      Name: name,
      TaskArn: taskArn,
    })),
    CreatedAt: call.epochMs(),
    DesiredStatus: ended ? 'STOPPED' : 'RUNNING',
    LastStatus: status,
    LaunchType: call.text('LaunchType', 'FARGATE'),
    StartedBy: 'AWS Step Functions',
    ...(ended ? { StopCode: 'EssentialContainerExited', StoppedAt: call.epochMs(1) } : {}),
    TaskArn: taskArn,
    TaskDefinitionArn: definition.startsWith('arn:')
      ? definition
      : call.arn('ecs', `task-definition/${definition}`),
  };
}

/** `ecs:runTask`; `.sync` gives the one task alone, stopped with exit code 0. Recorded: services/ecs_task. */
export const ecs: ServiceStub = {
  respond: (call) => withSdkMetadata(call, { Failures: [], Tasks: [task(call, false)] }),
  complete: (call) => task(call, true),
};
