import type { CharacterRanges, CharacterSet } from './patternSyntax.types';

const MAX_UNIT = 0xffff;

export const DIGITS: CharacterRanges = [[0x30, 0x39]];
export const WORD_CHARACTERS: CharacterRanges = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
export const WHITE_SPACE: CharacterRanges = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
export const LINE_ENDS: CharacterRanges = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];

/** Sorted, without overlaps. */
export function normalizeRanges(ranges: CharacterRanges): CharacterRanges {
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Everything that is not in `ranges`. */
export function complement(ranges: CharacterRanges): CharacterRanges {
  const result: [number, number][] = [];
  let next = 0;
  for (const [from, to] of normalizeRanges(ranges)) {
    if (from > next) result.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= MAX_UNIT) result.push([next, MAX_UNIT]);
  return result;
}

/** A set of characters; with `ignoreCase` a character is in it if its upper or its lower case is. */
export function characterSet(ranges: CharacterRanges, negated: boolean, ignoreCase: boolean): CharacterSet {
  const sorted = normalizeRanges(ranges);
  const contains = (unit: number): boolean => {
    let low = 0;
    let high = sorted.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const range = sorted[middle];
      if (!range) return false;
      if (unit < range[0]) high = middle - 1;
      else if (unit > range[1]) low = middle + 1;
      else return true;
    }
    return false;
  };
  const containsAnyCase = (unit: number): boolean => {
    if (contains(unit)) return true;
    const character = String.fromCharCode(unit);
    const upper = character.toUpperCase();
    const lower = character.toLowerCase();
    return (
      (upper.length === 1 && contains(upper.charCodeAt(0))) ||
      (lower.length === 1 && contains(lower.charCodeAt(0)))
    );
  };
  const test = ignoreCase ? containsAnyCase : contains;
  const ascii = Uint8Array.from({ length: 128 }, (_, unit) => (test(unit) !== negated ? 1 : 0));
  return { has: (unit) => (unit < 128 ? ascii[unit] === 1 : test(unit) !== negated) };
}

export const isWordCharacter = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  unit === 0x5f ||
  (unit >= 0x61 && unit <= 0x7a);

export const isLineEnd = (unit: number): boolean =>
  unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029;
