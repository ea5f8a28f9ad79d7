import {
  type CodeDialect,
  type ParsedText,
  type StateMachine,
  type SyntaxNode,
  type TextRange,
  type Token,
  tokensOf,
} from '../../../asl';
import { dialectOf } from './expressions';
import { type Around, aroundOf } from './place';

/** A token and where it stands in the whole text. */
export interface PlacedToken extends TextRange, Token {}

/** A string that is an expression. */
export interface Expression extends TextRange {
  readonly dialect: CodeDialect;
  readonly around: Around;
  readonly field: string;
  /** Its value, unescaped. */
  readonly value: string;
}

/** The expressions of a text, or those that touch a range of it, in text order. */
export function expressionsOf(
  parsed: ParsedText,
  machine: StateMachine,
  within: TextRange = { start: 0, end: parsed.text.length },
): readonly Expression[] {
  const found: Expression[] = [];
  const visit = (node: SyntaxNode, path: string, field: string): void => {
    if (node.end < within.start || node.start > within.end) return;
    if (node.kind === 'object') {
      for (const { key, value } of node.properties) if (value) visit(value, `${path}/${escaped(key)}`, key);
    } else if (node.kind === 'array') {
      node.items.forEach((item, index) => {
        visit(item, `${path}/${index}`, field);
      });
    } else if (typeof node.value === 'string' && MAY_BE.test(node.value)) {
      const around = aroundOf(machine, path.slice(0, path.lastIndexOf('/')));
      const dialect = dialectOf(node.value, field, around);
      const { start, end, value } = node;
      if (dialect) found.push({ start, end, value, dialect, around, field });
    }
  };
  if (parsed.root) visit(parsed.root, '', '');
  return found;
}

const MAY_BE = /^\s*(?:\{%|\$|States\.)/;

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** An expression's tokens, without the quotes around it. */
export function placedTokens(text: string, { start, end, dialect }: Expression): readonly PlacedToken[] {
  const source = text.slice(start, end);
  const quoted = /^["']/.test(source) ? 1 : 0;
  const closed = quoted === 1 && source.length > 1 && source.endsWith(source.charAt(0)) ? 1 : 0;
  const inside = source.slice(quoted, source.length - closed);
  const head = /^[|>][^\n]*\n/.exec(inside)?.[0].length ?? 0;
  let at = start + quoted + head;
  return tokensOf(unescaped(inside.slice(head)), dialect).map((token) => {
    const placed = { ...token, start: at, end: at + token.text.length };
    at = placed.end;
    return placed;
  });
}

/** A JSON string's escapes as what they mean, at the same length. */
const unescaped = (source: string): string =>
  source.replace(/\\(["nrt])/g, (_, letter: string) => (letter === '"' ? ' "' : '  '));
