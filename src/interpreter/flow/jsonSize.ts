import { isJsonObject, type Json } from '../../asl';

/**
 * Bytes of a value's compact JSON in UTF-8. Values are immutable and mostly shared, so what was measured once is
 * not walked again: sizes of large objects, arrays and texts are remembered. Most values are small; for them a
 * bounded look is enough and nothing is remembered.
 */

/** A value with at most this many parts and characters is small, whatever the characters are. */
const SMALL_PARTS = 64;
const SMALL_CHARACTERS = 16_384;
/** Smaller things are measured again rather than remembered. */
const WORTH_REMEMBERING = 1_024;
const REMEMBERED_TEXTS = 64;

const sizes = new WeakMap<object, number>();
const textSizes = new Map<string, number>();

/** Whether the JSON of a value has more than `limit` bytes; `limit` must be more than 100 KB. */
export function jsonSizeExceeds(value: Json, limit: number): boolean {
  return !isSmall(value) && jsonSize(value) > limit;
}

/** A character has six bytes at most, as `\u0000`; a part is a number at most, with its comma and its key's quotes. */
const CHARACTER_BYTES = 6;
const PART_BYTES = 32;

/**
 * A number of bytes that the JSON of a value does not exceed: the very size of a large value, a quick estimate from
 * above, below 101 KB, for a small one.
 */
export function jsonSizeAtMost(value: Json): number {
  if (!isSmall(value)) return jsonSize(value);
  return CHARACTER_BYTES * (SMALL_CHARACTERS - characters) + PART_BYTES * (SMALL_PARTS - parts);
}

let parts = 0;
let characters = 0;

function isSmall(value: Json): boolean {
  parts = SMALL_PARTS;
  characters = SMALL_CHARACTERS;
  return look(value);
}

function look(value: Json): boolean {
  if (--parts < 0) return false;
  if (typeof value === 'string') {
    characters -= value.length;
    return characters >= 0;
  }
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) {
    for (const item of value) if (!look(item)) return false;
    return true;
  }
  if (!isJsonObject(value)) return true;
  for (const key in value) {
    characters -= key.length;
    if (characters < 0 || !look(value[key] ?? null)) return false;
  }
  return true;
}

/** Bytes of the compact JSON of a value. */
export function jsonSize(value: Json): number {
  if (typeof value === 'string') return textSize(value);
  if (typeof value !== 'object' || value === null) return String(value).length;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  const size = isJsonObject(value) ? objectSize(Object.entries(value)) : arraySize(value);
  if (size >= WORTH_REMEMBERING) sizes.set(value, size);
  return size;
}

function arraySize(items: readonly Json[]): number {
  let size = 2 + Math.max(0, items.length - 1);
  for (const item of items) size += jsonSize(item);
  return size;
}

function objectSize(entries: readonly (readonly [string, Json])[]): number {
  let size = 2 + Math.max(0, entries.length - 1);
  for (const [key, value] of entries) size += textSize(key) + 1 + jsonSize(value);
  return size;
}

function textSize(text: string): number {
  if (text.length < WORTH_REMEMBERING) return measureText(text);
  const known = textSizes.get(text);
  if (known !== undefined) return known;
  const size = measureText(text);
  if (textSizes.size >= REMEMBERED_TEXTS) textSizes.clear();
  textSizes.set(text, size);
  return size;
}

const NEEDS_A_LOOK = /["\\]|[^ -~]/;

function measureText(text: string): number {
  if (!NEEDS_A_LOOK.test(text)) return text.length + 2;
  const json = JSON.stringify(text);
  let size = json.length;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (code < 0x80) continue;
    // A surrogate pair has four bytes for two code units, everything else beyond U+07FF three for one.
    size += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
  }
  return size;
}
