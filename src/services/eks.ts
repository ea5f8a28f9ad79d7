import type { JsonObject } from '../asl';
import { withSdkMetadata } from './sdkMetadata';
import type { ServiceStub, StubCall } from './stub.types';
import { field } from './stubCall';

/** `createNodegroup` → `Nodegroup`. */
const kind = ({ action }: StubCall): string => action.replace(/^(create|delete)/, '');

function described(call: StubCall, ended: boolean): JsonObject {
  const created = call.action.startsWith('create');
  const Status = created ? (ended ? 'ACTIVE' : 'CREATING') : 'DELETING';
  const cluster = call.text('ClusterName', call.text('Name', 'cluster'));
  return {
    [kind(call)]: {
      Arn: call.arn('eks', `${kind(call).toLowerCase()}/${cluster}`),
      ...(kind(call) === 'Cluster' ? { Name: cluster } : { ClusterName: cluster }),
      Status,
    },
  };
}

/** `eks:call` sends back its body, `runJob` gives the job, the others the resource they make or delete. */
export const eks: ServiceStub = {
  respond(call) {
    if (call.action !== 'call' && call.action !== 'runJob')
      return withSdkMetadata(call, described(call, false));
    return {
      ResponseBody: field(call.request, call.action === 'call' ? 'RequestBody' : 'Job') ?? {},
      StatusCode: 200,
      StatusText: 'OK',
    };
  },
  complete: (call) =>
    call.action === 'runJob'
      ? { ResponseBody: field(call.request, 'Job') ?? {}, StatusCode: 200, StatusText: 'OK' }
      : described(call, true),
};
