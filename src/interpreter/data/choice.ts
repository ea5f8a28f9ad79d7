import type { ChoiceExpression, Comparison, Json } from '../../asl';
import { COMPARATORS, compileLiteralTest } from './choiceOperators';
import { type ChoicePredicate, type CompiledPath, SyntaxProblem } from './compiled.types';
import type { EvaluationScope } from './evaluationScope';
import { Failure } from './failure';
import { compilePath } from './path';

/**
 * Compiles a rule of a JSONPath Choice state: the 39 operators, And, Or and Not. And and Or stop at the
 * first rule that decides. A Variable or `…Path` operand without value fails the state, except for IsPresent.
 * Source: ASL specification, "Choice State"; Recorded: choice_operators.
 */
export function compileChoiceExpression(expression: ChoiceExpression): ChoicePredicate {
  switch (expression.kind) {
    case 'and':
      return all(expression.rules.map(compileChoiceExpression));
    case 'or':
      return any(expression.rules.map(compileChoiceExpression));
    case 'not':
      return negate(compileChoiceExpression(expression.rule));
    case 'comparison':
      return compileComparison(expression);
    case 'condition':
      return literalCondition(expression.condition);
    case 'unreadable':
      return failing('The choice rule cannot be read');
  }
}

/** A Condition that is an expression belongs to JSONata and is compiled there. */
function literalCondition(condition: string | boolean): ChoicePredicate {
  return typeof condition === 'boolean'
    ? () => condition
    : failing('A JSONPath choice rule has no Condition');
}

function failing(cause: string): ChoicePredicate {
  const failure = new Failure('States.Runtime', cause);
  return () => failure;
}

function all(rules: readonly ChoicePredicate[]): ChoicePredicate {
  return (root, scope) => {
    for (const rule of rules) {
      const result = rule(root, scope);
      if (result !== true) return result;
    }
    return true;
  };
}

function any(rules: readonly ChoicePredicate[]): ChoicePredicate {
  return (root, scope) => {
    for (const rule of rules) {
      const result = rule(root, scope);
      if (result !== false) return result;
    }
    return false;
  };
}

function negate(rule: ChoicePredicate): ChoicePredicate {
  return (root, scope) => {
    const result = rule(root, scope);
    return result instanceof Failure ? result : !result;
  };
}

function compileComparison({ variable, operator, operand }: Comparison): ChoicePredicate {
  const path = compilePath(variable);
  if (path instanceof SyntaxProblem) return failing(`Invalid path '${variable}' : ${path.message}`);
  if (operator === 'IsPresent') return (root, scope) => (path.get(root, scope) !== undefined) === operand;
  const test = compileLiteralTest(operator, operand);
  if (test) {
    return (root, scope) => {
      const value = path.get(root, scope);
      return value === undefined ? invalidReference(path) : test(value);
    };
  }
  return compilePathComparison(path, operator, operand);
}

function compilePathComparison(path: CompiledPath, operator: string, operand: Json): ChoicePredicate {
  const compare = operator.endsWith('Path') ? COMPARATORS.get(operator.slice(0, -'Path'.length)) : undefined;
  if (!compare) return failing(`There is no comparison operator ${operator}`);
  const operandPath = compilePath(typeof operand === 'string' ? operand : '');
  if (operandPath instanceof SyntaxProblem)
    return failing(`Invalid path '${operand}' : ${operandPath.message}`);
  return (root: Json, scope: EvaluationScope) => {
    const value = path.get(root, scope);
    if (value === undefined) return invalidReference(path);
    const other = operandPath.get(root, scope);
    return other === undefined ? invalidReference(operandPath) : compare(value, other);
  };
}

/** AWS's words as users quote them; not recorded. */
const invalidReference = (path: CompiledPath): Failure =>
  new Failure(
    'States.Runtime',
    `Invalid path '${path.text}': The choice state's condition path references an invalid value.`,
  );
