import { makeDelta } from '../delta/makeDelta';
import type { NextAnswer } from '../protocol';

/** Remembers the last answer of its sort that went to the page, so that the next one says only what is different. */
export function createAnswers<Result>() {
  let last: { readonly answer: number; readonly result: Result } | undefined;
  return {
    /** @param since the last answer that the page has */
    reply(result: Result, since: number | undefined): NextAnswer<Result> {
      const before = last?.answer === since ? last : undefined;
      last = { answer: (last?.answer ?? 0) + 1, result };
      const delta = before ? makeDelta(before.result, result) : ({ type: 'value', value: result } as const);
      return { answer: last.answer, delta };
    },
  };
}
