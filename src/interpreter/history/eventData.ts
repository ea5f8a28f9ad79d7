import type { Json } from '../../asl';
import type { Failure } from '../data/failure';

/** What a Scheduled event tells about its task. */
export class ScheduledTask {
  constructor(
    readonly parameters: Json,
    readonly timeoutSeconds: number | undefined,
    readonly heartbeatSeconds: number | undefined,
    readonly roleArn: string | undefined,
  ) {}
}

/** An Exited event of a state that assigned variables. */
export class AssigningExit {
  constructor(
    readonly output: Json,
    readonly assigned: ReadonlyMap<string, Json>,
  ) {}
}

/**
 * The value an event carries, by reference: an input or output, an iteration index, a length, a failure, an ARN.
 * `undefined` for events without details.
 */
export type EventData = Json | Failure | ScheduledTask | AssigningExit | undefined;
