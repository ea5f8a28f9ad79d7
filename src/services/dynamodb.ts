import { isJsonObject, type JsonObject } from '../asl';
import { withSdkMetadata } from './sdkMetadata';
import type { ServiceStub, StubCall } from './stub.types';
import { field } from './stubCall';

/**
 * The fields DynamoDB returns, shared with `aws-sdk:dynamodb`. The table holds what is asked for and
 * nothing else: an item is its key, a scan is empty, and attributes come back only where ReturnValues
 * says so. Recorded: services/dynamodb.
 */
export function dynamodbFields({ action, request }: StubCall): JsonObject {
  const key = field(request, 'Key');
  switch (action) {
    case 'getItem':
      return isJsonObject(key) ? { Item: key } : {};
    case 'updateItem':
      return /^(ALL|UPDATED)_NEW$/.test(String(field(request, 'ReturnValues'))) && isJsonObject(key)
        ? { Attributes: key }
        : {};
    case 'query':
    case 'scan':
      return { Count: 0, Items: [], ScannedCount: 0 };
    case 'batchGetItem':
      return { Responses: {}, UnprocessedKeys: {} };
    case 'batchWriteItem':
      return { UnprocessedItems: {} };
    default:
      return {};
  }
}

/** `dynamodb:getItem`, `putItem`, `updateItem`, `deleteItem`. */
export const dynamodb: ServiceStub = {
  respond: (call) => withSdkMetadata(call, dynamodbFields(call)),
};
