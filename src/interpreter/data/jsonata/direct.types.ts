import type { Json } from '../../../asl';
import type { StatesVariable } from '../compiled.types';
import type { EvaluationScope } from '../evaluationScope';

/** The direct evaluation gives up: the library has to decide, be it for a value or for its error message. */
export const UNDECIDED = Symbol('undecided');

/** `undefined` is JSONata's undefined: nothing. */
export type DirectResult = Json | undefined | typeof UNDECIDED;
/** Evaluates a part of an expression at once, without the library. */
export type Direct = (states: StatesVariable, scope: EvaluationScope) => DirectResult;
