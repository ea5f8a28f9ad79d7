import type { State, TextRange } from '../../asl';
import { SyntaxProblem } from '../data/compiled.types';
import type { EvaluationScope } from '../data/evaluationScope';
import { Failure } from '../data/failure';
import { compileIntrinsic } from '../data/intrinsics/compileIntrinsic';
import type { Stage } from '../dataFlow/dataFlow.types';
import type { FailedField } from './failedField';
import { seenByField } from './seenByField';

/** Calls that are tried, to find the one that failed. */
const MOST_CALLS = 200;

/** A cause tells a call of an intrinsic function by its name only: which of several it is, is tried. */
export function failedCall(
  state: State,
  fields: readonly FailedField[],
  sentence: string | undefined,
  stages: readonly Stage[],
  scope: EvaluationScope,
): FailedField | undefined {
  let tried = 0;
  for (const field of fields) {
    const { text, part, path } = field;
    if (!part.endsWith('(')) return undefined;
    const { root } = seenByField(state, path, stages);
    for (let at = text.indexOf(part); at >= 0 && tried++ < MOST_CALLS; at = text.indexOf(part, at + 1)) {
      const { start, end } = callAt(text, at);
      const call = compileIntrinsic(text.slice(start, end));
      const value = call instanceof SyntaxProblem ? undefined : call.evaluate(root, scope);
      if (value instanceof Failure && value.cause === sentence) return { ...field, at };
    }
  }
  return undefined;
}

/** A call as far as its closing parenthesis. */
export function callAt(text: string, start: number): TextRange {
  let depth = 0;
  for (const { 0: token, index } of text.slice(start).matchAll(/'(?:\\[\s\S]|[^'\\])*'|[()]/g)) {
    if (token === '(') depth++;
    if (token === ')' && --depth === 0) return { start, end: start + index + 1 };
  }
  return { start, end: text.length };
}
