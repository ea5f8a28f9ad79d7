import type { Json, QueryLanguage } from '../asl';
import { type CompiledPath, SyntaxProblem } from './data/compiled.types';
import { Failure } from './data/failure';
import { compileIntrinsic } from './data/intrinsics/compileIntrinsic';
import { compilePath } from './data/path';
import { jsonataField } from './language/jsonata/field';
import { evaluateOutside, inBraces, type OutsideScope, sentenceOf } from './outside';

/** What an expression comes to; or a sentence that says why it comes to nothing. */
export type WatchAnswer =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly problem: string };

/** A promise only when an expression needs the asynchronous JSONata library. */
export type Watch = (scope: OutsideScope) => WatchAnswer | Promise<WatchAnswer>;

/**
 * Compiles an expression that somebody looks at data with, with the evaluators and within the bounds that a definition
 * has: a JSONata expression, with or without its braces, a path, or a call of an intrinsic function.
 */
export function compileWatch(text: string, language: QueryLanguage): Watch {
  if (language === 'JSONata') {
    const field = jsonataField(inBraces(text), 'Watch');
    return (scope) => {
      const { input, result } = scope;
      const states = result === undefined ? { input } : { input, result };
      const found = evaluateOutside((visit) => field(visit, states), scope);
      return found instanceof Promise ? found.then(answerOf) : answerOf(found);
    };
  }
  const trimmed = text.trim();
  return trimmed.startsWith('$') ? watchedPath(compilePath(trimmed)) : watchedCall(trimmed);
}

function watchedPath(path: CompiledPath | SyntaxProblem): Watch {
  if (path instanceof SyntaxProblem) return refused(path.message);
  return (scope) => {
    const value = path.get(scope.input, scope);
    return value === undefined ? { ok: false, problem: 'There is nothing at this path.' } : answerOf(value);
  };
}

function watchedCall(text: string): Watch {
  const call = compileIntrinsic(text);
  if (call instanceof SyntaxProblem) {
    return refused('Write a path that begins with $, or a call like States.ArrayLength($.items).');
  }
  return (scope) => answerOf(call.evaluate(scope.input, scope));
}

const refused =
  (problem: string): Watch =>
  () => ({ ok: false, problem });

const answerOf = (found: Json | Failure): WatchAnswer =>
  found instanceof Failure ? { ok: false, problem: sentenceOf(found) } : { ok: true, value: found };
