import type { Json, JsonObject } from '../asl';
import type { StubCall } from './stub.types';

/**
 * A response with what optimized integrations append to it, keys in alphabetical order. The aws-sdk
 * integrations return the service's fields alone.
 * Recorded: services/lambda, sqs, dynamodb.
 */
export function withSdkMetadata(call: StubCall, response: JsonObject): Json {
  const requestId = call.uuid('request');
  const headers = {
    'Content-Type': 'application/x-amz-json-1.0',
    Date: new Date(call.epochMs()).toUTCString(),
    'x-amzn-RequestId': requestId,
  };
  return alphabetical({
    ...response,
    SdkHttpMetadata: {
      AllHttpHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      HttpHeaders: headers,
      HttpStatusCode: 200,
    },
    SdkResponseMetadata: { RequestId: requestId },
  });
}

/** The object's own keys in the order AWS writes them. */
export const alphabetical = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
