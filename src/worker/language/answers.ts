import type { AnalyseResult } from '../analysis.types';
import { makeDelta } from '../delta/makeDelta';
import type { AnalysisReply } from '../protocol';

/** Remembers the last analysis that went to the page, so that the next one says only what is different. */
export function createAnswers() {
  let last: { readonly answer: number; readonly result: AnalyseResult } | undefined;
  return {
    /** @param since the last answer that the page has */
    reply(result: AnalyseResult, since: number | undefined): AnalysisReply {
      const before = last?.answer === since ? last : undefined;
      last = { answer: (last?.answer ?? 0) + 1, result };
      const delta = before ? makeDelta(before.result, result) : ({ type: 'value', value: result } as const);
      return { answer: last.answer, delta };
    },
  };
}
