import type { Engine } from '../engine';
import type { TaskRun } from './taskRun';

/** TimeoutSeconds and HeartbeatSeconds count from here. */
export function armTimeouts(engine: Engine, task: TaskRun): undefined {
  if (task.timeoutSeconds !== undefined) {
    const at = engine.now + task.timeoutSeconds * 1000;
    task.timeout = engine.addTimer(at, 0, { type: 'taskTimeout', task: task.id });
  }
  beat(engine, task);
}

/** A sign of life: the heartbeat interval starts anew. */
export function beat(engine: Engine, task: TaskRun): undefined {
  if (task.heartbeatSeconds === undefined) return;
  if (task.heartbeat !== undefined) task.heartbeat.cancelled = true;
  const at = engine.now + task.heartbeatSeconds * 1000;
  task.heartbeat = engine.addTimer(at, 0, { type: 'taskHeartbeat', task: task.id });
}

export function disarmTimeouts(task: TaskRun): undefined {
  if (task.timeout !== undefined) task.timeout.cancelled = true;
  if (task.heartbeat !== undefined) task.heartbeat.cancelled = true;
}
