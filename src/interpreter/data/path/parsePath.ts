import type { PathRoot, SyntaxProblem } from '../compiled.types';
import { parseAll, type TextCursor } from '../textCursor';
import { parseFilter, parseOperand } from './parseFilter';
import { PATH_FUNCTIONS, type ParsedPath, type PathFunctionName, type Step } from './pathSyntax.types';

/** Nesting of filters in filters beyond which a path is refused, so that no text can exhaust the stack. */
const MAX_DEPTH = 50;

const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
/** In dot notation a name ends at a dot, a bracket, a parenthesis or a space; hyphens and the like are part of it. */
const DOT_NAME = /[^\s.[\]()]+/y;
/** Inside a filter or an argument list, operators and separators end a name, too. */
const DOT_NAME_INSIDE = /[^\s.[\](),=!<>&|~]+/y;
const INTEGER = /-?\d+/y;

/** Parses a whole text as a path. Source: Jayway JsonPath, "Getting Started" (operators, functions, filters). */
export function parsePath(text: string): ParsedPath | SyntaxProblem {
  return parseAll(text, (cursor) => parsePathAt(cursor, false, 0));
}

/**
 * Parses the path at the cursor.
 *
 * @param inside the path is an operand or an argument: it ends where its text cannot go on
 */
export function parsePathAt(cursor: TextCursor, inside: boolean, depth: number): ParsedPath {
  if (depth > MAX_DEPTH) cursor.fail('The path is nested too deeply');
  const root = parseRoot(cursor);
  const steps: Step[] = [];
  while (!cursor.atEnd) {
    if (cursor.accept('..')) {
      steps.push({ kind: 'descent' });
      if (cursor.peek() === '.') cursor.fail("Unexpected '.'");
      steps.push(cursor.peek() === '[' ? parseBracket(cursor, depth) : parseDotName(cursor, inside, depth));
    } else if (cursor.accept('.')) {
      steps.push(cursor.peek() === '[' ? parseBracket(cursor, depth) : parseDotName(cursor, inside, depth));
    } else if (cursor.peek() === '[') {
      steps.push(parseBracket(cursor, depth));
    } else if (inside) break;
    else cursor.fail(`Unexpected '${cursor.peek()}'`);
  }
  return { root, steps };
}

const parseInnerPath = (cursor: TextCursor, depth: number): ParsedPath => parsePathAt(cursor, true, depth);

function parseRoot(cursor: TextCursor): PathRoot | { readonly kind: 'current' } {
  if (cursor.accept('@')) return { kind: 'current' };
  if (cursor.accept('$$')) return { kind: 'context' };
  cursor.expect('$');
  const name = cursor.match(IDENTIFIER);
  return name === undefined ? { kind: 'input' } : { kind: 'variable', name };
}

function parseDotName(cursor: TextCursor, inside: boolean, depth: number): Step {
  if (cursor.accept('*')) return { kind: 'wildcard' };
  const start = cursor.position;
  const name = cursor.match(inside ? DOT_NAME_INSIDE : DOT_NAME);
  if (name === undefined) cursor.fail("A name must follow '.'");
  if (!cursor.accept('(')) return { kind: 'names', names: [name] };
  const functionName = PATH_FUNCTIONS.find((each) => each === name);
  if (functionName === undefined) cursor.fail(`Function with name: ${name} does not exist.`, start);
  return parseFunction(cursor, functionName, depth);
}

function parseFunction(cursor: TextCursor, name: PathFunctionName, depth: number): Step {
  const parameters = [];
  cursor.skipSpace();
  while (!cursor.accept(')')) {
    if (parameters.length > 0) {
      cursor.expect(',');
      cursor.skipSpace();
    }
    parameters.push(parseOperand(cursor, depth + 1, parseInnerPath));
    cursor.skipSpace();
  }
  return { kind: 'function', name, parameters };
}

function parseBracket(cursor: TextCursor, depth: number): Step {
  cursor.expect('[');
  cursor.skipSpace();
  const step = parseBracketContent(cursor, depth);
  cursor.skipSpace();
  cursor.expect(']');
  return step;
}

function parseBracketContent(cursor: TextCursor, depth: number): Step {
  if (cursor.accept('*')) return { kind: 'wildcard' };
  if (cursor.accept('?')) {
    cursor.skipSpace();
    cursor.expect('(');
    const condition = parseFilter(cursor, depth + 1, parseInnerPath);
    cursor.expect(')');
    return { kind: 'filter', condition };
  }
  if (cursor.peek() === "'" || cursor.peek() === '"') {
    return { kind: 'names', names: separated(cursor, () => quotedName(cursor)) };
  }
  const first = integer(cursor);
  cursor.skipSpace();
  if (cursor.accept(':')) {
    cursor.skipSpace();
    const to = integer(cursor);
    // Jayway reads a third part and ignores it.
    if (cursor.accept(':')) integer(cursor);
    return { kind: 'slice', from: first, to };
  }
  if (first === undefined) cursor.fail('Expected a name in quotes, an index, a slice, * or a filter');
  if (!cursor.accept(',')) return { kind: 'indexes', indexes: [first] };
  cursor.skipSpace();
  return { kind: 'indexes', indexes: [first, ...separated(cursor, () => requiredInteger(cursor))] };
}

function separated<T>(cursor: TextCursor, item: () => T): T[] {
  const items = [item()];
  cursor.skipSpace();
  while (cursor.accept(',')) {
    cursor.skipSpace();
    items.push(item());
    cursor.skipSpace();
  }
  return items;
}

function quotedName(cursor: TextCursor): string {
  if (cursor.peek() !== "'" && cursor.peek() !== '"') cursor.fail('Expected a name in quotes');
  return cursor.quoted();
}

function integer(cursor: TextCursor): number | undefined {
  const digits = cursor.match(INTEGER);
  return digits === undefined ? undefined : Number(digits);
}

function requiredInteger(cursor: TextCursor): number {
  return integer(cursor) ?? cursor.fail('Expected an index');
}
