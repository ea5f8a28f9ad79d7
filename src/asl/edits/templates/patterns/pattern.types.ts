import type { JsonObject } from '../../../json';
import type { QueryLanguage } from '../../../model';

/**
 * States by name, the first one first. Where `End` is true the pattern goes on to what comes after it; names are wishes,
 * and become others where they are taken.
 */
export type Pattern = (language: QueryLanguage) => Readonly<Record<string, JsonObject>>;
