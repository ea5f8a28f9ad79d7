import type { Json } from '../../asl';
import type { Engine } from '../engine';
import { enterState } from '../flow/enterState';
import { isStopped, stopState } from '../flow/failState';
import { leaveWithResult } from '../flow/leaveState';
import type { Frame } from '../frame';
import type { StateProgram } from '../program';

/** What a Pass does. */
export interface PassWork {
  /** Result, as it stands in the definition: nothing in it is evaluated. Recorded: base/test_state_pass_result_jsonpaths. */
  readonly result: Json | undefined;
}

export function enterPass(engine: Engine, frame: Frame, state: StateProgram): undefined {
  enterState(engine, frame, state);
  finishPass(engine, frame, state);
}

export function finishPass(engine: Engine, frame: Frame, state: StateProgram): undefined {
  const payload = state.flow.payload(frame);
  if (isStopped(payload)) return stopState(engine, frame, payload);
  const { result } = state.work as PassWork;
  leaveWithResult(engine, frame, state, result === undefined ? payload : result);
}
