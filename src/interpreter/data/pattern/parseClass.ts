import type { TextCursor } from '../textCursor';
import { complement, DIGITS, WHITE_SPACE, WORD_CHARACTERS } from './characterSet';
import type { CharacterRanges } from './patternSyntax.types';

const CONTROL: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, 0: 0 };
const HEX = /x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}/y;

/** `[a-z_\d]`, `[^"]`. */
export function parseClass(cursor: TextCursor): { ranges: CharacterRanges; negated: boolean } {
  const start = cursor.position;
  cursor.expect('[');
  const negated = cursor.accept('^');
  const ranges: (readonly [number, number])[] = [];
  while (!cursor.accept(']')) {
    if (cursor.atEnd) cursor.fail('Unterminated character class', start);
    const set = classEscape(cursor);
    if (set) {
      ranges.push(...set);
      continue;
    }
    const from = classUnit(cursor);
    if (cursor.peek() !== '-' || cursor.peek(1) === ']' || cursor.peek(1) === '') {
      ranges.push([from, from]);
      continue;
    }
    cursor.position++;
    const upperSet = classEscape(cursor);
    if (upperSet) {
      ranges.push([from, from], [0x2d, 0x2d], ...upperSet);
      continue;
    }
    const to = classUnit(cursor);
    if (to < from) cursor.fail('Range out of order in character class');
    ranges.push([from, to]);
  }
  return { ranges, negated };
}

/** `\d`, `\W`...: the characters meant; undefined when something else stands here. */
export function classEscape(cursor: TextCursor): CharacterRanges | undefined {
  if (cursor.peek() !== '\\') return undefined;
  const letter = cursor.peek(1);
  const positive = { d: DIGITS, w: WORD_CHARACTERS, s: WHITE_SPACE }[letter.toLowerCase()];
  if (!positive) return undefined;
  cursor.position += 2;
  return letter === letter.toLowerCase() ? positive : complement(positive);
}

function classUnit(cursor: TextCursor): number {
  if (cursor.peek() !== '\\') return cursor.text.charCodeAt(cursor.position++);
  if (cursor.peek(1) === 'b') {
    cursor.position += 2;
    return 8;
  }
  return unitEscape(cursor);
}

/** `\n`, `\x41`, `\u0041`, `\cJ`, `\.`: the one code unit meant. */
export function unitEscape(cursor: TextCursor): number {
  cursor.expect('\\');
  if (cursor.atEnd) cursor.fail('\\ at end of pattern');
  const hex = cursor.match(HEX);
  if (hex !== undefined) return Number.parseInt(hex.slice(1), 16);
  const character = cursor.peek();
  if (character === 'c' && /[a-zA-Z]/.test(cursor.peek(1))) {
    cursor.position += 2;
    return cursor.text.charCodeAt(cursor.position - 1) % 32;
  }
  cursor.position++;
  return Object.hasOwn(CONTROL, character) ? (CONTROL[character] ?? 0) : character.charCodeAt(0);
}
