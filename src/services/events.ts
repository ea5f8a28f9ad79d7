import type { JsonObject } from '../asl';
import type { ServiceStub, StubCall } from './stub.types';
import { field } from './stubCall';

/** One id per entry; without SDK metadata. Recorded: services/events. Shared with `aws-sdk:eventbridge`. */
export function putEventsFields(call: StubCall): JsonObject {
  const entries = field(call.request, 'Entries');
  const count = Array.isArray(entries) ? entries.length : 1;
  return {
    Entries: Array.from({ length: count }, (_, index) => ({ EventId: call.uuid(`event ${index}`) })),
    FailedEntryCount: 0,
  };
}

/** `events:putEvents`. */
export const events: ServiceStub = { respond: putEventsFields };
