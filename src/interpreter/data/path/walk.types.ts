import type { Json } from '../../../asl';
import type { EvaluationScope } from '../evaluationScope';
import type { StepBudget } from '../pattern/match';
import type { ParsedPath } from './pathSyntax.types';

/** What `$`, `$$` and variables inside filters and parameters refer to. */
export interface Surroundings {
  readonly root: Json;
  readonly scope: EvaluationScope;
  /** What all regular expressions of one evaluation may take together. */
  readonly budget: StepBudget;
}

/** Adds every value that is found from `value` on to `found`. What is missing is passed over. */
export type Walk = (value: Json, surroundings: Surroundings, found: Json[]) => void;

/** Reads a path inside a filter or a parameter: `@` is the candidate, `$` what the whole path is applied to. */
export type InnerPath = (candidate: Json, surroundings: Surroundings) => Json | undefined;
/** Paths contain filters and filters contain paths: the filter's compiler is handed the path's. */
export type CompileInnerPath = (path: ParsedPath) => InnerPath;

export type FilterPredicate = (candidate: Json, surroundings: Surroundings) => boolean;
