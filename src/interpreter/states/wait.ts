import { Failure } from '../data/failure';
import type { Engine } from '../engine';
import { enterState } from '../flow/enterState';
import { isStopped, stopState } from '../flow/failState';
import { leaveWithResult } from '../flow/leaveState';
import type { Frame } from '../frame';
import type { WaitUntil } from '../language/language.types';
import type { StateProgram } from '../program';

/** What a Wait waits for. */
export interface WaitWork {
  readonly until: WaitUntil;
}

/** 2^31 - 1 seconds. Recorded: base/test_timestamp_too_far_in_future_boundary. */
const LONGEST_WAIT_MS = 2_147_483_647_000;
const TOO_LONG = new Failure('States.Runtime', 'Wait state delay is too long.');
const FINISH = 2;

export function enterWait(engine: Engine, frame: Frame, state: StateProgram): undefined {
  enterState(engine, frame, state);
  startWait(engine, frame, state);
}

/** An instant that has passed ends the Wait at once. */
export function startWait(engine: Engine, frame: Frame, state: StateProgram): undefined {
  const payload = state.flow.payload(frame);
  if (isStopped(payload)) return stopState(engine, frame, payload);
  const until = (state.work as WaitWork).until(frame);
  if (isStopped(until)) return stopState(engine, frame, until);
  if (until - engine.now > LONGEST_WAIT_MS) return stopState(engine, frame, TOO_LONG);
  if (until > engine.now) return engine.wakeAt(until, frame, FINISH);
  frame.phase = FINISH;
  finishWait(engine, frame, state);
}

export function finishWait(engine: Engine, frame: Frame, state: StateProgram): undefined {
  leaveWithResult(engine, frame, state, frame.effective);
}
