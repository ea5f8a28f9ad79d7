import type { Json, JsonObject } from '../../asl';

/** What an expression may read besides its root value. One per visit of a state; its parts are made when asked for. */
export interface EvaluationScope {
  /** The context object (`$$`, `$states.context`). */
  context(): JsonObject;
  /** A workflow variable's value; undefined when it has none. */
  variable(name: string): Json | undefined;
  /** The execution's own random numbers, in [0, 1). */
  random(): number;
  /** Virtual time in milliseconds since 1970: what `$now()` and `$millis()` read. */
  readonly now: number;
  /** Milliseconds that a JSONata expression may take, where nobody wants to wait as long as AWS does. */
  readonly patience?: number | undefined;
}
