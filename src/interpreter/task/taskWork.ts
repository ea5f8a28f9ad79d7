import type { Resource } from '../../asl';
import type { Frame } from '../frame';
import type { EventSite } from '../history/eventSite';
import type { Field } from '../language/language.types';

/** The events of a task, by what its resource is. */
export interface TaskSites {
  readonly scheduled: EventSite;
  readonly started: EventSite;
  /** `.sync` and `.waitForTaskToken` only. */
  readonly submitted: EventSite | undefined;
  readonly succeeded: EventSite;
  readonly failed: EventSite;
  readonly timedOut: EventSite;
}

/** What a Task does. */
export interface TaskWork {
  readonly resource: Resource;
  readonly sites: TaskSites;
  readonly timeoutSeconds: Field<number> | undefined;
  readonly heartbeatSeconds: Field<number> | undefined;
  readonly roleArn: Field<string> | undefined;
  /** Whether somebody outside may answer with a token (`$$.Task.Token`). */
  readonly hasToken: boolean;
}

/** The work of the Task a frame stands at. */
export const taskWorkOf = (frame: Frame): TaskWork => frame.state?.work as TaskWork;
