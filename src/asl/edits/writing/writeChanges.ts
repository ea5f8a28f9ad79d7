import type { TextEdit } from '../../edit.types';
import type { Json } from '../../json';
import { propertyOf } from '../../parse/pointer';
import { toJson } from '../../parse/toJson';
import { sameJson } from '../../sameJson';
import type { ArrayNode, ObjectNode, ParsedText, PropertyNode, SyntaxNode } from '../../syntax';
import { type BlockSlot, blockEdits, blockReplacement, filled } from './blockEdits';
import type { Change } from './change';
import { flowEdits, type Member } from './flowEdits';
import { columnAt, indentAt, inkEnd } from './lines';
import { quotingAt, yamlText } from './scalars';
import { isFlow, isOneLine, type TextStyle, textStyle } from './textStyle';
import { flowWriter, LONGEST_LINE } from './values';

/**
 * The text edits of a change, unordered. Undefined when a part of it lies where it cannot be written: behind a
 * YAML alias or merge key, or in a form of YAML that is not known here. What comes out may still read as
 * something else in odd places, so the caller compares.
 */
export function writeChanges(parsed: ParsedText, change: Change): readonly TextEdit[] | undefined {
  const { root, text, format } = parsed;
  if (root === undefined) return undefined;
  const writer = new ChangeWriter(parsed);
  const block = format === 'yaml' && !isFlow(text, root);
  writer.write(
    root,
    change,
    block ? { kind: 'block', column: columnAt(text, root.start) } : { kind: 'flow' },
  );
  return writer.isStuck ? undefined : writer.edits;
}

/** How what is around a value is written. */
type Surroundings =
  | ({ readonly kind: 'block' } & BlockSlot)
  | { readonly kind: 'flow'; readonly outer?: SyntaxNode };

class ChangeWriter {
  readonly edits: TextEdit[] = [];
  isStuck = false;

  private readonly text: string;

  constructor(private readonly parsed: ParsedText) {
    this.text = parsed.text;
  }

  write(node: SyntaxNode, change: Change, around: Surroundings): void {
    if (change.replacement) {
      this.replace(node, change, around);
      return;
    }
    if (node.kind === 'scalar') {
      this.isStuck = true;
      return;
    }
    const members = node.kind === 'object' ? this.properties(node, change) : this.items(node, change);
    if (members) this.writeContainer(node, change, members, around);
    else this.isStuck = true;
  }

  private writeContainer(
    node: ObjectNode | ArrayNode,
    change: Change,
    members: readonly Member[],
    around: Surroundings,
  ): void {
    // Properties that are merged in come first and have no place here.
    const elsewhere = (node.kind === 'object' ? node.properties : node.items).length - members.length;
    const insertions = change.insertions.map((insertion) => ({
      ...insertion,
      index: Math.max(0, insertion.index - elsewhere),
    }));
    const flow = isFlow(this.text, node);
    // Members first: what they write behind their last line stands before what is put after them.
    if (node.kind === 'object') this.writeProperties(node, change, flow);
    else this.writeItems(node, change, flow);
    if (insertions.length > 0 || members.some(({ removed }) => removed)) {
      if (!flow) {
        this.add(blockEdits(this.parsed, node, { members, insertions }, slotOf(around, this.text, node)));
      } else if (around.kind === 'block' && this.isEmpty(node)) {
        this.add(blockReplacement(this.parsed, node, filled(node, insertions), around));
      } else {
        const outer = around.kind === 'flow' ? around.outer : undefined;
        this.add(flowEdits(this.parsed, node, { members, insertions, outer }));
      }
    }
  }

  private writeProperties(node: ObjectNode, change: Change, flow: boolean): void {
    for (const [key, member] of change.members) {
      if (member.removed) continue;
      const last = propertyOf(node, key);
      if (last === undefined) this.isStuck = true;
      if (last === undefined) continue;
      if (member.key !== undefined) {
        for (const property of node.properties) {
          if (property.key === key) this.renameKey(property, member.key, flow);
        }
      }
      if (last.value && changesValue(member)) {
        this.write(last.value, member, this.aroundProperty(node, last, flow));
      }
    }
  }

  private writeItems(node: ArrayNode, change: Change, flow: boolean): void {
    for (const [index, member] of change.members) {
      const item = node.items[Number(index)];
      if (item === undefined) this.isStuck = true;
      if (item === undefined || member.removed) continue;
      this.write(
        item,
        member,
        flow ? { kind: 'flow', outer: node } : { kind: 'block', column: columnAt(this.text, item.start) },
      );
    }
  }

