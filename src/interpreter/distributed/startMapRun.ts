import { isJsonObject, type Json } from '../../asl';
import { Failure } from '../data/failure';
import type { Engine } from '../engine';
import { enterState } from '../flow/enterState';
import { isStopped, stopState } from '../flow/failState';
import { START_CHILDREN } from '../flow/phase';
import type { Frame } from '../frame';
import { runtimeFailure } from '../language/failures';
import { type Evaluated, PENDING } from '../language/visit.types';
import type { StateProgram } from '../program';
import type { Batching } from './batch';
import type { DistributedMapWork } from './distributedWork';
import { type Destination, MapRun, type MapRunLimits } from './mapRun';
import { readFirstObject } from './readItems';
import { startChildren } from './startChildren';

export function enterDistributedMap(engine: Engine, frame: Frame, state: StateProgram): undefined {
  enterState(engine, frame, state);
  startMapRun(engine, frame, state);
}

/**
 * One attempt: a Map Run of its own. Everything that is evaluated once is evaluated before MapRunStarted; items
 * that an S3 object holds are read after it. Recorded: scenarios/test_map_item_reader_csv_max_items_paths.
 */
export function startMapRun(engine: Engine, frame: Frame, state: StateProgram): undefined {
  const work = state.work as DistributedMapWork;
  frame.hasFailedChild = false;
  frame.unfinishedRun = undefined;
  const payload = state.flow.payload(frame);
  if (isStopped(payload)) return stopState(engine, frame, payload);
  const items = work.reader === undefined ? work.items(frame) : NO_ITEMS;
  if (isStopped(items)) return stopState(engine, frame, items);
  const maxConcurrency = work.limits.maxConcurrency(frame);
  if (isStopped(maxConcurrency)) return stopState(engine, frame, maxConcurrency);
  const limits = limitsOf(frame, work, maxConcurrency);
  if (limits === PENDING) return;
  const destination = destinationOf(frame, work);
  if (isStopped(destination)) return stopState(engine, frame, destination);
  const batching = batchingOf(frame, work);
  if (isStopped(batching)) return stopState(engine, frame, batching);
  const request = work.reader?.request(frame);
  if (isStopped(request)) return stopState(engine, frame, request);
  const maxItems = work.reader?.maxItems?.(frame);
  if (maxItems === PENDING) return;
  engine.emit(frame, work.started, items.length);
  if (limits instanceof Failure) return stopState(engine, frame, limits);
  if (maxItems instanceof Failure) return stopState(engine, frame, maxItems);

  const run = new MapRun(frame, work, limits, destination, batching, engine.mapRuns.length, engine.now);
  engine.openMapRun(frame, run);
  run.startedEvent = engine.emit(frame, work.run.started, run.mapRunArn);
  run.lastEvent = run.startedEvent;
  if (work.reader !== undefined) {
    return readFirstObject(engine, run, work.reader, request ?? null, maxItems);
  }
  run.items = items;
  frame.phase = START_CHILDREN;
  startChildren(engine, frame);
}

const NO_ITEMS: readonly Json[] = [];

/** Tolerances that cannot be read fail the Map after MapStateStarted. Recorded: scenarios/test_map_state_tolerated_failure_*. */
function limitsOf(
  frame: Frame,
  { limits }: DistributedMapWork,
  maxConcurrency: number,
): Evaluated<MapRunLimits> {
  const toleratedFailureCount = limits.toleratedFailureCount?.(frame);
  if (isStopped(toleratedFailureCount)) return toleratedFailureCount;
  const toleratedFailurePercentage = limits.toleratedFailurePercentage?.(frame);
  if (isStopped(toleratedFailurePercentage)) return toleratedFailurePercentage;
  return { maxConcurrency, toleratedFailureCount, toleratedFailurePercentage };
}

function destinationOf(frame: Frame, { writer }: DistributedMapWork): Evaluated<Destination> | undefined {
  const value = writer?.destination?.(frame);
  if (value === undefined || isStopped(value)) return value;
  const { Bucket, Prefix } = isJsonObject(value) ? value : {};
  if (typeof Bucket !== 'string') return runtimeFailure('The ResultWriter names no Bucket.');
  return { bucket: Bucket, prefix: typeof Prefix === 'string' ? Prefix : '' };
}

function batchingOf(frame: Frame, { batcher }: DistributedMapWork): Evaluated<Batching> | undefined {
  if (batcher === undefined) return undefined;
  const maxItems = batcher.maxItems?.(frame);
  if (isStopped(maxItems)) return maxItems;
  const maxInputBytes = batcher.maxInputBytes?.(frame);
  if (isStopped(maxInputBytes)) return maxInputBytes;
  const batchInput = batcher.batchInput?.(frame);
  if (isStopped(batchInput)) return batchInput;
  return { maxItems, maxInputBytes, batchInput };
}
