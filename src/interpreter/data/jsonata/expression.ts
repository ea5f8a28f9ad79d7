import type { Json } from '../../../asl';
import type { JsonataTemplate, StatesVariable } from '../compiled.types';
import type { EvaluationScope } from '../evaluationScope';
import { Failure } from '../failure';
import { type AstNode, depthOf } from './ast';
import { compileDirect } from './direct';
import { type Direct, UNDECIDED } from './direct.types';
import { describeError } from './jsonataError';
import { compileForLibrary, type LibraryEvaluation, parseExpression } from './library';
import { resultValue, UNSUPPORTED } from './resultValue';

const QUERY_ERROR = 'States.QueryEvaluationError';

/**
 * Compiles one expression. What the direct evaluation can decide is answered at once; the rest goes to the
 * library, whose compilation waits until it is needed.
 *
 * @param text  the expression without `{%` and `%}`
 * @param field as failures name it: `Output/result`, `Choices[1]/Condition`
 * Recorded: assign/test_undefined_reference, intrinsic_functions/math_operations_jsonata.
 */
export function compileExpression(text: string, field: string): JsonataTemplate {
  const sentence = `The JSONata expression '${text}' specified for the field '${field}'`;
  const fail = (rest: string): Failure => new Failure(QUERY_ERROR, `${sentence} ${rest}`, field);
  const nothing = fail('returned nothing (undefined).');
  const conclude = (result: unknown): Json | Failure => {
    if (result === undefined) return nothing;
    const value = resultValue(result);
    return value === UNSUPPORTED ? fail('returned an unsupported result type.') : value;
  };
  const failed = (error: unknown): Failure => fail(`threw an error during evaluation${describeError(error)}`);

  let direct: Direct | undefined;
  try {
    direct = directOf(parseExpression(text));
  } catch (error) {
    const failure = failed(error);
    return { isStatic: false, evaluate: () => failure };
  }
  let library: LibraryEvaluation | undefined;
  const evaluateWithLibrary = (states: StatesVariable, scope: EvaluationScope): Promise<Json | Failure> => {
    library ??= compileForLibrary(text);
    return library(states, scope).then(conclude).catch(failed);
  };
  if (!direct) return { isStatic: false, evaluate: evaluateWithLibrary };
  const decide = direct;
  return {
    isStatic: false,
    evaluate: (states, scope) => {
      const value = decide(states, scope);
      if (value === UNDECIDED) return evaluateWithLibrary(states, scope);
      return value === undefined ? nothing : value;
    },
  };
}

/** Expressions so deep that AWS's limit may stop them are left to the library, which counts. */
function directOf(ast: AstNode): Direct | undefined {
  return depthOf(ast) > 50 ? undefined : compileDirect(ast);
}
