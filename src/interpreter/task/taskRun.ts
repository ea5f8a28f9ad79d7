import type { TaskId } from '../execution.types';
import type { Timer } from '../queue';

/** One attempt at a task, from Scheduled to its answer. */
export interface TaskRun {
  readonly id: TaskId;
  /** The Started event has been recorded. */
  isStarted: boolean;
  readonly timeoutSeconds: number | undefined;
  readonly heartbeatSeconds: number | undefined;
  timeout: Timer<unknown> | undefined;
  heartbeat: Timer<unknown> | undefined;
}
