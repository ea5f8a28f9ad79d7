import type { Json } from '../asl';
import { md5 } from './md5';
import { withSdkMetadata } from './sdkMetadata';
import type { ServiceStub, StubCall } from './stub.types';
import { field } from './stubCall';

const body = ({ request }: StubCall): Json => field(request, 'MessageBody') ?? {};

/** The message as SQS gets it: a body that is not a text is written as JSON. */
const bodyText = (call: StubCall): string => {
  const value = body(call);
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** `sqs:sendMessage`. Recorded: services/sqs. */
export const sqs: ServiceStub = {
  respond: (call) =>
    withSdkMetadata(call, { MD5OfMessageBody: md5(bodyText(call)), MessageId: call.uuid('message') }),
  callback: body,
};
