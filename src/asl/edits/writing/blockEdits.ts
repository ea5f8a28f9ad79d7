import type { TextEdit } from '../../edit.types';
import type { Json } from '../../json';
import { setOwn } from '../../parse/toJson';
import type { ParsedText, SyntaxNode, TextRange } from '../../syntax';
import type { Insertion } from './change';
import { byIndex } from './changedJson';
import type { MemberChanges } from './flowEdits';
import { columnAt, inkEnd, lineEnd, lineStart, withoutLineEnd } from './lines';
import { isScalarValue, quotingAt, yamlScalar, yamlText } from './scalars';
import { isFlow, isOneLine, textStyle } from './textStyle';
import { blockBody, blockEntry, blockItem, blockValue } from './values';

/** Where a value stands in block style: after the colon of a key, after a dash, or alone as the whole document. */
export interface BlockSlot {
  /** The column that the members of a value on lines of its own are indented from. */
  readonly column: number;
  /** After the colon; absent where the value's first line begins at its place. */
  readonly colonEnd?: number;
  /** What the value is a member of; shows how the user writes here. */
  readonly outer?: SyntaxNode;
}

/**
 * Takes members out of a block mapping or sequence of YAML, and puts members in. A member reaches from the end
 * of the last line of the one before to the end of its own last line, so that comments behind it go with it;
 * comments on lines of their own stay.
 *
 * @param members with their dashes, for a sequence; at least one
 */
export function blockEdits(
  parsed: ParsedText,
  node: SyntaxNode,
  { members, insertions }: MemberChanges,
  slot: BlockSlot,
): readonly TextEdit[] {
  return new BlockContainer(parsed, node, members, insertions, slot).edits();
}

class BlockContainer {
  private readonly text: string;
  private readonly inserted: (index: number) => readonly Insertion[];
  private readonly found: TextEdit[] = [];
  private readonly first: number;

  constructor(
    private readonly parsed: ParsedText,
    private readonly node: SyntaxNode,
    private readonly members: MemberChanges['members'],
    private readonly insertions: readonly Insertion[],
    private readonly slot: BlockSlot,
  ) {
    this.text = parsed.text;
    this.inserted = byIndex(insertions);
    this.first = members[0]?.start ?? node.start;
  }

  edits(): readonly TextEdit[] {
    const { members } = this;
    if (this.insertions.length === 0 && members.every(({ removed }) => removed)) {
      this.empty();
      return this.found;
    }
    for (let index = 0; index <= members.length; index++) {
      this.insertAt(index);
      if (!members[index]?.removed) continue;
      let end = index + 1;
      while (members[end]?.removed && this.inserted(end).length === 0) end++;
      this.remove(index, end);
      index = end - 1;
    }
    return this.found;
  }

  /** The end of the last line of a member; for index -1, the end of what stands before the first. */
  private endOf(index: number): number {
    const member = this.members[index];
    if (member === undefined) return inkEnd(this.text, 0, this.first);
    return lineEnd(this.text, withoutLineEnd(this.text, member.end));
  }

  private startOf(index: number): number {
    return this.members[index]?.start ?? this.text.length;
  }

  private remove(index: number, end: number): void {
    const { text } = this;
    const last = this.endOf(end - 1);
    if (index > 0) {
      // From each member's own white space on: comments between the members stay.
      for (let at = index; at < end; at++) {
        this.replace(inkEnd(text, this.endOf(at - 1), this.startOf(at)), this.endOf(at), '');
      }
      return;
    }
    const next = this.startOf(end);
    if (this.inserted(0).length > 0) this.replace(this.first, last, '');
    else if (text.slice(last, next).trim() === '') this.replace(this.first, next, '');
    else if (text.slice(lineStart(text, this.first), this.first).trim() === '')
      this.replace(lineStart(text, this.first), text.indexOf('\n', last) + 1, '');
    else this.replace(inkEnd(text, 0, this.first), last, '');
  }

