import type { Json } from '../../asl';
import type { Failure } from '../data/failure';
import type { Engine } from '../engine';
import type { ExecutionRecord } from '../executionRecord';
import type { Frame } from '../frame';
import { closeExecution, endFromOutside, settle } from './closing';
import { START_CHILDREN } from './phase';

/** The scope of an execution has ended well. */
export function succeedExecution(engine: Engine, frame: Frame, output: Json): undefined {
  const { execution } = frame;
  execution.append(execution.sites.succeeded, frame.lastEvent, output, engine.now);
  execution.output = output;
  settle(engine, execution, 'SUCCEEDED');
  tellMap(engine, execution);
}

/** Nothing in the execution has handled a failure; its last event is the frame's. */
export function failExecution(engine: Engine, frame: Frame, failure: Failure): undefined {
  const { execution } = frame;
  closeExecution(engine, execution);
  execution.append(execution.sites.failed, frame.lastEvent, failure, engine.now);
  execution.failure = failure;
  settle(engine, execution, 'FAILED');
  tellMap(engine, execution);
}

/** An Express child has run for as long as it may. */
export function timeOutChild(engine: Engine, execution: ExecutionRecord, failure: Failure): undefined {
  endFromOutside(engine, execution, 'TIMED_OUT', failure);
  tellMap(engine, execution);
}

/** The Map that started it goes on: it starts another, fails, or is done. */
function tellMap(engine: Engine, execution: ExecutionRecord): undefined {
  const origin = engine.originOf(execution);
  if (origin === undefined) return;
  origin.run.childEnded(origin, execution.status);
  origin.run.frame.phase = START_CHILDREN;
  engine.enqueue(origin.run.frame);
}
