import type { TextFormat, TextRange } from '../../../asl';

/** The word or string at a caret, as far as the line tells. */
export interface Caret {
  /** The whole of it, quotes included: what a completion replaces. */
  readonly replace: TextRange;
  /** Without the quotes. */
  readonly inside: TextRange;
  readonly quote: '"' | "'" | '';
  /** YAML only: what the line says it is. JSON is told by its tree. */
  readonly part?: 'key' | 'value' | 'item';
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  const found = end < 0 ? text.length : end;
  return text[found - 1] === '\r' ? Math.max(found - 1, offset) : found;
}

const WORD_BEFORE = /[\w.$-]*$/;
const WORD_AFTER = /^[\w.$-]*/;

/** What is at the caret; undefined in a comment. */
export function caretIn(text: string, offset: number, format: TextFormat): Caret | undefined {
  const line = { start: lineStart(text, offset), end: lineEnd(text, offset) };
  return format === 'json' ? inJson(text, offset, line) : inYaml(text, offset, line);
}

function inJson(text: string, offset: number, line: TextRange): Caret | undefined {
  let open = -1;
  for (let at = line.start; at < offset; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') open = open < 0 ? at : -1;
    else if (open < 0 && text.startsWith('//', at)) return undefined;
  }
  return open < 0 ? bareWord(text, offset, line) : inQuotes(text, open, offset, line);
}

function bareWord(text: string, offset: number, line: TextRange): Caret {
  const start = offset - (WORD_BEFORE.exec(text.slice(line.start, offset))?.[0].length ?? 0);
  const end = offset + (WORD_AFTER.exec(text.slice(offset, line.end))?.[0].length ?? 0);
  return { replace: { start, end }, inside: { start, end }, quote: '' };
}

/** A string that is not closed ends at the caret. */
function inQuotes(text: string, open: number, offset: number, line: TextRange): Caret {
  const quote = text[open] === "'" ? "'" : '"';
  let close = offset;
  while (close < line.end && text[close] !== quote) close += quote === '"' && text[close] === '\\' ? 2 : 1;
  const closed = text[close] === quote && close < line.end;
  const inside = { start: open + 1, end: closed ? close : offset };
  return { replace: { start: open, end: inside.end + (closed ? 1 : 0) }, inside, quote };
}

const YAML_KEY = /^(\s*(?:- +)*)([\w.$-]*)$/;
const YAML_VALUE = /^\s*(?:- +)*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s:#'"][^:#]*)\s*:\s+/;
const YAML_ITEM = /^\s*- +/;

function inYaml(text: string, offset: number, line: TextRange): Caret | undefined {
  const before = text.slice(line.start, offset);
  if (/^\s*#|\s#[^'"]*$/.test(before)) return undefined;
  const key = YAML_KEY.exec(before);
  if (key) {
    const word = bareWord(text, offset, line);
    const followed = /^\s*:/.test(text.slice(word.replace.end, line.end));
    return { ...word, part: key[1]?.includes('-') && !followed ? 'item' : 'key' };
  }
  const lead = YAML_VALUE.exec(before) ?? YAML_ITEM.exec(before);
  if (!lead) return undefined;
  const from = line.start + lead[0].length;
  const start = from + flowItem(text.slice(from, offset));
  if (text[start] === '"' || text[start] === "'") {
    return { ...inQuotes(text, start, Math.max(offset, start + 1), line), part: 'value' };
  }
  const rest = text.slice(start, line.end);
  const length =
    start === from
      ? (/^(?:(?!\s+#).)*/.exec(rest)?.[0].trimEnd().length ?? 0)
      : (/^[^,\]}]*/.exec(rest)?.[0].trimEnd().length ?? 0);
  const end = Math.max(start + length, offset);
  return { replace: { start, end }, inside: { start, end }, quote: '', part: 'value' };
}

/** Where the last item of a list in brackets begins; 0 for a text that is none. */
function flowItem(typed: string): number {
  if (!typed.startsWith('[')) return 0;
  const last = Math.max(typed.lastIndexOf('['), typed.lastIndexOf(',')) + 1;
  return last + (/^\s*/.exec(typed.slice(last))?.[0].length ?? 0);
}
