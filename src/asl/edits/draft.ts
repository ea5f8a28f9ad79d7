import type { EditResult } from '../edit.types';
import type { Json } from '../json';
import { isBroken, parseText } from '../parse/parseText';
import { nodeAtPointer, propertyOf } from '../parse/pointer';
import { toJson } from '../parse/toJson';
import { sameJson } from '../sameJson';
import type { ObjectNode, ParsedText, StatePath } from '../syntax';
import { applyEdits, orderedEdits } from './textEdits';
import { Change } from './writing/change';
import { changedJson } from './writing/changedJson';
import { writeChanges } from './writing/writeChanges';

/** Where a new property goes; at the end when neither is there. */
export interface Placement {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly first?: boolean | undefined;
}

/**
 * A change to a definition in the making. Places are JSON Pointers and indexes of the text as it is, whatever
 * else has been asked for; of duplicate keys the last is meant, and removing or renaming is done to all.
 */
export class Draft {
  private readonly change = new Change();

  constructor(private readonly parsed: ParsedText) {}

  /** Replaces a value by another. A text stays quoted as it was, in YAML. */
  setValue(pointer: string, value: Json): void {
    this.change.at(pointer).replacement = { value };
  }

  /** Replaces the value of a property, or adds it. */
  setProperty(object: string, key: string, value: Json, placement: Placement = {}): void {
    const node = this.objectAt(object);
    if (node && propertyOf(node, key)) this.change.at(object).member(key).replacement = { value };
    else this.insertProperty(object, key, value, placement);
  }

  insertProperty(object: string, key: string, value: Json, placement: Placement = {}): void {
    const index = indexOf(this.objectAt(object), placement);
    this.change.at(object).insertions.push({ index, key, value });
  }

  removeProperty(object: string, key: string): void {
    this.change.at(object).member(key).removed = true;
  }

  renameKey(object: string, key: string, newKey: string): void {
    this.change.at(object).member(key).key = newKey;
  }

  /** Puts an item before the one with an index; the length of the list means at its end. */
  insertItem(list: string, index: number, value: Json): void {
    this.change.at(list).insertions.push({ index, value });
  }

  removeItem(list: string, index: number): void {
    this.change.at(list).member(String(index)).removed = true;
  }

  /**
   * Writes the change as text edits. They are tried out: unless the new text reads as exactly what was asked
   * for, the result is a refusal.
   */
  finish(label: string, select?: StatePath): EditResult {
    const { parsed, change } = this;
    const written = writeChanges(parsed, change);
    if (!parsed.root || !written) return { ok: false, reason: refusal(parsed) };
    const edits = orderedEdits(written);
    const after = parseText(applyEdits(parsed.text, edits), parsed.format);
    const reads =
      after.root && !isBroken(after) && sameJson(toJson(after.root), changedJson(parsed.root, change));
    if (!reads) return { ok: false, reason: refusal(parsed) };
    return { ok: true, edits, label, ...(select === undefined ? {} : { select }) };
  }

  private objectAt(pointer: string): ObjectNode | undefined {
    const node = nodeAtPointer(this.parsed.root, pointer);
    return node?.kind === 'object' ? node : undefined;
  }
}

function indexOf(object: ObjectNode | undefined, { before, after, first }: Placement): number {
  const properties = object?.properties ?? [];
  if (first) return 0;
  const key = before ?? after;
  const named = object && key !== undefined ? propertyOf(object, key) : undefined;
  if (named === undefined) return properties.length;
  return properties.indexOf(named) + (before === undefined ? 1 : 0);
}

function refusal({ text, format }: ParsedText): string {
  if (format === 'yaml' && /(?:^|\s)(?:[&*]\w|<<:)/.test(text)) {
    return 'This part of the workflow is shared through a YAML anchor, alias or merge key and cannot be changed in one place only. Change it in the text.';
  }
  return 'This cannot be written into the text without disturbing what is around it. Change it in the text.';
}
