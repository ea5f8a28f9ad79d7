import type { Failure } from '../data/failure';
import type { MapRun } from '../distributed/mapRun';
import type { Engine } from '../engine';
import type { ExecutionStatus } from '../execution.types';
import type { ExecutionRecord } from '../executionRecord';
import type { Frame } from '../frame';

/** Nothing that still refers to the frame moves it again; its task is cancelled. */
export function closeFrame(engine: Engine, frame: Frame): undefined {
  frame.isClosed = true;
  if (frame.join !== undefined) frame.unfinished = frame.join;
  frame.join = undefined;
  if (frame.timer !== undefined) frame.timer.cancelled = true;
  const { task } = frame;
  if (task === undefined) return;
  if (task.timeout !== undefined) task.timeout.cancelled = true;
  if (task.heartbeat !== undefined) task.heartbeat.cancelled = true;
  engine.closeTask(task.id);
  engine.ask({ type: 'cancel', task: task.id });
  frame.task = undefined;
}

/** Closes a frame and everything inside it; nothing of it is recorded. */
export function closeTree(engine: Engine, frame: Frame): undefined {
  for (const child of frame.join?.children ?? []) if (!child.isClosed) closeTree(engine, child);
  const run = engine.runOf(frame);
  if (run !== undefined) abortMapRun(engine, run);
  closeFrame(engine, frame);
}

/** Ends the child executions that are still running; those that have not been started never are. */
export function abortMapRun(engine: Engine, run: MapRun): undefined {
  const { frame } = run;
  frame.unfinishedRun = frame.mapRun;
  frame.mapRun = undefined;
  run.end('ABORTED', engine.now);
  abortExecutions(engine, run);
}

export function abortExecutions(engine: Engine, run: MapRun): undefined {
  for (const execution of run.executions) {
    if (execution.status === 'RUNNING') endFromOutside(engine, execution, 'ABORTED', undefined);
  }
}

/**
 * Ends an execution from outside its flow (stop, time limits): the event points at nothing, open states get none.
 * Source: history.md 3 and 4.
 */
export function endFromOutside(
  engine: Engine,
  execution: ExecutionRecord,
  status: 'ABORTED' | 'TIMED_OUT',
  failure: Failure | undefined,
): undefined {
  closeExecution(engine, execution);
  const { aborted, timedOut } = execution.sites;
  execution.append(status === 'ABORTED' ? aborted : timedOut, 0, failure, engine.now);
  settle(engine, execution, status);
  execution.failure = failure;
}

/** Closes everything that is still open in an execution. */
export function closeExecution(engine: Engine, execution: ExecutionRecord): undefined {
  closeTree(engine, engine.rootOf(execution));
}

/** What is left to do when an execution has ended, however it did. */
export function settle(engine: Engine, execution: ExecutionRecord, status: ExecutionStatus): undefined {
  execution.status = status;
  execution.stopTime = engine.now;
  if (execution.deadline !== undefined) execution.deadline.cancelled = true;
}
