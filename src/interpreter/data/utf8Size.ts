import type { Json, JsonArray, JsonObject } from '../../asl';

/** Sizes of objects and arrays whose walk is worth remembering; values are immutable, so they stay true. */
const known = new WeakMap<JsonArray | JsonObject, number>();
const WORTH_KEEPING = 2_048;

/**
 * The length in bytes of a value's compact JSON text in UTF-8, without making the text.
 *
 * @param limit the walk stops as soon as the size is known to be above it; the result is then some number above it
 */
export function utf8Size(value: Json, limit = Number.POSITIVE_INFINITY): number {
  switch (typeof value) {
    case 'string':
      return stringSize(value, limit);
    case 'number':
      return numberSize(value);
    case 'boolean':
      return value ? 4 : 5;
    default:
      return value === null ? 4 : containerSize(value, limit);
  }
}

function containerSize(value: JsonArray | JsonObject, limit: number): number {
  const before = known.get(value);
  if (before !== undefined) return before;
  // Brackets, and a comma before every member but the first.
  let size = 1;
  if (Array.isArray(value)) {
    for (const each of value as JsonArray) {
      size += 1 + utf8Size(each, limit - size);
      if (size > limit) return size;
    }
  } else {
    const object = value as JsonObject;
    for (const key in object) {
      if (!Object.hasOwn(object, key)) continue;
      size += 2 + stringSize(key, limit - size);
      size += utf8Size(object[key] ?? null, limit - size);
      if (size > limit) return size;
    }
  }
  if (size === 1) size = 2;
  if (size >= WORTH_KEEPING) known.set(value, size);
  return size;
}

function numberSize(value: number): number {
  if (Number.isInteger(value) && value >= 0 && value < 1_000_000) {
    return value < 10
      ? 1
      : value < 100
        ? 2
        : value < 1_000
          ? 3
          : value < 10_000
            ? 4
            : value < 100_000
              ? 5
              : 6;
  }
  return JSON.stringify(value).length;
}

function stringSize(text: string, limit: number): number {
  // Every code unit takes at least a byte.
  if (text.length + 2 > limit) return text.length + 2;
  let size = text.length + 2;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      if (unit < 0x20) size += unit >= 8 && unit <= 13 && unit !== 11 ? 1 : 5;
      else if (unit === 0x22 || unit === 0x5c) size += 1;
    } else if (unit < 0x800) size += 1;
    else if (unit < 0xd800 || unit > 0xdfff) size += 2;
    else if (unit < 0xdc00 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) {
      // A pair takes four bytes for its two units.
      size += 2;
      index++;
    } else size += 5; // JSON writes half a pair as \udXXX.
  }
  return size;
}
