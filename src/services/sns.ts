import { withSdkMetadata } from './sdkMetadata';
import type { ServiceStub } from './stub.types';
import { field } from './stubCall';

/** `sns:publish`. A FIFO topic also numbers the message. */
export const sns: ServiceStub = {
  respond: (call) =>
    withSdkMetadata(call, {
      MessageId: call.uuid('message'),
      ...(call.text('TopicArn', '').endsWith('.fifo')
        ? { SequenceNumber: `1${String(call.call.invocation + 1).padStart(19, '0')}` }
        : {}),
    }),
  callback: ({ request }) => field(request, 'Message') ?? {},
};
