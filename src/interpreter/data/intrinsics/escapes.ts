const ESCAPABLE = /\\(['{}\\])/g;

/**
 * A text argument without its backslashes: `\'`, `\{`, `\}` and `\\` stand for the character; before anything
 * else the backslash is kept, so that JSON inside the text stays JSON.
 * Source: developer guide, "Reserved characters in intrinsic functions".
 */
export const unescapeText = (raw: string): string => raw.replace(ESCAPABLE, '$1');

/** The parts of a Format template between its `{}`; an escaped brace belongs to the part. */
export function splitTemplate(raw: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < raw.length; index++) {
    if (raw[index] === '\\') index++;
    else if (raw.startsWith('{}', index)) {
      parts.push(unescapeText(raw.slice(start, index)));
      index++;
      start = index + 1;
    }
  }
  parts.push(unescapeText(raw.slice(start)));
  return parts;
}
