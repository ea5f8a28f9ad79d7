import type { Json } from '../../asl';
import type { Engine } from '../engine';
import type { Frame, Join } from '../frame';
import { StateKind } from '../program';
import { abortMapRun, closeFrame } from './closing';
import type { ContainerWork } from './container';

/** The work of the Parallel or Map a frame stands at. */
export const containerWorkOf = (frame: Frame): ContainerWork => frame.state?.work as ContainerWork;

/** Steps of Parallel and Map after their attempt. */
export const START_ITERATIONS = 2;
export const FINISH = 3;

/**
 * A branch or iteration has ended well. The last one completes its Parallel or Map; a Map with items left starts
 * the next in a step of its own. Events of the end are leaves: MapStateSucceeded points at the last iteration's
 * end, ParallelStateSucceeded at the last branch's, and so does StateExited. Recorded: scenarios/test_map_state.
 */
export function childSucceeded(engine: Engine, child: Frame, container: Frame, output: Json): undefined {
  const { join } = container;
  if (join === undefined) return;
  const work = containerWorkOf(container);
  join.results[child.index] = output;
  const last =
    work.iteration === undefined
      ? child.lastEvent
      : engine.emitLeaf(container, child.lastEvent, work.iteration.succeeded, child.index);
  if (--join.remaining === 0) return completeJoin(engine, container, join, last);
  if (join.nextIndex < join.items.length) {
    join.free.push(child);
    container.phase = START_ITERATIONS;
    engine.enqueue(container);
  }
}

/** All children have succeeded. */
export function completeJoin(engine: Engine, container: Frame, join: Join, lastEvent: number): undefined {
  container.lastEvent = lastEvent;
  engine.emitLeaf(container, lastEvent, containerWorkOf(container).succeeded, undefined);
  container.result = join.results;
  container.join = undefined;
  container.phase = FINISH;
  engine.enqueue(container);
}

/**
 * A branch or iteration has failed: its iteration fails, every state that is still open is aborted (the failing
 * one too), siblings and all they contain, and every event of it points at the failing event.
 * Recorded: callback/SQS_PARALLEL_WAIT_FOR_TASK_TOKEN, timeouts/test_service_lambda_map_timeout.
 */
export function abortChildren(engine: Engine, failed: Frame, container: Frame): undefined {
  const { join } = container;
  const iteration = containerWorkOf(container).iteration;
  const cause = failed.lastEvent;
  if (iteration !== undefined) engine.emitLeaf(container, cause, iteration.failed, failed.index);
  abortFrame(engine, failed, cause);
  for (const child of join?.children ?? []) {
    if (child.isClosed) continue;
    if (iteration !== undefined) engine.emitLeaf(container, cause, iteration.aborted, child.index);
    abortFrame(engine, child, cause);
  }
  container.unfinished = join;
  container.join = undefined;
  container.hasFailedChild = true;
  container.lastEvent = cause;
}

/** Ends a frame and its children wherever they stand; records the states that AWS records as aborted. */
function abortFrame(engine: Engine, frame: Frame, cause: number): undefined {
  const iteration =
    frame.join !== undefined && frame.state?.kind === StateKind.Map
      ? containerWorkOf(frame).iteration
      : undefined;
  for (const child of frame.join?.children ?? []) {
    if (child.isClosed) continue;
    if (iteration !== undefined) engine.emitLeaf(frame, cause, iteration.aborted, child.index);
    abortFrame(engine, child, cause);
  }
  const run = engine.runOf(frame);
  if (run !== undefined) {
    engine.emitLeaf(frame, cause, run.work.run.aborted, undefined);
    abortMapRun(engine, run);
  }
  const aborted = frame.enteredEvent === 0 ? undefined : frame.state?.aborted;
  if (aborted !== undefined) engine.emitLeaf(frame, cause, aborted, undefined);
  closeFrame(engine, frame);
}
