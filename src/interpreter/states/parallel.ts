import type { Json } from '../../asl';
import type { Engine } from '../engine';
import { completeJoin } from '../flow/children';
import type { ParallelWork } from '../flow/container';
import { payloadLimitFailure } from '../flow/dataLimit';
import { enterState } from '../flow/enterState';
import { failState, isStopped, stopState } from '../flow/failState';
import { leaveWithResult } from '../flow/leaveState';
import { WAITING } from '../flow/phase';
import { Frame, type Join } from '../frame';
import type { StateProgram } from '../program';

export function enterParallel(engine: Engine, frame: Frame, state: StateProgram): undefined {
  enterState(engine, frame, state);
  startBranches(engine, frame, state);
}

/** Every branch starts from the same payload. A retry starts all of them anew. */
export function startBranches(engine: Engine, frame: Frame, state: StateProgram): undefined {
  const payload = state.flow.payload(frame);
  if (isStopped(payload)) return stopState(engine, frame, payload);
  const tooLarge = payloadLimitFailure(state.name, frame.input, payload);
  if (tooLarge !== undefined) return failState(engine, frame, tooLarge);
  const work = state.work as ParallelWork;
  frame.hasFailedChild = false;
  frame.unfinished = undefined;
  engine.emit(frame, work.started, undefined);
  frame.phase = WAITING;
  const join: Join = {
    results: [],
    children: work.branches.map((scope, index) =>
      startBranch(engine, frame, new Frame(engine, frame.execution, scope, frame, index), payload),
    ),
    remaining: work.branches.length,
    nextIndex: 0,
    items: [],
    selecting: undefined,
    free: [],
    width: work.branches.length,
  };
  for (let i = 0; i < work.branches.length; i++) join.results.push(null);
  frame.join = join;
  if (join.remaining === 0) completeJoin(engine, frame, join, frame.lastEvent);
}

function startBranch(engine: Engine, parent: Frame, branch: Frame, payload: Json): Frame {
  branch.input = payload;
  branch.lastEvent = parent.lastEvent;
  engine.enqueue(branch);
  return branch;
}

export function finishParallel(engine: Engine, frame: Frame, state: StateProgram): undefined {
  leaveWithResult(engine, frame, state, frame.result);
}
