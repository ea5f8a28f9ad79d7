import { errorOutput, matchCatcher } from '../catch';
import type { Engine } from '../engine';
import { RUNTIME_ERROR } from '../errorNames';
import type { Frame } from '../frame';
import { StateKind } from '../program';
import { takeRetry } from '../retry';
import { abortChildren, containerWorkOf } from './children';
import { failExecution } from './endExecution';
import { isStopped, stopState } from './failState';
import { leaveState } from './leaveState';
import { ATTEMPT, CATCH } from './phase';

/**
 * A state has failed: its retriers are asked, then its catchers; else its scope fails, which is a failure of the
 * Parallel or Map around it, or of the execution. Source: errors.md 2.
 */
export function handleFailure(engine: Engine, frame: Frame): undefined {
  const { state, failure } = frame;
  if (state === undefined || failure === undefined) return;
  if (frame.catcher === undefined) {
    const delay = takeRetry(state.retriers, failure, frame);
    if (delay !== undefined) return attemptAgain(engine, frame, delay);
    recordContainerFailure(engine, frame);
    frame.catcher = matchCatcher(state.catchers, failure);
    if (frame.catcher !== undefined) {
      frame.phase = CATCH;
      return runCatcher(engine, frame);
    }
  }
  if (frame.parent === undefined) return failExecution(engine, frame, failure);
  abortChildren(engine, frame, frame.parent);
  frame.parent.failure = failure;
  handleFailure(engine, frame.parent);
}

/** The back-off leaves no trace in the history: the next attempt's events follow the failure. */
function attemptAgain(engine: Engine, frame: Frame, delaySeconds: number): undefined {
  frame.forgetContext();
  if (delaySeconds > 0) return engine.wakeAt(engine.now + Math.round(delaySeconds * 1000), frame, ATTEMPT);
  frame.phase = ATTEMPT;
  engine.enqueue(frame);
}

/**
 * MapStateFailed or ParallelStateFailed. A Map or Parallel that could not read its own paths has no such event.
 * Recorded: scenarios/test_max_concurrency_path_NoNumber, scenarios/test_map_state_items_eval_jsonata_fail*.
 */
function recordContainerFailure(engine: Engine, frame: Frame): undefined {
  const kind = frame.state?.kind;
  if (kind !== StateKind.Parallel && kind !== StateKind.Map && kind !== StateKind.DistributedMap) return;
  if (frame.failure?.error === RUNTIME_ERROR && !frame.hasFailedChild) return;
  engine.emit(frame, containerWorkOf(frame).failed, undefined);
}

/** StateExited with the catcher's output, then its Next. */
export function runCatcher(engine: Engine, frame: Frame): undefined {
  const { catcher, failure, state } = frame;
  if (catcher === undefined || failure === undefined || state === undefined) return;
  const error = errorOutput(failure);
  const output = catcher.flow.output(frame, error);
  if (isStopped(output)) return stopState(engine, frame, output);
  const assigned = catcher.flow.assign?.(frame, error);
  if (isStopped(assigned)) return stopState(engine, frame, assigned);
  leaveState(engine, frame, state, output, assigned, catcher.next);
}
