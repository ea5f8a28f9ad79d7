import type { Json } from '../../asl';
import { type CompiledPath, type PathRoot, SyntaxProblem } from './compiled.types';
import type { EvaluationScope } from './evaluationScope';
import { compileAccessor } from './path/definite';
import { isDefinite, isFunctionOfDescent, splitDefinite } from './path/definiteness';
import { explainMissing } from './path/missing';
import { parsePath } from './path/parsePath';
import { applyFunction, compileParameters } from './path/pathFunctions';
import type { ParsedPath, Step } from './path/pathSyntax.types';
import { compileInnerPath, compileWalk } from './path/walk';
import type { Walk } from './path/walk.types';
import { MatchLimit, StepBudget } from './pattern/match';

/**
 * Compiles a JSONPath: `$`, the context object `$$`, or a workflow variable `$name`, followed by steps in
 * Jayway's dialect. Definite paths become accessors, the others a walk that always gives an array.
 * Recorded: base/test_json_path_array_access, base/test_json_path_array_wildcard_or_slice_with_no_input.
 */
export function compilePath(text: string): CompiledPath | SyntaxProblem {
  const parsed = parsePath(text);
  if (parsed instanceof SyntaxProblem) return parsed;
  const { root, steps } = parsed;
  if (root.kind === 'current') return new SyntaxProblem('@ has a meaning only inside a filter', 0);
  const get = compileGet(root, steps);
  return {
    text,
    root,
    definite: isDefinite(steps),
    isReference: splitDefinite(steps).rest.length === 0,
    get,
  };
}

/**
 * AWS's words for a path that finds no value: the cause of States.Runtime, without the state's prefix.
 * Recorded: scenarios/test_invalid_jsonpath (OutputPath), scenarios/test_catch_states_runtime.
 */
export function describeMissing(path: CompiledPath, root: Json, scope: EvaluationScope): string {
  const parsed = parsePath(path.text);
  const steps = parsed instanceof SyntaxProblem ? [] : parsed.steps;
  return `Invalid path '${path.text}' : ${explainMissing(path.root, steps, startOf(path.root)(root, scope))}`;
}

type Get = CompiledPath['get'];
type Start = (root: Json, scope: EvaluationScope) => Json | undefined;

function startOf(root: PathRoot): Start {
  switch (root.kind) {
    case 'input':
      return (value) => value;
    case 'context':
      return (_, scope) => scope.context();
    case 'variable':
      return (_, scope) => scope.variable(root.name);
  }
}

function compileGet(root: PathRoot, steps: ParsedPath['steps']): Get {
  const { chain, rest } = splitDefinite(steps);
  const access = compileAccessor(chain);
  const start = startOf(root);
  if (rest.length > 0) return compileManyGet(start, access, rest, isDefinite(steps), steps);
  switch (root.kind) {
    case 'input':
      return access;
    case 'context':
      return (_, scope) => access(scope.context());
    case 'variable':
      return (_, scope) => access(scope.variable(root.name));
  }
}

function compileManyGet(
  start: Start,
  access: (value: Json | undefined) => Json | undefined,
  rest: readonly Step[],
  definite: boolean,
  steps: readonly Step[],
): Get {
  const walk = isFunctionOfDescent(steps) ? walkThenApply(rest) : compileWalk(rest);
  return (root, scope) => {
    const origin = start(root, scope);
    // An undefined variable is a failure even where a missing property would be an empty result.
    if (origin === undefined) return undefined;
    const found: Json[] = [];
    const value = access(origin);
    try {
      if (value !== undefined) walk(value, { root, scope, budget: new StepBudget() }, found);
    } catch (error) {
      if (error instanceof MatchLimit) return undefined;
      throw error;
    }
    return definite ? found[0] : found;
  };
}

/** `$..price.sum()`: collect first, then apply the function to all of it. */
function walkThenApply(steps: readonly Step[]): Walk {
  const last = steps.at(-1);
  const collect = compileWalk(steps.slice(0, -1));
  if (last?.kind !== 'function') return collect;
  const parameters = compileParameters(last.parameters, compileInnerPath);
  return (value, surroundings, found) => {
    const collected: Json[] = [];
    collect(value, surroundings, collected);
    const result = applyFunction(last.name, collected, parameters(value, surroundings));
    if (result !== undefined) found.push(result);
  };
}
