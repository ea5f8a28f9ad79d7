import type { Engine } from '../engine';
import type { Frame } from '../frame';
import type { StateProgram } from '../program';
import { ATTEMPT } from './phase';

/** Starts a visit: records StateEntered and forgets the visit before. */
export function enterState(engine: Engine, frame: Frame, state: StateProgram): undefined {
  frame.enteredTime = engine.now;
  frame.retryCount = 0;
  frame.retriesBy = undefined;
  frame.catcher = undefined;
  frame.forgetContext();
  frame.phase = ATTEMPT;
  frame.enteredEvent = engine.emit(frame, state.entered, frame.input);
}
