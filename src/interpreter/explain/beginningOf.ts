import { isJsonObject, type Json } from '../../asl';

/** Characters of JSON that are kept at least: more than any view shows of a value on one line. */
const KEPT = 200;

/**
 * A value, or the beginning of one that is long: an expression can make arrays of a million elements, and what explains
 * a rule is sent to the page whole. What is left out comes after the first characters of the JSON.
 */
export const beginningOf = (value: Json): Json => cut(value, { left: KEPT });

function cut(value: Json, room: { left: number }): Json {
  room.left--;
  if (typeof value === 'string') {
    const kept = value.slice(0, Math.max(0, room.left));
    room.left -= kept.length;
    return kept;
  }
  if (Array.isArray(value)) {
    const kept: Json[] = [];
    for (const each of value) {
      if (room.left <= 0) break;
      kept.push(cut(each, room));
    }
    return kept;
  }
  if (!isJsonObject(value)) return value;
  const kept: [string, Json][] = [];
  for (const [key, each] of Object.entries(value)) {
    if (room.left <= 0) break;
    room.left -= key.length;
    kept.push([key, cut(each, room)]);
  }
  return Object.fromEntries(kept);
}