  private renameKey({ keyRange }: PropertyNode, key: string, flow: boolean): void {
    const { text, parsed } = this;
    const written =
      parsed.format === 'json'
        ? JSON.stringify(key)
        : yamlText(key, quotingAt(text, keyRange.start), flow ? 'flow' : 'block', textStyle(parsed, []));
    this.add([{ range: keyRange, text: written }]);
  }

  private replace(node: SyntaxNode, { replacement }: Change, around: Surroundings): void {
    if (replacement === undefined || sameJson(toJson(node), replacement.value)) return;
    const { text, parsed } = this;
    if (around.kind === 'block') {
      this.add(blockReplacement(parsed, node, replacement.value, around));
      return;
    }
    const { value } = replacement;
    const { outer } = around;
    const style = textStyle(parsed, outer ? [node, outer] : [node]);
    const isText = typeof value === 'string' && parsed.format === 'yaml' && isTextNode(node);
    const written = isText
      ? yamlText(value, quotingAt(text, node.start), 'flow', style)
      : this.flowValue(value, node, outer, style);
    this.add([{ range: { start: node.start, end: node.end }, text: written }]);
  }

  private flowValue(value: Json, node: SyntaxNode, outer: SyntaxNode | undefined, style: TextStyle): string {
    const { text, parsed } = this;
    const writer = flowWriter(style);
    const indent = indentAt(text, node.start);
    if (outer && isOneLine(text, outer)) {
      const line = writer.value(value, indent, 'inline');
      const length = indent.length + outer.end - outer.start + line.length;
      if (length <= LONGEST_LINE || parsed.format === 'yaml' || !text.includes('\n')) return line;
    }
    return writer.value(value, indent, 'lines');
  }

  /** Undefined when a property comes from elsewhere, through a merge key or an alias. */
  private properties(node: ObjectNode, change: Change): readonly Member[] | undefined {
    const members: Member[] = [];
    let from = node.start;
    for (const { key, keyRange, start, end, value } of node.properties) {
      const touched = change.members.has(key);
      if (keyRange.start < from || end > node.end) {
        if (touched) return undefined;
        continue;
      }
      from = end;
      const removed = change.members.get(key)?.removed ?? false;
      members.push({ start, end, removed, value: value?.kind === 'scalar' ? undefined : value });
    }
    return isAlias(this.text, node) ? undefined : members;
  }

  private items(node: ArrayNode, change: Change): readonly Member[] | undefined {
    if (isAlias(this.text, node)) return undefined;
    const flow = isFlow(this.text, node);
    const members: Member[] = [];
    for (const [index, item] of node.items.entries()) {
      const { start, end } = item;
      const dash = flow ? start : this.dashOf(node, start);
      if (dash === undefined) return undefined;
      const removed = change.members.get(String(index))?.removed ?? false;
      members.push({ start: dash, end, removed, value: item.kind === 'scalar' ? undefined : item });
    }
    return members;
  }

  private dashOf({ start }: ArrayNode, item: number): number | undefined {
    // Between a dash and its item may stand line ends, comments, an anchor and a tag.
    const before = this.text.slice(Math.max(start, item - LONGEST_DASH), item);
    const between = /-(?=\s)(?:\s|[&!]\S+|#[^\r\n]*)*$/.exec(before);
    return between ? item - between[0].length : undefined;
  }

  private aroundProperty(node: ObjectNode, { keyRange, start }: PropertyNode, flow: boolean): Surroundings {
    if (flow) return { kind: 'flow', outer: node };
    const colon = /^[ \t]*:/.exec(this.text.slice(keyRange.end, keyRange.end + 100));
    if (colon === null) this.isStuck = true;
    return {
      kind: 'block',
      outer: node,
      column: columnAt(this.text, start),
      colonEnd: keyRange.end + (colon?.[0].length ?? 0),
    };
  }

  private isEmpty(node: ObjectNode | ArrayNode): boolean {
    const close = node.end - 1;
    const members = node.kind === 'object' ? node.properties : node.items;
    return members.length === 0 && inkEnd(this.text, node.start + 1, close) === node.start + 1;
  }

  private add(edits: readonly TextEdit[]): void {
    this.edits.push(...edits);
  }
}

const isTextNode = (node: SyntaxNode): boolean => node.kind === 'scalar' && typeof node.value === 'string';

/** How far before its item a dash is looked for. */
const LONGEST_DASH = 1000;

const isAlias = (text: string, { start }: SyntaxNode): boolean => text.charAt(start) === '*';

const changesValue = ({ replacement, insertions, members }: Change): boolean =>
  replacement !== undefined || insertions.length > 0 || members.size > 0;

const slotOf = (around: Surroundings, text: string, node: SyntaxNode): BlockSlot =>
  around.kind === 'block' ? around : { column: columnAt(text, node.start) };
