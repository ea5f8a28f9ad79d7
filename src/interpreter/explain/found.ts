import type { TextRange } from '../../asl';
import type { ConditionScope } from '../condition';
import type { EvaluationExplanation } from './explain.types';
import type { FailedField } from './failedField';
import type { MissingStep } from './missingStep';
import type { SeenByField } from './seenByField';

/** What is to be said of the text of a field that failed. */
export type Found = Pick<EvaluationExplanation, 'marked' | 'reason' | 'fixes'>;

/** A field that failed, and what it could read. */
export interface Failing {
  readonly field: FailedField;
  readonly seen: SeenByField;
  readonly scope: ConditionScope;
  /** Names of the variables that there are. */
  readonly variables: readonly string[];
  readonly cause: string;
}

/** @param offset where what was looked into begins in the text */
export function foundMissing(
  { marked, reason, chain, meant }: MissingStep,
  text: string,
  offset: number,
): Found {
  const before = text.slice(0, offset + chain.start);
  const after = text.slice(offset + chain.end);
  const fixes = meant.map((each) => ({ title: `Use ${each}`, text: `${before}${each}${after}` }));
  return { marked: moved(marked, offset), reason, fixes };
}

/** A range further on. */
export const moved = ({ start, end }: TextRange, by: number): TextRange => ({
  start: start + by,
  end: end + by,
});
