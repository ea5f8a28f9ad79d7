import type { Json } from '../../asl';
import type { EvaluationScope } from '../data/evaluationScope';
import type { Failure } from '../data/failure';

/** The answer of an expression that needs the asynchronous JSONata library: the step is taken again when it is there. */
export const PENDING = Symbol('pending');
export type Pending = typeof PENDING;

/** A value, a failure, or not yet. */
export type Evaluated<T> = T | Failure | Pending;

/** One visit of a state, as far as the query languages see it. */
export interface Visit extends EvaluationScope {
  /** The state's raw input. */
  readonly input: Json;
  /** After InputPath; the raw input in JSONata states. */
  effective: Json;
  /** Virtual time, epoch milliseconds. */
  readonly now: number;
  /** The value a promise of an earlier attempt at this step gave. */
  settled(expression: object): Json | Failure | undefined;
  /** Makes the execution wait for the promise and take the step again. */
  settle(expression: object, promise: Promise<Json | Failure>): void;
}
