import type { Json, JsonObject } from '../../asl';
import { Failure } from '../data/failure';
import type { Engine } from '../engine';
import type { Frame } from '../frame';
import { AssigningExit } from '../history/eventData';
import type { StateProgram } from '../program';
import { childSucceeded } from './children';
import { dataLimitFailure } from './dataLimit';
import { succeedExecution } from './endExecution';
import { failState, isStopped, stopState } from './failState';
import { DONE, ENTER } from './phase';
import { variableLimitFailure } from './variableLimits';

/** Ends a visit with the result of the state's work: makes the output, assigns variables, follows Next. */
export function leaveWithResult(engine: Engine, frame: Frame, state: StateProgram, result: Json): undefined {
  const output = state.flow.output(frame, result);
  if (isStopped(output)) return stopState(engine, frame, output);
  const assigned = state.flow.assign?.(frame, result);
  if (isStopped(assigned)) return stopState(engine, frame, assigned);
  leaveState(engine, frame, state, output, assigned, state.next);
}

/**
 * Records StateExited and goes to `next`; without one, the scope ends. A transition that leads nowhere fails the
 * state, and so does an output or an assignment that is too large. Source of its words: AWS, us-east-1.
 */
export function leaveState(
  engine: Engine,
  frame: Frame,
  state: StateProgram,
  output: Json,
  assigned: JsonObject | undefined,
  next: StateProgram | undefined,
): undefined {
  if (output !== frame.input) {
    const tooLarge = dataLimitFailure(state.name, output);
    if (tooLarge !== undefined) return failState(engine, frame, tooLarge);
  }
  if (next === undefined && !state.isTerminal) {
    return stopState(engine, frame, LEADS_NOWHERE);
  }
  if (assigned === undefined) engine.emit(frame, state.exited, output);
  else {
    const variables = new Map(Object.entries(assigned));
    const tooMuch = variableLimitFailure(engine, frame, state.name, variables);
    if (tooMuch !== undefined) return failState(engine, frame, tooMuch);
    exitAssigning(engine, frame, state, output, variables);
  }
  frame.input = output;
  frame.unfinished = undefined;
  frame.unfinishedRun = undefined;
  if (next === undefined) return endScope(engine, frame, output);
  frame.state = next;
  frame.phase = ENTER;
  engine.enqueue(frame);
}

export const LEADS_NOWHERE = new Failure(
  'States.Runtime',
  'Failed to transition out of the state. The state does not point to a next state.',
);

function exitAssigning(
  engine: Engine,
  frame: Frame,
  state: StateProgram,
  output: Json,
  variables: ReadonlyMap<string, Json>,
): undefined {
  engine.emit(frame, state.exited, variables.size === 0 ? output : new AssigningExit(output, variables));
  frame.variables ??= new Map();
  for (const [name, value] of variables) frame.variables.set(name, value);
}

function endScope(engine: Engine, frame: Frame, output: Json): undefined {
  frame.isClosed = true;
  frame.phase = DONE;
  if (frame.parent === undefined) succeedExecution(engine, frame, output);
  else childSucceeded(engine, frame, frame.parent, output);
}
