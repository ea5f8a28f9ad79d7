import type { TextFormat, TextRange } from '../../syntax';
import { inkEnd } from './lines';

/** What stands between two members of an object or list that is written with brackets. */
export interface Gap {
  /** The comma that ends the member before; undefined when there is none. */
  readonly comma: TextRange | undefined;
  /** Where the member before ends with all that belongs to it: its comma, a comment and white space up to the line end. */
  readonly start: number;
  /** Where the member after begins with all that belongs to it: white space, but no comments above it. */
  readonly lead: number;
  /** A comment ends at `start` (or `lead`) that would swallow what is written after it on the line. */
  readonly openAtStart: boolean;
  readonly openAtLead: boolean;
}

interface Token extends TextRange {
  readonly kind: 'comma' | 'comment' | 'other';
  /** A comment that only a line end ends. */
  readonly toLineEnd: boolean;
}

/** Reads the text between the end of a member (or the bracket that opens) and the next member (or the closing one). */
export function readGap(text: string, from: number, to: number, format: TextFormat): Gap {
  const tokens = tokensOf(text, from, to, format);
  const comma = tokens.find(({ kind }) => kind === 'comma');
  const after = comma?.end ?? from;
  const comment = trailingComment(
    text,
    after,
    to,
    tokens.filter(({ start }) => start >= after),
  );
  const end = comment?.end ?? after;
  const start = end + (/^[ \t]+(?=\r?\n)/.exec(text.slice(end, to))?.[0].length ?? 0);
  const last = tokens.at(-1);
  return {
    comma,
    start,
    lead: Math.max(start, inkEnd(text, from, to)),
    openAtStart: comment?.toLineEnd ?? false,
    openAtLead: last?.toLineEnd ?? false,
  };
}

/** The last of the comments that follow on the same line and are followed by nothing else on it. */
function trailingComment(
  text: string,
  from: number,
  to: number,
  tokens: readonly Token[],
): Token | undefined {
  let last: Token | undefined;
  for (const token of tokens) {
    if (text.slice(last?.end ?? from, token.start).includes('\n')) break;
    if (token.kind !== 'comment') return undefined;
    last = token;
  }
  return last && /^[ \t]*\r?\n/.test(text.slice(last.end, to)) ? last : undefined;
}

/** What opens a comment, and the expression for all of it. A template's directive `%{ ... }` is passed over like one. */
const COMMENTS: Readonly<Record<TextFormat, RegExp>> = {
  json: /\/\/[^\r\n]*|\/\*[\s\S]*?\*\/|%\{[^}]*\}/y,
  yaml: /#[^\r\n]*/y,
};
/** Anything else that a parser tolerates there: placeholders, merge keys. */
const OTHER = /(?:\$\{[^}]*\}|[^\s,])+/y;

function tokensOf(text: string, from: number, to: number, format: TextFormat): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = from; at < to; ) {
    const character = text.charAt(at);
    if (/\s|\uFEFF/.test(character)) {
      at++;
      continue;
    }
    const comment = character === ',' ? undefined : matchAt(COMMENTS[format], text, at);
    const end = Math.min(
      to,
      at + (character === ',' ? 1 : (comment ?? matchAt(OTHER, text, at) ?? ' ').length),
    );
    const kind = character === ',' ? 'comma' : comment === undefined ? 'other' : 'comment';
    const toLineEnd = kind === 'comment' && (character === '#' || text.startsWith('//', at));
    tokens.push({ start: at, end, kind, toLineEnd });
    at = end;
  }
  return tokens;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
