import { isJsonObject, type Json, type JsonObject } from '../../asl';

/** A value as compact JSON, the way AWS writes it: no spaces, characters beyond ASCII as they are. */
export const jsonText = (value: Json): string => JSON.stringify(value);

/**
 * Whether two values are the same JSON: numbers by value, objects without regard to the order of their keys.
 */
export function deepEqual(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isJsonObject(a)) return isJsonObject(b) && sameProperties(a, b);
  return (
    !isJsonObject(b) && a.length === b.length && a.every((each, index) => deepEqual(each, b[index] ?? null))
  );
}

function sameProperties(a: JsonObject, b: JsonObject): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && deepEqual(a[key] ?? null, b[key] ?? null))
  );
}
