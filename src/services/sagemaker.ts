import type { JsonObject } from '../asl';
import { alphabetical, withSdkMetadata } from './sdkMetadata';
import type { ServiceStub, StubCall } from './stub.types';

/** `createTrainingJob` → `TrainingJob`. */
const kind = ({ action }: StubCall): string => action.replace(/^(create|update)/, '');

/** `TrainingJob` → `training-job`, as it stands in ARNs. */
const kebab = (name: string): string => name.replace(/(?!^)([A-Z])/g, '-$1').toLowerCase();

function arnField(call: StubCall): JsonObject {
  const name = call.text(`${kind(call)}Name`, call.hex('name', 12));
  return { [`${kind(call)}Arn`]: call.arn('sagemaker', `${kebab(kind(call))}/${name}`) };
}

/** `sagemaker:create…` and `updateEndpoint`; `.sync` gives the job as its Describe action does. */
export const sagemaker: ServiceStub = {
  respond: (call) => withSdkMetadata(call, arnField(call)),
  complete: (call) =>
    alphabetical({
      ...call.request,
      ...arnField(call),
      CreationTime: call.epochMs(),
      [`${kind(call)}Status`]: 'Completed',
      LastModifiedTime: call.epochMs(1),
    }),
};
