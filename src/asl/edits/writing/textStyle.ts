import type { ObjectNode, ParsedText, SyntaxNode } from '../../syntax';
import { columnAt, indentAt } from './lines';
import { isOldBoolean, isPlain, type Quoting, type QuotingStyle, quotingAt } from './scalars';

/** How the user types, so that what is written for them looks typed by them. */
export interface TextStyle extends QuotingStyle {
  readonly eol: string;
  /** One level of indentation. */
  readonly unit: string;
  /** What stands between a key and its value: `: `. */
  readonly colon: string;
  /** White space between the members of an object or list on one line. */
  readonly gap: string;
  /** White space inside the braces of an object on one line. */
  readonly padding: string;
  /** Keys have double quotes, as JSON demands and YAML allows. */
  readonly quotedKeys: boolean;
  /** YAML: whether the dashes of a list stand deeper than the key it belongs to. */
  readonly indentedLists: boolean;
}

/**
 * Reads the style off a text, best near the place that is to be changed.
 *
 * @param near nodes to learn from before the whole text is, the nearest first
 */
export function textStyle({ text, root, format }: ParsedText, near: readonly SyntaxNode[]): TextStyle {
  const samples = root ? [...near, root] : near;
  const learn = <Value>(read: (text: string, node: SyntaxNode) => Value | undefined): Value | undefined => {
    for (const sample of samples) {
      const found = firstIn(sample, (node) => read(text, node));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const colon = learn(colonOf) ?? ': ';
  const gap = learn(gapOf) ?? (colon.endsWith(' ') ? ' ' : '');
  return {
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    unit: learn(unitOf) ?? '  ',
    colon,
    gap,
    padding: learn(paddingOf) ?? (format === 'json' ? gap : ''),
    quotedKeys: format === 'json' || (learn(quotedKeysOf) ?? false),
    texts: format === 'json' ? '"' : (learn(textsOf) ?? 'plain'),
    quote: learn(quoteOf) ?? '"',
    bareWords: format === 'yaml' && root ? bareWordsIn(text, root) : NO_WORDS,
    indentedLists: learn(indentedListsOf) ?? true,
  };
}

const NO_WORDS: ReadonlySet<string> = new Set();

function bareWordsIn(text: string, root: SyntaxNode): ReadonlySet<string> {
  const words = new Set<string>();
  const note = (word: unknown, start: number): void => {
    if (typeof word === 'string' && isOldBoolean(word) && text.startsWith(word, start)) words.add(word);
  };
  firstIn(root, (node) => {
    if (node.kind === 'scalar') note(node.value, node.start);
    if (node.kind === 'object') for (const { key, keyRange } of node.properties) note(key, keyRange.start);
    return undefined;
  });
  return words;
}

/** Depth first, so that the nearest of its kind is found. */
function firstIn<Value>(node: SyntaxNode, read: (node: SyntaxNode) => Value | undefined): Value | undefined {
  const found = read(node);
  if (found !== undefined || node.kind === 'scalar') return found;
  for (const child of childrenOf(node)) {
    const inside = firstIn(child, read);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function childrenOf(node: Exclude<SyntaxNode, { kind: 'scalar' }>): readonly SyntaxNode[] {
  if (node.kind === 'array') return node.items;
  return node.properties.flatMap(({ value }) => (value ? [value] : []));
}

export const isFlow = (text: string, { start }: SyntaxNode): boolean => /[{[]/.test(text.charAt(start));

export const isOneLine = (text: string, { start, end }: SyntaxNode): boolean =>
  !text.slice(start, end).includes('\n');

const spaceBetween = (text: string, from: number, to: number): string => text.slice(from, Math.max(from, to));

function colonOf(text: string, node: SyntaxNode): string | undefined {
  if (node.kind !== 'object') return undefined;
  for (const { keyRange, value } of node.properties) {
    const colon = value ? spaceBetween(text, keyRange.end, value.start) : '';
    if (/^ ?: ?$/.test(colon)) return colon;
  }
  return undefined;
}

function gapOf(text: string, node: SyntaxNode): string | undefined {
  if (node.kind === 'scalar' || !isFlow(text, node) || !isOneLine(text, node)) return undefined;
  const [first, second] = node.kind === 'array' ? node.items : node.properties;
  if (!first || !second) return undefined;
  return /^ *,( ?)$/.exec(spaceBetween(text, first.end, second.start))?.[1];
}

function paddingOf(text: string, node: SyntaxNode): string | undefined {
  if (!isInlineObject(text, node)) return undefined;
  return text.charAt(node.start + 1) === ' ' ? ' ' : '';
}

const isInlineObject = (text: string, node: SyntaxNode): node is ObjectNode =>
  node.kind === 'object' && node.properties.length > 0 && isFlow(text, node) && isOneLine(text, node);

function unitOf(text: string, node: SyntaxNode): string | undefined {
  if (node.kind === 'scalar') return undefined;
  if (isFlow(text, node)) {
    const first = (node.kind === 'array' ? node.items : node.properties)[0];
    const outer = indentAt(text, node.start);
    const inner = first && indentAt(text, first.start);
    return inner?.startsWith(outer) && inner !== outer ? inner.slice(outer.length) : undefined;
  }
  if (node.kind === 'array') return undefined;
  for (const { keyRange, value } of node.properties) {
    if (value?.kind !== 'object' || value.properties.length === 0 || isFlow(text, value)) continue;
    const depth = columnAt(text, value.start) - columnAt(text, keyRange.start);
    if (depth > 0 && depth <= 8) return ' '.repeat(depth);
  }
  return undefined;
}

function quotedKeysOf(text: string, node: SyntaxNode): boolean | undefined {
  if (node.kind !== 'object' || !isFlow(text, node)) return undefined;
  const key = node.properties[0]?.keyRange;
  return key && text.charAt(key.start) === '"';
}

/** A text that needs no quotes shows whether the user writes them all the same. */
function textsOf(text: string, node: SyntaxNode): Quoting | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string' || !isPlain(node.value, 'flow'))
    return undefined;
  const quoting = quotingAt(text, node.start);
  return quoting !== 'plain' || text.startsWith(node.value, node.start) ? quoting : undefined;
}

function quoteOf(text: string, node: SyntaxNode): '"' | "'" | undefined {
  const first = node.kind === 'scalar' ? text.charAt(node.start) : '';
  return first === '"' || first === "'" ? first : undefined;
}

function indentedListsOf(text: string, node: SyntaxNode): boolean | undefined {
  if (node.kind !== 'object') return undefined;
  for (const { keyRange, value } of node.properties) {
    if (value?.kind !== 'array' || value.items.length === 0 || text.charAt(value.start) !== '-') continue;
    return columnAt(text, value.start) > columnAt(text, keyRange.start);
  }
  return undefined;
}
