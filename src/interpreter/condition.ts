import { type Json, type QueryLanguage, readChoiceWords } from '../asl';
import { compileChoiceExpression } from './data/choice';
import type { EvaluationScope } from './data/evaluationScope';
import { Failure } from './data/failure';
import { isBoolean, typedField } from './language/jsonata/field';
import { PENDING, type Visit } from './language/visit.types';

/** What a condition is asked about. */
export interface ConditionScope extends EvaluationScope {
  readonly input: Json;
}

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
  if (language === 'JSONata') return jsonataCondition(text);
  const read = readChoiceWords(text);
  if (!read.ok) return read.reason;
  const holds = compileChoiceExpression(read.expression);
  return (scope) => answerOf(holds(scope.input, scope));
}

function jsonataCondition(text: string): Condition {
  const expression = /^\s*\{%[\s\S]*%\}\s*$/.test(text) ? text.trim() : `{% ${text} %}`;
  const field = typedField(expression, 'Condition', 'boolean', isBoolean);
  return (scope) => {
    let settled: Json | Failure | undefined;
    let awaiting: Promise<void> | undefined;
    const visit: Visit = {
      input: scope.input,
      effective: scope.input,
      now: scope.now,
      context: () => scope.context(),
      variable: (name) => scope.variable(name),
      random: () => scope.random(),
      settled: () => settled,
      settle(_expression, promise) {
        awaiting = promise.then((value) => {
          settled = value;
        });
      },
    };
    const found = field(visit);
    if (found !== PENDING) return answerOf(found);
    return (awaiting ?? Promise.resolve()).then(() => {
      const late = field(visit);
      return late === PENDING ? { problem: 'The expression did not end.' } : answerOf(late);
    });
  };
}

const answerOf = (found: boolean | Failure): ConditionAnswer =>
  found instanceof Failure ? { problem: found.cause ?? found.error ?? 'It failed.' } : found;
