import type { Json } from '../json';
import { jsonOf } from '../jsonOf';

/** The JSON values of a text that stand one after the other, as pages of a command's output do; up to what is none. */
export function jsonValues(text: string): readonly Json[] {
  const values: Json[] = [];
  for (let at = 0; at < text.length; ) {
    const end = endOfValue(text, at);
    if (end === undefined) break;
    const value = jsonOf(text.slice(at, end));
    if (value === undefined) break;
    values.push(value);
    at = end;
    while (/[\s,]/.test(text.charAt(at))) at++;
  }
  return values;
}

/** Behind the bracket that closes the first one from a place on. */
function endOfValue(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at);
        break;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        depth++;
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        if (--depth === 0) return at + 1;
    }
  }
  return undefined;
}

const [QUOTE, BACKSLASH, OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [34, 92, 123, 125, 91, 93];

function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}
