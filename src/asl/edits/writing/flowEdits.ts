import type { TextEdit } from '../../edit.types';
import type { ArrayNode, ObjectNode, ParsedText, SyntaxNode, TextRange } from '../../syntax';
import type { Insertion } from './change';
import { byIndex } from './changedJson';
import { type Gap, readGap } from './gaps';
import { indentAt } from './lines';
import { isOneLine, type TextStyle, textStyle } from './textStyle';
import { type FlowWriter, fittingEntry, flowWriter, LONGEST_LINE } from './values';

/** A property or item of a container as it stands in the text. */
export interface Member extends TextRange {
  readonly removed: boolean;
  readonly value: ArrayNode | ObjectNode | undefined;
}

export interface MemberChanges {
  readonly members: readonly Member[];
  readonly insertions: readonly Insertion[];
}

/**
 * Takes members out of an object or list between brackets, and puts members in: JSON, and YAML's flow style.
 * The inside of the brackets is cut into pieces, one a member: the white space before it, itself, its comma, and
 * a comment behind it on its line. Comments on lines of their own belong to nobody and stay.
 */
export function flowEdits(
  parsed: ParsedText,
  node: ObjectNode | ArrayNode,
  { members, insertions, outer }: FlowChanges,
): readonly TextEdit[] {
  const { text, format } = parsed;
  const open = node.start + 1;
  const close = node.end - 1;
  const gaps: Gap[] = [];
  for (let index = 0; index <= members.length; index++) {
    const from = members[index - 1]?.end ?? open;
    gaps.push(readGap(text, from, members[index]?.start ?? close, format));
  }
  const container = new FlowContainer(parsed, node, members, insertions, gaps);
  return members.length === 0 ? container.fill(outer) : container.edits();
}

export interface FlowChanges extends MemberChanges {
  /** The object or list in brackets around this one; undefined when there is none. */
  readonly outer: SyntaxNode | undefined;
}

class FlowContainer {
  private readonly text: string;
  private readonly trailingComma: boolean;
  /** Index of the last member that stays; -1 when none does. */
  private readonly lastKept: number;
  private readonly inserted: (index: number) => readonly Insertion[];
  private readonly found: TextEdit[] = [];

  constructor(
    private readonly parsed: ParsedText,
    private readonly node: ObjectNode | ArrayNode,
    private readonly members: readonly Member[],
    private readonly insertions: readonly Insertion[],
    private readonly gaps: readonly Gap[],
  ) {
    this.text = parsed.text;
    this.trailingComma = members.length > 0 && this.gap(members.length).comma !== undefined;
    this.lastKept = members.reduce((last, { removed }, index) => (removed ? last : index), -1);
    this.inserted = byIndex(insertions);
  }

  /** Edits of a container that has members. */
  edits(): readonly TextEdit[] {
    const { members } = this;
    if (this.insertions.length === 0 && members.every(({ removed }) => removed) && this.isBare()) {
      this.replace(this.node.start + 1, this.node.end - 1, '');
      return this.found;
    }
    const kept = members.findIndex(({ removed }) => !removed);
    const first = this.inserted(0).length === 0 && this.isOnlySpace(kept) ? kept : 0;
    if (first > 0) this.replace(this.start(0), this.start(first), '');
    for (let index = 0, done = first; index <= members.length; index++) {
      this.insertAt(index);
      const member = members[index];
      if (member === undefined) break;
      if (!member.removed) {
        this.setComma(index);
      } else if (index >= done) {
        done = this.removedUpTo(index);
        this.remove(index, done);
      }
    }
    return this.found;
  }

  /** Edits of `{}` or `[]`, where comments may stand. */
  fill(outer: SyntaxNode | undefined): readonly TextEdit[] {
    const { text, node } = this;
    const gap = this.gap(0);
    const style = textStyle(this.parsed, outer ? [outer] : []);
    const writer = flowWriter(style);
    const close = node.end - 1;
    // What is between brackets stands deeper than the key before them, in YAML: the closing one, too.
    const isYaml = this.parsed.format === 'yaml';
    const indent = indentAt(text, node.start) + (isYaml ? style.unit : '');
    if (outer && isOneLine(text, outer)) {
      const space = node.kind === 'object' ? style.padding : '';
      const entries = this.insertions.map(({ key, value }) => writer.entry(key, value, '', 'inline'));
      const inside = space + entries.join(`,${style.gap}`) + space;
      const length = indent.length + inside.length + outer.end - outer.start;
      if (length <= LONGEST_LINE || isYaml || !text.includes('\n')) {
        this.replace(gap.lead, close, inside);
        return this.found;
      }
    }
    const inner = indent + style.unit;
    const lines = this.insertions.map(
      ({ key, value }) => style.eol + inner + writer.entry(key, value, inner, 'lines'),
    );
    this.replace(gap.lead, close, lines.join(',') + style.eol + indent);
    return this.found;
  }

  /** No comment stands between the brackets but those behind members. */
  private isBare(): boolean {
    const opening = this.text.slice(this.node.start + 1, this.gap(0).start);
    return opening.trim() === '' && this.gaps.every((_, index) => this.isTight(index));
  }