  /** Nothing is left: `{}` or `[]` stands for it. */
  private empty(): void {
    const { text, slot } = this;
    const nothing = this.node.kind === 'array' ? '[]' : '{}';
    const last = this.endOf(this.members.length - 1);
    if (slot.colonEnd === undefined) {
      this.replace(this.first, last, nothing);
      return;
    }
    this.replace(slot.colonEnd, slot.colonEnd, ` ${nothing}`);
    this.replace(inkEnd(text, slot.colonEnd, this.first), last, '');
  }

  private insertAt(index: number): void {
    const insertions = this.inserted(index);
    if (insertions.length === 0) return;
    const near = [this.members[index - 1]?.value, this.members[index]?.value, this.node];
    const style = textStyle(
      this.parsed,
      near.flatMap((node) => (node ? [node] : [])),
    );
    const indent = ' '.repeat(columnAt(this.text, this.first));
    const entries = insertions.map(({ key, value }) =>
      key === undefined ? blockItem(value, indent, style) : blockEntry(key, value, indent, style),
    );
    const { colonEnd } = this.slot;
    const commented = colonEnd !== undefined && /\n\s*#/.test(this.text.slice(colonEnd, this.first));
    if (index === 0 && commented && this.members[0]?.removed === false) {
      // The comment above is about the member that was first.
      const at = lineEnd(this.text, colonEnd);
      this.replace(at, at, entries.map((entry) => style.eol + indent + entry).join(''));
      return;
    }
    if (index === 0) {
      const separator = style.eol + indent;
      const after = this.members[0]?.removed ? '' : separator;
      this.replace(this.first, this.first, entries.join(separator) + after);
      return;
    }
    const separator = (this.hasBlankLine(index) ? style.eol : '') + style.eol + indent;
    const at = this.endOf(index - 1);
    this.replace(at, at, entries.map((entry) => separator + entry).join(''));
  }

  /** Whether the neighbours of a new member are set apart by a blank line. */
  private hasBlankLine(index: number): boolean {
    const below = index < this.members.length ? index : index - 1;
    if (below === 0) return false;
    return /\n[ \t]*\r?\n/.test(this.text.slice(this.endOf(below - 1), this.startOf(below)));
  }

  private replace(start: number, end: number, text: string): void {
    if (start < end || text !== '') this.found.push({ range: { start, end }, text });
  }
}

/** Writes another value in the place of one; a scalar keeps its quoting, a comment behind it stays. */
export function blockReplacement(
  parsed: ParsedText,
  node: SyntaxNode,
  value: Json,
  { column, colonEnd, outer }: BlockSlot,
): readonly TextEdit[] {
  const { text } = parsed;
  const end = withoutLineEnd(text, node.end);
  const style = textStyle(parsed, outer ? [outer] : []);
  const indent = ' '.repeat(column);
  if (node.kind === 'scalar' && isScalarValue(value)) {
    const written =
      typeof value === 'string' && typeof node.value === 'string'
        ? yamlText(value, quotingAt(text, node.start), 'block', style)
        : yamlScalar(value, 'block', style);
    if (node.start < end) return [edit(node.start, end, written)];
    return [edit(colonEnd ?? node.start, colonEnd ?? end, ` ${written}`)];
  }
  if (colonEnd === undefined) return [edit(node.start, end, blockBody(value, indent, style))];
  const written = blockValue(value, indent, style);
  if (!written.includes('\n')) return [edit(colonEnd, Math.max(colonEnd, end), written)];
  if (isFlow(text, node) || node.kind === 'scalar') {
    if (!isOneLine(text, node)) return [edit(colonEnd, end, written)];
    const until = lineEnd(text, Math.max(colonEnd, end));
    return [edit(colonEnd, Math.max(colonEnd, end), ''), edit(until, until, written)];
  }
  return [edit(inkEnd(text, colonEnd, node.start), end, written)];
}

/** The members that are put into an empty object or list, as the value it then is. */
export function filled(node: SyntaxNode, insertions: readonly Insertion[]): Json {
  if (node.kind === 'array') return insertions.map(({ value }) => value);
  const object: Record<string, Json> = {};
  for (const { key = '', value } of insertions) setOwn(object, key, value);
  return object;
}

const edit = (start: number, end: number, text: string): TextEdit => ({ range: range(start, end), text });
const range = (start: number, end: number): TextRange => ({ start, end });
