import type { Json } from '../json';
import { sameJson } from '../sameJson';

/** A value as it was written before, and the same with the names that states have after. */
export interface Twin {
  readonly written: Json;
  readonly renamed: Json;
}

/** Whether a value is what it was, taking names that were renamed for the same. */
export const isSame = (before: Twin, after: Json): boolean =>
  sameJson(before.written, after) || sameJson(before.renamed, after);
