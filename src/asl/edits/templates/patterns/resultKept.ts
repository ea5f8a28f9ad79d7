import type { JsonObject } from '../../../json';
import type { QueryLanguage } from '../../../model';

/** The result, or a member of it, beside the input under a key: what comes later still has the input. */
export function resultKept(language: QueryLanguage, key: string, member?: string): JsonObject {
  if (language === 'JSONata') {
    const result = member === undefined ? '$states.result' : `$states.result.${member}`;
    return { Output: `{% $merge([$states.input, {"${key}": ${result}}]) %}` };
  }
  return {
    ...(member === undefined ? {} : { ResultSelector: { [`${member}.$`]: `$.${member}` } }),
    ResultPath: `$.${key}`,
  };
}

/** A catcher's error beside the input, under `error`. */
export const errorKept = (language: QueryLanguage): JsonObject =>
  language === 'JSONata'
    ? { Output: '{% $merge([$states.input, {"error": $states.errorOutput}]) %}' }
    : { ResultPath: '$.error' };
