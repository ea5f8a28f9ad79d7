import type { Json } from '../json';
import { setOwn } from '../parse/toJson';

/** As deep as an expression is read; beyond that it stays a placeholder. */
const DEEPEST = 100;

/**
 * A Terraform expression as JSON: objects and lists as they are, strings with their `${...}`, anything else (references,
 * calls, arithmetic) as a `${placeholder}` with its own text.
 *
 * @param at where the expression begins
 * @returns undefined when it does not end
 */
export function readHcl(
  text: string,
  at: number,
): { readonly value: Json; readonly end: number } | undefined {
  let here = at;
  let quotes = 0;
  const value = expression(0);
  return value === undefined ? undefined : { value, end: here };

  function expression(depth: number): Json | undefined {
    blank();
    if (depth > DEEPEST) return undefined;
    const first = text[here];
    if (first === '{') return object(depth);
    if (first === '[') return list(depth);
    if (first === '"') return quoted();
    if (text.startsWith('<<', here)) return heredoc();
    return other();
  }

  function object(depth: number): Json | undefined {
    const result: Record<string, Json> = {};
    here++;
    for (;;) {
      separators();
      if (text[here] === '}') {
        here++;
        return result;
      }
      const key = text[here] === '"' ? quoted() : word();
      blank();
      if (key === undefined || key === '' || (text[here] !== '=' && text[here] !== ':')) return undefined;
      here++;
      const value = expression(depth + 1);
      if (value === undefined) return undefined;
      setOwn(result, key, value);
    }
  }

  function list(depth: number): Json | undefined {
    const items: Json[] = [];
    here++;
    for (;;) {
      separators();
      if (text[here] === ']') {
        here++;
        return items;
      }
      const item = expression(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
  }

  /** A string; what is in `${...}` may hold quotes itself. */
  function quoted(): string | undefined {
    let result = '';
    for (here++; here < text.length; ) {
      const character = text[here] ?? '';
      if (character === '"') {
        here++;
        return result;
      }
      if (character === '\\') {
        result += ESCAPES.get(text[here + 1] ?? '') ?? text[here + 1] ?? '';
        here += 2;
      } else if (text.startsWith('${', here)) {
        if (++quotes > DEEPEST) return undefined;
        const end = closing(here + 1);
        quotes--;
        if (end === undefined) return undefined;
        result += text.slice(here, end);
        here = end;
      } else {
        result += character;
        here++;
      }
    }
    return undefined;
  }

  function heredoc(): string | undefined {
    const head = /^<<-?([A-Za-z_]\w*)[^\n]*\n/.exec(text.slice(here, here + 200));
    if (!head) return undefined;
    const start = here + head[0].length;
    const end = new RegExp(`^[ \\t]*${head[1]}[ \\t\\r]*$`, 'm').exec(text.slice(start));
    // Somebody copied the beginning only: better that than nothing.
    const stop = end ? start + end.index : text.length;
    here = stop + (end?.[0].length ?? 0);
    return text.slice(start, stop);
  }

  /** Anything else, up to what ends it at its own level. */
  function other(): Json | undefined {
    const start = here;
    while (here < text.length) {
      const character = text[here] ?? '';
      if (character === '(' || character === '[' || character === '{') {
        const end = closing(here);
        if (end === undefined) return undefined;
        here = end;
      } else if (character === '"') {
        if (quoted() === undefined) return undefined;
      } else if (/[,\n\]})]/.test(character)) break;
      else here++;
    }
    const words = text
      .slice(start, here)
      .replace(/\s*(?:#|\/\/).*$/, '')
      .trim();
    if (words === '') return undefined;
    if (words === 'true' || words === 'false') return words === 'true';
    if (words === 'null') return null;
    return /^-?\d+(?:\.\d+)?$/.test(words) ? Number(words) : `\${${words}}`;
  }

  /** Behind the bracket that closes the one at a place. */
  function closing(open: number): number | undefined {
    const before = here;
    let depth = 0;
    let end: number | undefined;
    for (here = open; here < text.length && end === undefined; ) {
      const character = text[here] ?? '';
      if (character === '"') {
        if (quoted() === undefined) break;
        continue;
      }
      here++;
      if ('([{'.includes(character)) depth++;
      else if (')]}'.includes(character) && --depth === 0) end = here;
    }
    here = before;
    return end;
  }

  function word(): string | undefined {
    const found = /^[\w.$-]+|^\([^)\n]*\)/.exec(text.slice(here, here + 200));
    here += found?.[0].length ?? 0;
    return found?.[0];
  }

  function blank(): void {
    BLANK.lastIndex = here;
    here += BLANK.exec(text)?.[0].length ?? 0;
  }

  function separators(): void {
    for (blank(); text[here] === ','; blank()) here++;
  }
}

/** White space and comments, from where it is asked. */
const BLANK = /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
]);
