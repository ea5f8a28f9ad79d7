import { isBroken, nodeAtPointer, parseText, type SyntaxNode, sameJson, toJson } from '../../../asl';
import type { FieldQuestion } from '../../services.types';
import { readText } from '../readText';

type Words = Extract<SyntaxNode, { readonly kind: 'scalar' }>;

/**
 * Where a place of a field's draft stands in the document, whatever the notation of both.
 *
 * @returns undefined while the document does not say what the draft does
 */
export function fieldPlace({ text, format, at, draft, notation, offset }: FieldQuestion): number | undefined {
  const written = nodeAtPointer(readText(text, format).parsed.root, at);
  if (!written) return undefined;
  if (notation !== 'json') return isWords(written) ? inWords(text, written, draft, offset) : undefined;
  const own = parseText(draft, 'json');
  if (!own.root || isBroken(own) || !sameJson(toJson(own.root), toJson(written))) return undefined;
  return inJson({ text: draft, node: own.root }, { text, node: written }, offset);
}

const isWords = (node: SyntaxNode): node is Words => node.kind === 'scalar' && typeof node.value === 'string';

/** A draft is the string, or the expression inside its `{% %}`; blanks around it do not count. */
function inWords(text: string, node: Words, draft: string, offset: number): number | undefined {
  const value = String(node.value);
  const words = draft.trim();
  const lead = draft.length - draft.trimStart().length;
  const inside = /^\s*\{%([\s\S]*)%\}\s*$/.exec(value)?.[1]?.trim();
  if (words === '' || (words !== value.trim() && words !== inside)) return undefined;
  return placeOf(text, node, value.indexOf(words) + offset - lead);
}

interface Written {
  readonly text: string;
  readonly node: SyntaxNode;
}

/** The same value written twice: the place in the other one. */
function inJson(own: Written, other: Written, offset: number): number | undefined {
  const { node } = own;
  const there = other.node;
  if (node.kind === 'object' && there.kind === 'object') {
    const property = node.properties.find(({ start, end }) => start <= offset && offset <= end);
    const match = property && there.properties.find(({ key }) => key === property.key);
    if (!property || !match) return undefined;
    const { keyRange, value } = property;
    if (offset <= keyRange.end) {
      const quoted = /["']/.test(other.text.charAt(match.keyRange.start)) ? 1 : 0;
      const index = Math.max(0, offset - keyRange.start - 1);
      return Math.min(match.keyRange.start + quoted + index, match.keyRange.end);
    }
    return value && match.value
      ? inJson({ ...own, node: value }, { ...other, node: match.value }, offset)
      : undefined;
  }
  if (node.kind === 'array' && there.kind === 'array') {
    const index = node.items.findIndex(({ start, end }) => start <= offset && offset <= end);
    const [item, match] = [node.items[index], there.items[index]];
    return item && match ? inJson({ ...own, node: item }, { ...other, node: match }, offset) : undefined;
  }
  if (!isWords(node) || offset < node.start || offset > node.end) return undefined;
  if (!isWords(there)) return undefined;
  const index = placesOf(own.text, node).findIndex((place) => place >= offset);
  return placeOf(other.text, there, index < 0 ? String(node.value).length : index);
}

function placeOf(text: string, node: Words, index: number): number {
  const places = placesOf(text, node);
  const last = places.at(-1);
  return places[Math.max(0, index)] ?? (last === undefined ? node.start : last + 1);
}

/** Hexadecimal digits after an escape's letter; JSON has `\u` only. */
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
/** Characters that are looked through for the next one: more would make a long string take for ever. */
const NEAR = 200;

/**
 * Where each character of a string stands in the text. In YAML's blocks and folded lines a blank may be placed at
 * another blank; everything else stands where it is written.
 */
export function placesOf(text: string, { start, end, value }: Words): readonly number[] {
  const quote = /["']/.exec(text.charAt(start))?.[0];
  const header = quote === undefined ? (/^[|>][^\n]*\n/.exec(text.slice(start, end))?.[0].length ?? 0) : 1;
  let at = start + header;
  return [...String(value)].flatMap((char) => {
    const place = nextPlace(char);
    return Array.from({ length: char.length }, (_, unit) => place + unit);
  });

  function nextPlace(char: string): number {
    if (quote === '"' && text.charAt(at) === '\\') {
      const letter = text.charAt(at + 1);
      // A character beyond the first plane is written as two.
      return stepped((2 + (DIGITS[letter] ?? 0)) * (letter === 'u' ? char.length : 1));
    }
    if (quote === "'" && text.startsWith("''", at)) return stepped(2);
    if (text.startsWith(char, at)) return stepped(char.length);
    if (/\s/.test(char)) return stepped(/^\s*/.exec(text.slice(at, end))?.[0].length ?? 0);
    const found = text.slice(at, Math.min(end, at + NEAR)).indexOf(char);
    at = found < 0 ? at : at + found;
    return stepped(char.length);
  }
  function stepped(by: number): number {
    const place = at;
    at += by;
    return place;
  }
}
