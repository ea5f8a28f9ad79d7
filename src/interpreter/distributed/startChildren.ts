import type { Json } from '../../asl';
import type { Engine } from '../engine';
import type { ExecutionRecord } from '../executionRecord';
import { abortExecutions } from '../flow/closing';
import { isStopped, stopState } from '../flow/failState';
import { WAITING } from '../flow/phase';
import type { Frame } from '../frame';
import { type Evaluated, PENDING } from '../language/visit.types';
import { redriveExecution } from '../redrive/redriveExecution';
import { EXPRESS_LIMIT_MS } from '../timeLimits';
import { batchInput, emptyBatchBytes, isFull, itemBytes } from './batch';
import { finishMapRun } from './finishMapRun';
import { type MapRun, TOLERANCE_EXCEEDED } from './mapRun';

/** Five minutes. Source: quotas.md 3. */

/** Starts child executions in the order of their items while there is room, and sees how those before have ended. */
export function startChildren(engine: Engine, frame: Frame): undefined {
  const run = engine.runOf(frame);
  if (run === undefined) return;
  if (run.exceedsTolerance) {
    abortExecutions(engine, run);
    return finishMapRun(engine, run, TOLERANCE_EXCEEDED);
  }
  while (run.hasRoom && run.unfinished.length > 0) resumeChild(engine, run, run.unfinished.shift() ?? 0);
  while (run.hasRoom && run.nextItem < run.items.length) {
    const first = run.nextItem;
    const input = nextInput(engine, frame, run);
    if (input === PENDING) return;
    if (isStopped(input)) {
      run.end('FAILED', engine.now);
      abortExecutions(engine, run);
      engine.emit(frame, run.work.run.failed, input);
      return stopState(engine, frame, input);
    }
    engine.forgetSettled();
    startChild(engine, run, input, run.nextItem - first);
  }
  if (run.open === 0) return finishMapRun(engine, run, undefined);
  frame.phase = WAITING;
}

/** The next child's input: an item, or a batch of them; taken again from where it was when an expression had to wait. */
function nextInput(engine: Engine, frame: Frame, run: MapRun): Evaluated<Json> {
  const { batching } = run;
  if (batching === undefined) {
    const item = selectItem(frame, run, run.nextItem);
    if (!isStopped(item)) run.nextItem++;
    return item;
  }
  const { batch } = run;
  if (batch.length === 0) run.batchBytes = emptyBatchBytes(batching);
  for (let next = run.nextItem + batch.length; next < run.items.length; next++) {
    const item = selectItem(frame, run, next);
    if (isStopped(item)) return item;
    const bytes = run.batchBytes + itemBytes(item);
    if (batch.length > 0 && isFull(batch.length, bytes, batching)) break;
    engine.forgetSettled();
    batch.push(item);
    run.batchBytes = bytes;
  }
  run.nextItem += batch.length;
  run.batch = [];
  return batchInput(batch, batching);
}

/** ItemSelector sees the Map's effective input, and the item in the context object. */
function selectItem(frame: Frame, run: MapRun, index: number): Evaluated<Json> {
  const { itemSelector } = run.work;
  if (itemSelector === undefined) return run.items[index] ?? null;
  run.selecting = index;
  frame.forgetContext();
  const input = itemSelector(frame);
  // Until an expression that is waited for has its value, it reads the item's context.
  if (input === PENDING) return input;
  run.selecting = undefined;
  frame.forgetContext();
  return input;
}

function startChild(engine: Engine, run: MapRun, input: Json, itemCount: number): void {
  const origin = { run, index: run.executions.length, itemCount };
  const child = engine.startChild(origin, run.work.processor, input);
  run.childStarted(origin, child);
  limitChild(engine, child);
}

/** A Standard child goes on where it failed; an Express child is started anew. Source: AWS, "Redriving Map Runs". */
function resumeChild(engine: Engine, run: MapRun, index: number): void {
  const before = run.executions[index];
  const origin = before && engine.originOf(before);
  if (before === undefined || origin === undefined) return;
  if (run.work.type === 'STANDARD') {
    run.childResumed(index, before);
    redriveExecution(engine, before);
    return;
  }
  const child = engine.startChild(origin, run.work.processor, before.input);
  run.childResumed(index, child);
  limitChild(engine, child);
}

function limitChild(engine: Engine, child: ExecutionRecord): void {
  if (child.type === 'STANDARD') return;
  const at = engine.now + EXPRESS_LIMIT_MS;
  child.deadline = engine.addTimer(at, 0, { type: 'childTimeout', execution: child });
}
