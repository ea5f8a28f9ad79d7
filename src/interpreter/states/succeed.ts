import type { Engine } from '../engine';
import { enterState } from '../flow/enterState';
import { isStopped, stopState } from '../flow/failState';
import { leaveWithResult } from '../flow/leaveState';
import type { Frame } from '../frame';
import type { StateProgram } from '../program';

/** Succeed ends its scope: the branch or iteration it stands in, or the execution. */
export function enterSucceed(engine: Engine, frame: Frame, state: StateProgram): undefined {
  enterState(engine, frame, state);
  finishSucceed(engine, frame, state);
}

export function finishSucceed(engine: Engine, frame: Frame, state: StateProgram): undefined {
  const payload = state.flow.payload(frame);
  if (isStopped(payload)) return stopState(engine, frame, payload);
  leaveWithResult(engine, frame, state, payload);
}
