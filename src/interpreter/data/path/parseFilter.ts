import type { Json } from '../../../asl';
import { SyntaxProblem } from '../compiled.types';
import { compilePattern } from '../pattern/pattern';
import type { TextCursor } from '../textCursor';
import {
  COMPARATORS,
  type Comparator,
  type FilterCondition,
  type FilterOperand,
  type ParsedPath,
} from './pathSyntax.types';

/** Parses a path that ends where its text cannot go on; filters contain paths and paths contain filters. */
export type ParseInnerPath = (cursor: TextCursor, depth: number) => ParsedPath;

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** A word without quotes: `true`, `null`, an operator's name, or a text (`[?(@.name == Receipt)]` is seen in the wild). */
const WORD = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const FLAGS = /[a-zA-Z]*/y;
const SYMBOL_COMPARATORS = COMPARATORS.filter((each) => !/[a-z]/.test(each));

/** Parses the condition inside `[?( )]`: `||` binds weaker than `&&`, `!` and parentheses bind strongest. */
export function parseFilter(cursor: TextCursor, depth: number, parsePath: ParseInnerPath): FilterCondition {
  return chain(cursor, '||', 'or', () =>
    chain(cursor, '&&', 'and', () => parseTerm(cursor, depth, parsePath)),
  );
}

function chain(
  cursor: TextCursor,
  operator: string,
  kind: 'and' | 'or',
  next: () => FilterCondition,
): FilterCondition {
  const first = next();
  const conditions = [first];
  cursor.skipSpace();
  while (cursor.accept(operator)) {
    conditions.push(next());
    cursor.skipSpace();
  }
  return conditions.length === 1 ? first : { kind, conditions };
}

function parseTerm(cursor: TextCursor, depth: number, parsePath: ParseInnerPath): FilterCondition {
  if (depth > 50) cursor.fail('The filter is nested too deeply');
  cursor.skipSpace();
  if (cursor.accept('!')) return { kind: 'not', condition: parseTerm(cursor, depth + 1, parsePath) };
  if (cursor.accept('(')) {
    const condition = parseFilter(cursor, depth + 1, parsePath);
    cursor.expect(')');
    return condition;
  }
  const start = cursor.position;
  const left = parseOperand(cursor, depth, parsePath);
  cursor.skipSpace();
  const comparator = parseComparator(cursor);
  if (comparator === undefined) {
    if (left.kind === 'path') return { kind: 'exists', path: left.path };
    cursor.fail('Expected a comparison', start);
  }
  cursor.skipSpace();
  return { kind: 'comparison', comparator, left, right: parseOperand(cursor, depth, parsePath) };
}

function parseComparator(cursor: TextCursor): Comparator | undefined {
  const symbol = SYMBOL_COMPARATORS.find((each) => cursor.accept(each));
  if (symbol !== undefined) return symbol;
  const start = cursor.position;
  const word = cursor.match(WORD)?.toLowerCase();
  if (word === undefined) return undefined;
  const comparator = COMPARATORS.find((each) => each === word);
  return comparator ?? cursor.fail(`Filter operator ${word} is not supported!`, start);
}

/** An operand of a comparison, or a parameter of a path function. */
export function parseOperand(cursor: TextCursor, depth: number, parsePath: ParseInnerPath): FilterOperand {
  const start = cursor.position;
  const next = cursor.peek();
  if (next === '$' || next === '@') return { kind: 'path', path: parsePath(cursor, depth + 1) };
  if (next === "'" || next === '"') return { kind: 'literal', value: cursor.quoted() };
  if (next === '/') return parsePatternOperand(cursor);
  if (next === '[' || next === '{') return { kind: 'literal', value: parseJsonLiteral(cursor) };
  const number = cursor.match(NUMBER);
  if (number !== undefined) return { kind: 'literal', value: Number(number) };
  const word = cursor.match(WORD);
  if (word === undefined) cursor.fail('Expected a path or a value', start);
  return { kind: 'literal', value: word === 'null' ? null : word === 'true' || (word !== 'false' && word) };
}

function parsePatternOperand(cursor: TextCursor): FilterOperand {
  const start = cursor.position;
  cursor.position++;
  let source = '';
  while (cursor.peek() !== '/') {
    if (cursor.atEnd) cursor.fail('The regular expression is not closed', start);
    if (cursor.peek() === '\\') {
      source += cursor.peek();
      cursor.position++;
    }
    source += cursor.peek();
    cursor.position++;
  }
  cursor.position++;
  const pattern = compilePattern(source, cursor.match(FLAGS) ?? '');
  if (pattern instanceof SyntaxProblem) cursor.fail(pattern.message, start + 1 + pattern.position);
  return { kind: 'pattern', pattern };
}

/** `['a', 1]` or `{"a": 1}`: JSON in which texts may stand in single quotes. */
function parseJsonLiteral(cursor: TextCursor): Json {
  const start = cursor.position;
  let depth = 0;
  let json = '';
  do {
    if (cursor.atEnd) cursor.fail('The value is not closed', start);
    const next = cursor.peek();
    if (next === "'" || next === '"') {
      json += JSON.stringify(cursor.quoted());
      continue;
    }
    if (next === '[' || next === '{') depth++;
    if (next === ']' || next === '}') depth--;
    json += next;
    cursor.position++;
  } while (depth > 0);
  try {
    return JSON.parse(json) as Json;
  } catch {
    return cursor.fail('The value is not valid JSON', start);
  }
}
