import { isJsonObject, type Json } from '../../asl';
import type { ValuePath } from '../../interpreter';

/** The value inside another one; undefined when there is none. */
export function valueAt(value: Json | undefined, path: ValuePath): Json | undefined {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    if (isJsonObject(at)) at = Object.hasOwn(at, key) ? at[key] : undefined;
    else at = typeof key === 'number' ? at[key] : undefined;
    if (at === undefined) return undefined;
  }
  return at;
}

/** Characters of a value that are enough to know it by. */
const MOST = 120;

export function excerptOf(value: Json | undefined): string {
  const text = value === undefined ? '' : JSON.stringify(value);
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}
