import { type QueryLanguage, readChoiceWords } from '../asl';
import { compileChoiceExpression } from './data/choice';
import { Failure } from './data/failure';
import { checkExpression } from './data/jsonata/checks';
import { expressionText } from './data/jsonata/expressionText';
import { isBoolean, typedField } from './language/jsonata/field';
import { evaluateOutside, inBraces, type OutsideScope, sentenceOf } from './outside';

/** What a condition is asked about. */
export type ConditionScope = OutsideScope;

/** Whether it holds; a sentence when it cannot be said. */
export type ConditionAnswer = boolean | { readonly problem: string };

/** A promise only when an expression needs the asynchronous JSONata library. */
export type Condition = (scope: ConditionScope) => ConditionAnswer | Promise<ConditionAnswer>;

/**
 * Compiles a condition that is not part of a definition (a breakpoint's), with the evaluators and within the bounds that
 * a definition has: a JSONata expression, with or without its braces, or a Choice rule in words.
 *
 * @returns the condition, or a sentence that says what is wrong with it
 */
export function compileCondition(text: string, language: QueryLanguage): Condition | string {
  if (language === 'JSONata') return syntaxProblem(text) ?? jsonataCondition(text);
  const read = readChoiceWords(text);
  if (!read.ok) return read.reason;
  const holds = compileChoiceExpression(read.expression);
  return (scope) => answerOf(holds(scope.input, scope));
}

/** What the library says of an expression that it cannot read. */
function syntaxProblem(text: string): string | undefined {
  const [problem] = checkExpression(expressionText(inBraces(text)) ?? text, []);
  return problem?.code === 'INVALID_JSONATA_EXPRESSION' ? problem.message : undefined;
}

function jsonataCondition(text: string): Condition {
  const field = typedField(inBraces(text), 'Condition', 'boolean', isBoolean);
  return (scope) => {
    const found = evaluateOutside(field, scope);
    return found instanceof Promise ? found.then(answerOf) : answerOf(found);
  };
}

const answerOf = (found: boolean | Failure): ConditionAnswer =>
  found instanceof Failure ? { problem: sentenceOf(found) } : found;
