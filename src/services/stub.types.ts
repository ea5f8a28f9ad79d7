import type { Json, JsonObject } from '../asl';
import type { ServiceAnswer, ServiceCall } from '../interpreter';

/** A service call as a stub reads it. Everything it makes up is derived from the call: same call, same answer. */
export interface StubCall {
  readonly call: ServiceCall;
  /** API action without the pattern's suffix. */
  readonly action: string;
  /** The request's fields; empty when the arguments are not an object. */
  readonly request: JsonObject;
  /** A field's text, or `otherwise` when it is absent or not a text. */
  text(field: string, otherwise: string): string;
  /** A UUID that differs from call to call and from label to label. */
  uuid(label: string): string;
  /** Lower-case hexadecimal digits, as `uuid` otherwise. */
  hex(label: string, length: number): string;
  /** `arn:aws:<service>:<region>:<account>:<resource>` in the execution's own region and account. */
  arn(service: string, resource: string): string;
  /** The call's instant plus some seconds, ISO 8601. */
  time(seconds?: number): string;
  /** As `time`, in milliseconds since 1970. */
  epochMs(seconds?: number): number;
}

/** How one service answers when nothing stands behind it. Keys of results are in alphabetical order, as AWS's are. */
export interface ServiceStub {
  /** What the API call itself returns. */
  respond(call: StubCall): Json;
  /** `.sync`: how the finished job is described. The response itself when absent. */
  complete?(call: StubCall): Json;
  /** `.waitForTaskToken`: what comes back with the token. The request's fields when absent. */
  callback?(call: StubCall): Json;
}

export type { ServiceAnswer, ServiceCall };
