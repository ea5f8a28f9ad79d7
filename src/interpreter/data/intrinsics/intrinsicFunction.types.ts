import type { Json } from '../../../asl';
import type { EvaluationScope } from '../evaluationScope';

/** Why a function refuses its arguments: the second half of the failure's cause, a sentence without its stop. */
export class ArgumentProblem {
  constructor(readonly reason: string) {}
}

/** An intrinsic function. It never changes an argument and may share parts of it in its result. */
export interface IntrinsicFunction {
  readonly minArguments: number;
  readonly maxArguments: number;
  readonly apply: (values: readonly Json[], scope: EvaluationScope) => Json | ArgumentProblem;
}
