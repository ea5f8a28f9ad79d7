import { FIRST } from './firstWorkflow';
import type { StoredPart } from './storage.types';

/** Where a part is stored. @param workflow the one that a document, an input, an answer or runs are of */
export const keyOf = (part: StoredPart, workflow: string): string =>
  workflow !== FIRST && part !== 'shelf' && part !== 'run' ? `${part}:${workflow}` : part;
