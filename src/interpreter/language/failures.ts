import type { Json } from '../../asl';
import { Failure } from '../data/failure';
import { jsonText } from '../data/jsonText';
import { RUNTIME_ERROR } from '../errorNames';

/** States.Runtime with a cause; the engine puts the state's prefix before it. */
export const runtimeFailure = (cause: string): Failure => new Failure(RUNTIME_ERROR, cause);

/** A value as causes print it: texts as they are, anything else as JSON. */
export const printed = (value: Json): string => (typeof value === 'string' ? value : jsonText(value));

/** A failure of the state's work rather than of an expression: its event follows StateEntered instead of standing beside it. */
export class LateFailure extends Failure {}
