import type { TextRange } from '../../../asl';
import type { Suggestion, Suggestions } from '../../../worker';

/** Suggestions on show: those that go with what is typed. */
export interface Offered {
  /** What the chosen one takes the place of. */
  readonly replace: TextRange;
  /** Where a missing comma goes. */
  readonly comma: number | undefined;
  readonly items: readonly Suggestion[];
}

/** A text and where its caret is. */
export interface Typed {
  readonly text: string;
  readonly caret: number;
}

/** Those that go with what is typed before the caret; undefined when none does. */
export function offered({ replace, comma, items }: Suggestions, { text, caret }: Typed): Offered | undefined {
  if (caret < replace.start || caret > replace.end) return undefined;
  const typed = bare(text.slice(replace.start, caret));
  const ranked = items.map((item) => ({ item, rank: rankOf(bare(item.filter), typed) }));
  const matching = [0, 1].flatMap((wanted) => ranked.filter(({ rank }) => rank === wanted));
  return matching.length === 0 ? undefined : { replace, comma, items: matching.map(({ item }) => item) };
}

/**
 * Suggestions for a text that was typed on before there was a new answer.
 *
 * @param before what they were for
 */
export function typedOn(found: Suggestions, before: Typed, now: Typed): Suggestions {
  const more = now.text.length - before.text.length;
  const { start, end } = found.replace;
  return { ...found, replace: { start, end: Math.max(start, end + more) } };
}

/**
 * What is taken when something is chosen from a list that was drawn for an earlier text: keys typed since then may have
 * outrun the drawing. The same suggestion when it still goes with what is typed, else the first that does.
 */
export function stillOffered(found: Suggestions, about: Typed, now: Typed, { label }: Suggestion) {
  const there = offered(typedOn(found, about, now), now);
  const item = there?.items.find((each) => each.label === label) ?? there?.items[0];
  return there && item && { there, item };
}

/** Quotes are typed or not: they do not count. */
const bare = (text: string): string => text.replace(/^["']/, '').toLowerCase();

/** 0: begins with it, 1: has it inside, 2: neither. */
function rankOf(filter: string, typed: string): 0 | 1 | 2 {
  if (filter.startsWith(typed)) return 0;
  return typed.length > 1 && filter.includes(typed) ? 1 : 2;
}

/** The text with a suggestion taken, the caret at its first stop, else behind it. */
export function withChosen(text: string, { replace, comma }: Offered, { insert }: Suggestion): Typed {
  const line = text.slice(text.lastIndexOf('\n', replace.start - 1) + 1, replace.start);
  const { text: written, stop } = expanded(insert, /^\s*/.exec(line)?.[0] ?? '');
  const before =
    comma === undefined
      ? text.slice(0, replace.start)
      : `${text.slice(0, comma)},${text.slice(comma, replace.start)}`;
  return { text: before + written + text.slice(replace.end), caret: before.length + stop };
}

/** A snippet as text: a field has one stop only, the first. Its lines stand under the line it begins on. */
function expanded(snippet: string, indent: string): { readonly text: string; readonly stop: number } {
  let text = '';
  let stop: number | undefined;
  for (const [piece, escaped, stopNumber] of snippet.matchAll(PIECE)) {
    if (escaped !== undefined) text += escaped;
    else if (stopNumber !== undefined) stop ??= text.length;
    else text += piece === '\n' ? `\n${indent}` : piece;
  }
  return { text, stop: stop ?? text.length };
}

const PIECE = /\\([$}\\])|\$(\d+)|[\s\S]/g;
