import { Failure } from '../data/failure';
import type { Engine } from '../engine';
import { QUERY_ERROR } from '../errorNames';
import type { Frame } from '../frame';
import type { EventSite } from '../history/eventSite';
import { LateFailure } from '../language/failures';
import { PENDING, type Pending } from '../language/visit.types';
import type { StateProgram } from '../program';
import { FAILED } from './phase';

/** Whether an evaluation gave no value: it failed, or the step has to be taken again later. */
export const isStopped = (value: unknown): value is Failure | Pending =>
  value === PENDING || value instanceof Failure;

/** The frame's state fails; retriers, catchers and the enclosing scopes decide in a step of its own. */
export function failState(engine: Engine, frame: Frame, failure: Failure): undefined {
  frame.failure = failure;
  frame.phase = FAILED;
  engine.enqueue(frame);
}

/**
 * An expression of the state gave no value. When it failed, the cause says where in the execution, and a JSONata
 * failure is recorded beside the state's Entered event. Recorded: assign/test_undefined_reference*.
 */
export function stopState(engine: Engine, frame: Frame, stopped: Failure | Pending): undefined {
  if (stopped === PENDING) return;
  const state = frame.state;
  const failure = new Failure(
    stopped.error,
    `An error occurred while executing the state '${state?.name}' (entered at the event id #${frame.enteredEvent}). ${stopped.cause}`,
    stopped.location,
  );
  if (stopped.error === QUERY_ERROR && state !== undefined) {
    if (!(stopped instanceof LateFailure))
      frame.lastEvent = frame.execution.previousEventId(frame.enteredEvent - 1);
    engine.emit(frame, evaluationFailedSite(state), failure);
  }
  failState(engine, frame, failure);
}

const evaluationFailedSite = (state: StateProgram): EventSite => ({ type: 'EvaluationFailed', state });
