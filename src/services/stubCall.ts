import { isJsonObject, type JsonObject } from '../asl';
import { digits, uuidOf } from './identity';
import type { ServiceCall, StubCall } from './stub.types';

const NOTHING: JsonObject = {};

/** Reads a call for a stub. */
export function stubCall(call: ServiceCall): StubCall {
  const request = isJsonObject(call.arguments) ? call.arguments : NOTHING;
  const seed = (label: string) => `${call.executionArn}/${call.task}/${label}`;
  const [, partition = 'aws', , region = 'us-east-1', account = '123456789012'] =
    call.executionArn.split(':');
  return {
    call,
    action: call.resource.kind === 'service' ? call.resource.action : '',
    request,
    text(field, otherwise) {
      const value = Object.hasOwn(request, field) ? request[field] : undefined;
      return typeof value === 'string' ? value : otherwise;
    },
    uuid: (label) => uuidOf(seed(label)),
    hex: (label, length) => digits(seed(label), length),
    arn: (service, resource) => `arn:${partition}:${service}:${region}:${account}:${resource}`,
    time: (seconds = 0) => new Date(call.at + seconds * 1000).toISOString(),
    epochMs: (seconds = 0) => call.at + seconds * 1000,
  };
}

/** A field of a request, undefined when absent. */
export const field = (request: JsonObject, name: string) =>
  Object.hasOwn(request, name) ? request[name] : undefined;
