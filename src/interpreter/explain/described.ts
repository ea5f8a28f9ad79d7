/** Characters of a text, and names of an object, that a sentence has room for. */
const LONGEST_TEXT = 40;
const MOST_NAMES = 3;

/** A value as a part of a sentence: `the text “Ann”`, `a list of 3 items`. */
export function described(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'string') return value === '' ? 'an empty text' : `the text ${quoted(value)}`;
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value))
    return value.length === 1 ? 'a list of 1 item' : `a list of ${value.length} items`;
  if (typeof value !== 'object') return String(value);
  const names = Object.keys(value);
  if (names.some((name) => name.startsWith('_jsonata_'))) return 'a function';
  if (names.length === 0) return 'an empty object';
  const shown = names.slice(0, MOST_NAMES).map(quoted).join(', ');
  return `an object with ${shown}${names.length > MOST_NAMES ? ' and more' : ''}`;
}

/** A name or a text of the data, as far as a sentence has room for it. */
export const shortened = (text: string): string =>
  text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;

const quoted = (text: string): string => `“${shortened(text)}”`;
