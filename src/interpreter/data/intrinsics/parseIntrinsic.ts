import { SyntaxProblem } from '../compiled.types';
import { compilePath } from '../path';
import { parseAll, type TextCursor } from '../textCursor';
import { unescapeText } from './escapes';
import type { IntrinsicArgument, IntrinsicCall } from './intrinsicSyntax.types';

/** Source: developer guide, "Intrinsic functions": at most 10 functions may be nested. */
const MAX_NESTING = 10;

const NAME = /States\.[A-Za-z0-9]+/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const KEYWORD = /true|false|null/y;
const TEXT = /'(?:\\.|[^\\'])*'/sy;

/** Parses the call of an intrinsic function, arguments and calls inside them included. */
export function parseIntrinsic(text: string): IntrinsicCall | SyntaxProblem {
  return parseAll(text, (cursor) => {
    cursor.skipSpace();
    const call = parseCall(cursor, 1);
    cursor.skipSpace();
    return call;
  });
}

function parseCall(cursor: TextCursor, depth: number): IntrinsicCall {
  const start = cursor.position;
  const name = cursor.match(NAME) ?? cursor.fail('Expected an intrinsic function');
  if (depth > MAX_NESTING) cursor.fail(`More than ${MAX_NESTING} nested intrinsic functions`, start);
  cursor.skipSpace();
  cursor.expect('(');
  cursor.skipSpace();
  const parsed: IntrinsicArgument[] = [];
  if (!cursor.accept(')')) {
    do {
      cursor.skipSpace();
      parsed.push(parseArgument(cursor, depth));
      cursor.skipSpace();
    } while (cursor.accept(','));
    cursor.expect(')');
  }
  return { kind: 'call', name, arguments: parsed };
}

function parseArgument(cursor: TextCursor, depth: number): IntrinsicArgument {
  if (cursor.peek() === '$') return parsePathArgument(cursor);
  if (cursor.peek() === "'") {
    const quoted = cursor.match(TEXT) ?? cursor.fail('The quote is not closed');
    const raw = quoted.slice(1, -1);
    return { kind: 'text', raw, value: unescapeText(raw) };
  }
  const number = cursor.match(NUMBER);
  if (number !== undefined) return { kind: 'literal', value: Number(number) };
  const keyword = cursor.match(KEYWORD);
  if (keyword !== undefined)
    return { kind: 'literal', value: keyword === 'null' ? null : keyword === 'true' };
  return parseCall(cursor, depth + 1);
}

function parsePathArgument(cursor: TextCursor): IntrinsicArgument {
  const start = cursor.position;
  const path = compilePath(cursor.text.slice(start, pathEnd(cursor.text, start)));
  if (path instanceof SyntaxProblem) cursor.fail(path.message, start + path.position);
  cursor.position = start + path.text.length;
  return { kind: 'path', path };
}

/** A path argument ends at the comma or the parenthesis that is not inside its own brackets, calls or quotes. */
function pathEnd(text: string, start: number): number {
  let depth = 0;
  let quote = '';
  for (let index = start; index < text.length; index++) {
    const character = text.charAt(index);
    if (quote !== '') {
      if (character === '\\') index++;
      else if (character === quote) quote = '';
    } else if (depth > 0 && (character === "'" || character === '"')) quote = character;
    else if (character === '[' || character === '(') depth++;
    else if (depth > 0 && (character === ']' || character === ')')) depth--;
    else if (depth === 0 && (character === ',' || character === ')' || /\s/.test(character))) return index;
  }
  return text.length;
}
