import { JSONPath } from 'jsonpath-plus';
import type { Json, JsonArray, JsonObject } from '../../../asl';

/**
 * A value and all objects and arrays inside it, each before what it contains: what `..` applies the next
 * step to.
 *
 * jsonpath-plus walks this in Jayway's order. It gets a fixed path and no evaluator; names, filters and
 * functions are read by our own steps, because there its dialect differs (`$.arr.length`, filters on
 * objects, negative indexes) and it is a hundred times slower than a compiled step.
 */
export function descendants(value: Json): readonly (JsonArray | JsonObject)[] {
  if (typeof value !== 'object' || value === null) return [];
  const found: (JsonArray | JsonObject)[] = [];
  JSONPath({
    path: '$..',
    json: value as object,
    eval: false,
    callback: (each: JsonArray | JsonObject | null) => {
      if (each !== null) found.push(each);
    },
  });
  return found;
}
