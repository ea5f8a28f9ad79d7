import type { Json } from '../../asl';
import type { Failure } from '../data/failure';
import type { Engine } from '../engine';
import { completeJoin, START_ITERATIONS } from '../flow/children';
import { closeTree } from '../flow/closing';
import type { MapWork } from '../flow/container';
import { enterState } from '../flow/enterState';
import { isStopped, stopState } from '../flow/failState';
import { leaveWithResult } from '../flow/leaveState';
import { ENTER } from '../flow/phase';
import { Frame, type Join } from '../frame';
import { type Evaluated, PENDING } from '../language/visit.types';
import type { StateProgram } from '../program';

/** Iterations of an inline Map that run at a time when MaxConcurrency allows more. Source: quotas.md 3. */
const INLINE_CONCURRENCY = 40;

export function enterMap(engine: Engine, frame: Frame, state: StateProgram): undefined {
  enterState(engine, frame, state);
  startMap(engine, frame, state);
}

/** Reads what to iterate over. A retry starts again from here. */
export function startMap(engine: Engine, frame: Frame, state: StateProgram): undefined {
  const work = state.work as MapWork;
  frame.hasFailedChild = false;
  frame.unfinished = undefined;
  const payload = state.flow.payload(frame);
  if (isStopped(payload)) return stopState(engine, frame, payload);
  const items = work.items(frame);
  if (isStopped(items)) return stopState(engine, frame, items);
  const limit = work.limits.maxConcurrency(frame);
  if (isStopped(limit)) return stopState(engine, frame, limit);
  engine.emit(frame, work.started, items.length);
  const join: Join = {
    results: [],
    children: [],
    remaining: items.length,
    nextIndex: 0,
    items,
    selecting: undefined,
    free: [],
    width: limit === 0 ? INLINE_CONCURRENCY : Math.min(limit, INLINE_CONCURRENCY),
  };
  frame.join = join;
  if (items.length === 0) return completeJoin(engine, frame, join, frame.lastEvent);
  frame.phase = START_ITERATIONS;
  startIterations(engine, frame, state);
}

/** Starts iterations in the order of their items while there is room. */
export function startIterations(engine: Engine, frame: Frame, state: StateProgram): undefined {
  const { join } = frame;
  if (join === undefined) return;
  const work = state.work as MapWork;
  while (join.nextIndex < join.items.length && hasRoom(join)) {
    const input = itemInput(frame, join, work);
    if (isStopped(input)) return input === PENDING ? undefined : failSelecting(engine, frame, input);
    engine.forgetSettled();
    startIteration(engine, frame, join, work, input);
  }
}

const hasRoom = (join: Join): boolean => join.free.length > 0 || join.children.length < join.width;

/** ItemSelector sees the Map's effective input, and the item in the context object. */
function itemInput(frame: Frame, join: Join, work: MapWork): Evaluated<Json> {
  const index = join.nextIndex;
  if (work.itemSelector === undefined) return join.items[index] ?? null;
  join.selecting = index;
  frame.forgetContext();
  const input = work.itemSelector(frame);
  // Until an expression that is waited for has its value, it reads the item's context.
  if (input === PENDING) return input;
  join.selecting = undefined;
  frame.forgetContext();
  return input;
}

/** The iterations at work end with the Map that could not start another. */
function failSelecting(engine: Engine, frame: Frame, failure: Failure): undefined {
  for (const child of frame.join?.children ?? []) if (!child.isClosed) closeTree(engine, child);
  frame.unfinished = frame.join;
  frame.join = undefined;
  stopState(engine, frame, failure);
}

/**
 * The first iterations point at MapStateStarted, a later one at the last event of the iteration whose place it
 * takes. Recorded: scenarios/test_map_state.
 */
function startIteration(engine: Engine, frame: Frame, join: Join, work: MapWork, input: Json): undefined {
  const index = join.nextIndex++;
  let child = join.free.pop();
  if (child === undefined) {
    child = new Frame(engine, frame.execution, work.processor, frame, index);
    child.lastEvent = frame.lastEvent;
    join.children.push(child);
  } else {
    child.index = index;
    child.isClosed = false;
    child.variables = undefined;
    child.phase = ENTER;
    child.state = work.processor.start;
  }
  child.item = join.items[index];
  child.input = input;
  engine.emit(child, work.iteration.started, index);
  engine.enqueue(child);
}

export function finishMap(engine: Engine, frame: Frame, state: StateProgram): undefined {
  leaveWithResult(engine, frame, state, frame.result);
}