  /** Whether no comment stands alone between the members before an index, nor above the one with it. */
  private isOnlySpace(index: number): boolean {
    for (let before = 1; before <= index; before++) {
      if (!this.isTight(before)) return false;
    }
    return index > 0;
  }

  /** Removes members that follow each other with nothing between, up to but without `end`. */
  private remove(index: number, end: number): void {
    const { lead, openAtLead } = this.gap(index);
    const after = this.gap(end).start;
    // What follows must not slip into a line comment that stands before.
    const joins = openAtLead && !/[\r\n]/.test(this.text.charAt(after)) && this.inserted(end).length === 0;
    const space = joins ? /^[ \t]*/.exec(this.text.slice(after))?.[0] : undefined;
    const lineEnd = this.style(0).eol + indentAt(this.text, this.node.start);
    this.replace(lead, after + (space?.length ?? 0), joins ? lineEnd : '');
  }

  private removedUpTo(index: number): number {
    let end = index + 1;
    while (this.members[end]?.removed && this.inserted(end).length === 0 && this.isTight(end)) end++;
    return end;
  }

  private isTight(index: number): boolean {
    return this.gap(index).lead === this.gap(index).start;
  }

  /** A member that stays has a comma exactly if something follows it, or if this list ends with one. */
  private setComma(index: number): void {
    const { comma } = this.gap(index + 1);
    const wanted = this.isFollowed(index) || this.trailingComma;
    if (comma && !wanted) this.replace(comma.start, comma.end, '');
    const end = this.members[index]?.end ?? 0;
    if (!comma && wanted) this.replace(end, end, ',');
  }

  private isFollowed(index: number): boolean {
    return index < this.lastKept || this.insertions.some((insertion) => insertion.index > index);
  }

  private insertAt(index: number): void {
    const insertions = this.inserted(index);
    if (insertions.length === 0) return;
    const style = this.style(index);
    const lead = this.leadAt(index);
    const entries = insertions.map((insertion) => this.entry(insertion, index, lead, style));
    if (index === 0 && this.members[0]?.removed === false && (this.isTight(0) || !lead.includes('\n'))) {
      const start = this.start(0);
      this.replace(start, start, entries.map((entry) => `${entry},${this.separator(lead, style)}`).join(''));
      return;
    }
    const at = this.gap(index).start;
    const comma = index <= this.lastKept || this.isFollowed(index) || this.trailingComma ? ',' : '';
    this.replace(at, at, entries.map((entry) => lead + entry).join(',') + comma);
  }

  /** What stands between members: as between the first two, else as before the only one. */
  private separator(lead: string, { gap }: TextStyle): string {
    if (this.members.length > 1) return this.leadAt(1);
    return lead.includes('\n') ? lead : gap;
  }

  private entry({ key, value }: Insertion, index: number, lead: string, style: TextStyle): string {
    const { text, node } = this;
    const writer: FlowWriter = flowWriter(style);
    if (isOneLine(text, node)) return writer.entry(key, value, '', 'inline');
    const at = this.members[Math.min(index, this.members.length - 1)]?.start ?? node.start;
    const indent = lead.includes('\n') ? lead.slice(lead.lastIndexOf('\n') + 1) : indentAt(text, at);
    const neighbour = this.neighbours(index)[0];
    const inline = neighbour !== undefined && isOneLine(text, neighbour);
    return fittingEntry(writer, key, value, indent, inline ? 'inline' : 'lines');
  }

  /** What is to stand before a new member: as before its neighbours, at most one blank line included. */
  private leadAt(index: number): string {
    const { eol, gap } = this.style(index);
    const sibling = index < this.members.length ? index : this.members.length - 1;
    const lead = this.text.slice(this.gap(sibling).lead, this.start(sibling));
    const indent = lead.slice(lead.lastIndexOf('\n') + 1);
    if (lead.includes('\n')) {
      const blank = /\n[\s\S]*\n/.test(lead) && index > 0 && sibling > 0;
      return (blank ? eol + eol : eol) + indent;
    }
    if (this.gap(index).openAtStart) return eol + indentAt(this.text, this.start(sibling));
    return index === 0 || sibling > 0 ? lead : gap;
  }

  private style(index: number): TextStyle {
    return textStyle(this.parsed, [...this.neighbours(index), this.node]);
  }

  /** Members that are objects or lists themselves, the nearest first. */
  private neighbours(index: number): readonly (ObjectNode | ArrayNode)[] {
    return [this.members[index - 1], this.members[index]].flatMap((member) =>
      member?.value && sizeOf(member.value) > 0 ? [member.value] : [],
    );
  }

  private gap(index: number): Gap {
    const gap = this.gaps[index];
    if (gap === undefined) throw new RangeError(`No member has the index <${index}>`);
    return gap;
  }

  private start(index: number): number {
    return this.members[index]?.start ?? this.node.end - 1;
  }

  private replace(start: number, end: number, text: string): void {
    if (start < end || text !== '') this.found.push({ range: { start, end }, text });
  }
}

const sizeOf = (node: ObjectNode | ArrayNode): number =>
  node.kind === 'array' ? node.items.length : node.properties.length;
