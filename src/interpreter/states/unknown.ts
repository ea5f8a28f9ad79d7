import { Failure } from '../data/failure';
import type { Engine } from '../engine';
import { failState } from '../flow/failState';
import type { Frame } from '../frame';
import type { StateProgram } from '../program';

/** A state without a type that can be run ends the execution that reaches it; AWS would have refused the definition. */
export function enterUnknown(engine: Engine, frame: Frame, state: StateProgram): undefined {
  failState(
    engine,
    frame,
    new Failure('States.Runtime', `The state '${state.name}' has no Type that can be executed.`),
  );
}
