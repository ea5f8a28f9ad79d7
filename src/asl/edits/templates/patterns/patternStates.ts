import type { QueryLanguage } from '../../../model';
import { type Fragment, renameFragment } from '../../fragment';
import type { PatternId } from '../catalogue';
import { fanOut } from './fanOut';
import { humanApproval } from './humanApproval';
import type { Pattern } from './pattern.types';
import { pollUntilDone } from './pollUntilDone';
import { processCsv } from './processCsv';
import { retryWithBackoff } from './retryWithBackoff';
import { saga } from './saga';

const PATTERNS: Readonly<Record<PatternId, Pattern>> = {
  retryWithBackoff,
  saga,
  humanApproval,
  pollUntilDone,
  fanOut,
  processCsv,
};

/** A pattern's states under names that are free. */
export const patternStates = (
  pattern: PatternId,
  language: QueryLanguage,
  nameFor: (wish: string) => string,
): Fragment => renameFragment(new Map(Object.entries(PATTERNS[pattern](language))), nameFor);
