import type { Engine } from '../engine';
import type { ExecutionRecord } from '../executionRecord';
import { START_ITERATIONS } from '../flow/children';
import { ATTEMPT, DONE, ENTER, START_CHILDREN, WAITING } from '../flow/phase';
import type { Frame, Join } from '../frame';
import { StateKind } from '../program';

/**
 * An execution that failed, timed out or was aborted goes on: every state that was left without an exit is attempted
 * again with the input it had, retriers start anew, and of a Parallel or Map only what did not succeed.
 * ExecutionRedriven follows the event that had ended it, and is what the states taken up again point at.
 * Source: AWS, "Redriving executions"; the order of the events is not on record.
 */
export function redriveExecution(engine: Engine, execution: ExecutionRecord): undefined {
  execution.status = 'RUNNING';
  execution.failure = undefined;
  execution.stopTime = undefined;
  execution.redriveCount++;
  execution.redriveTime = engine.now;
  const { redriven } = execution.sites;
  const event = execution.append(redriven, execution.length, execution.redriveCount, engine.now);
  resume(engine, engine.rootOf(execution), event);
}

function resume(engine: Engine, frame: Frame, event: number): undefined {
  frame.isClosed = false;
  frame.lastEvent = event;
  frame.failure = undefined;
  frame.catcher = undefined;
  frame.timer = undefined;
  frame.hasFailedChild = false;
  frame.retryCount = 0;
  frame.retriesBy = undefined;
  frame.forgetContext();
  const { unfinished: join, unfinishedRun, state } = frame;
  if (state !== undefined && join !== undefined) return resumeJoin(engine, frame, join, event);
  if (unfinishedRun !== undefined && resumeMapRun(engine, frame, unfinishedRun)) return;
  // A state that was never entered, and a Fail, are entered; the others are attempted again.
  frame.phase = frame.phase === ENTER || state?.kind === StateKind.Fail ? ENTER : ATTEMPT;
  engine.enqueue(frame);
}

/** Branches or iterations that have ended well keep their results. */
function resumeJoin(engine: Engine, frame: Frame, join: Join, event: number): undefined {
  frame.unfinished = undefined;
  frame.join = join;
  frame.phase = WAITING;
  for (const child of join.children) {
    if (child.phase === DONE) continue;
    resume(engine, child, event);
  }
  if (join.nextIndex < join.items.length) {
    frame.phase = START_ITERATIONS;
    engine.enqueue(frame);
  }
}

/** @returns false when the Map Run had no child: the Map starts another */
function resumeMapRun(engine: Engine, frame: Frame, number: number): boolean {
  const run = engine.mapRuns[number];
  if (run === undefined || run.executions.length === 0) return false;
  frame.unfinishedRun = undefined;
  frame.mapRun = number;
  run.reopen();
  const details = { mapRunArn: run.mapRunArn, redriveCount: run.redriveCount };
  run.lastEvent = engine.emit(frame, run.work.run.redriven, details);
  frame.phase = START_CHILDREN;
  engine.enqueue(frame);
  return true;
}
