import type { Json } from '../asl';
import type { EvaluationScope } from './data/evaluationScope';
import { Failure } from './data/failure';
import type { Field } from './language/language.types';
import { PENDING, type Visit } from './language/visit.types';

/** What an expression sees that is no part of a definition. */
export interface OutsideScope extends EvaluationScope {
  readonly input: Json;
  /** What `$states.result` is, where there is one. */
  readonly result?: Json | undefined;
}

/** Evaluates a field outside of any execution. A promise only when an expression needs the asynchronous JSONata library. */
export function evaluateOutside<T extends Json>(
  field: Field<T>,
  scope: OutsideScope,
): T | Failure | Promise<T | Failure> {
  let settled: Json | Failure | undefined;
  let awaiting: Promise<void> | undefined;
  const visit: Visit = {
    input: scope.input,
    effective: scope.input,
    now: scope.now,
    context: () => scope.context(),
    variable: (name) => scope.variable(name),
    random: () => scope.random(),
    patience: scope.patience,
    settled: () => settled,
    settle(_expression, promise) {
      awaiting = promise.then((value) => {
        settled = value;
      });
    },
  };
  const found = field(visit);
  if (found !== PENDING) return found;
  return (awaiting ?? Promise.resolve()).then(() => {
    const late = field(visit);
    return late === PENDING
      ? new Failure('States.QueryEvaluationError', 'The expression did not end.')
      : late;
  });
}

/** A JSONata expression as a definition has it, however it was typed. */
export const inBraces = (text: string): string =>
  /^\s*\{%[\s\S]*%\}\s*$/.test(text) ? text.trim() : `{% ${text} %}`;

export const sentenceOf = ({ cause, error }: Failure): string => cause ?? error ?? 'It failed.';
