import { Failure } from '../data/failure';
import type { Engine } from '../engine';
import { enterState } from '../flow/enterState';
import { failState, isStopped, stopState } from '../flow/failState';
import type { Frame } from '../frame';
import type { Field } from '../language/language.types';
import type { StateProgram } from '../program';

/** What a Fail says; each part only when the definition has it. Recorded: base/test_state_fail_empty. */
export interface FailWork {
  readonly error: Field<string> | undefined;
  readonly cause: Field<string> | undefined;
}

/** Fail has no StateExited: the failure of its scope follows at once. */
export function enterFail(engine: Engine, frame: Frame, state: StateProgram): undefined {
  enterState(engine, frame, state);
  finishFail(engine, frame, state);
}

export function finishFail(engine: Engine, frame: Frame, state: StateProgram): undefined {
  const work = state.work as FailWork;
  const error = work.error?.(frame);
  if (isStopped(error)) return stopState(engine, frame, error);
  const cause = work.cause?.(frame);
  if (isStopped(cause)) return stopState(engine, frame, cause);
  failState(engine, frame, new Failure(error, cause));
}
