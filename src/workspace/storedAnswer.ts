import type { AnswerFromAws, ToldByAws } from './state';

/** What of an answer of AWS outlives the page; nothing, when it is too large for that. */
export function storedAnswer(answer: AnswerFromAws | undefined): ToldByAws | undefined {
  if (!answer || answer.unkept) return undefined;
  const { id: _, ...told } = answer;
  return told;
}
