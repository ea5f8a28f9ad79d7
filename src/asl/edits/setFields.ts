import type { EditIntent, EditResult } from '../edit.types';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { joinPointer, nodeAtPointer, pointerSegments, propertyOf } from '../parse/pointer';
import { toJson } from '../parse/toJson';
import { sameJson } from '../sameJson';
import type { ArrayNode, ObjectNode, ParsedText, SyntaxNode } from '../syntax';
import { Draft, type Placement } from './draft';
import { fieldPlacement } from './fieldOrder';
import { type EditSource, no } from './source';

/**
 * Gives fields of an object (the machine, a state, a rule, a retrier) other values, or takes them away. Only what
 * differs is written: members and items that stay as they are keep their bytes.
 */
export function setFields(
  { parsed }: EditSource,
  { object, fields, label }: Extract<EditIntent, { type: 'setFields' }>,
): EditResult {
  const node = nodeAtPointer(parsed.root, object);
  if (node?.kind !== 'object') return no('What this form shows is no longer in the text.');
  return planChanges(parsed, [{ object, fields }], label ?? labelOf(object, fields));
}

/** Other values for fields of one object. */
export interface ObjectChange {
  /** JSON Pointer. */
  readonly object: string;
  readonly fields: Fields;
}

/** As `setFields`, of several objects at once: one change of the text. None of them is inside a value that is written. */
export function planChanges(parsed: ParsedText, changes: readonly ObjectChange[], label: string): EditResult {
  const fine = draftOf(parsed, changes, writeDifference).finish(label);
  // Odd places (anchors, merge keys) may refuse the small edit and still take the whole value.
  return fine.ok ? fine : draftOf(parsed, changes, writeWhole).finish(label);
}

type Fields = Extract<EditIntent, { type: 'setFields' }>['fields'];
type Write = (draft: Draft, place: string, node: SyntaxNode, value: Json) => void;

function draftOf(parsed: ParsedText, changes: readonly ObjectChange[], write: Write): Draft {
  const draft = new Draft(parsed);
  for (const { object, fields } of changes) {
    const node = nodeAtPointer(parsed.root, object);
    if (node?.kind === 'object') writeFields(draft, node, object, fields, write);
  }
  return draft;
}

function writeFields(draft: Draft, node: ObjectNode, object: string, fields: Fields, write: Write): void {
  const gone = fields.filter(({ name, value }) => value === undefined && propertyOf(node, name));
  const left = gone.map(({ name }) => name);
  for (const { name, value } of fields) {
    if (value === undefined) continue;
    const before = propertyOf(node, name);
    if (before?.value) write(draft, joinPointer(object, name), before.value, value);
    else if (before) draft.setProperty(object, name, value);
    else writeNew(draft, object, left.shift(), name, value, fieldPlacement(node, name));
  }
  for (const name of left) draft.removeProperty(object, name);
}

/** A new member takes the place of one that goes; so a member is never put beside one that is taken away. */
function writeNew(
  draft: Draft,
  object: string,
  instead: string | undefined,
  name: string,
  value: Json,
  placement: Placement,
): void {
  if (instead === undefined) {
    draft.setProperty(object, name, value, placement);
  } else {
    draft.renameKey(object, instead, name);
    draft.setValue(joinPointer(object, instead), value);
  }
}

const writeWhole: Write = (draft, place, _node, value) => draft.setValue(place, value);

function writeDifference(draft: Draft, place: string, node: SyntaxNode, value: Json): void {
  if (sameJson(toJson(node), value)) return;
  if (node.kind === 'object' && isJsonObject(value)) writeMembers(draft, place, node, value);
  else if (node.kind === 'array' && Array.isArray(value)) writeItems(draft, place, node, value);
  else draft.setValue(place, value);
}

function writeMembers(draft: Draft, place: string, node: ObjectNode, value: JsonObject): void {
  const keys = new Set(node.properties.map((property) => property.key));
  const left = [...keys].filter((key) => !Object.hasOwn(value, key));
  let last: string | undefined;
  for (const [key, member] of Object.entries(value)) {
    const before = propertyOf(node, key);
    if (before?.value) writeDifference(draft, joinPointer(place, key), before.value, member);
    else if (before) draft.setProperty(place, key, member);
    else {
      writeNew(
        draft,
        place,
        left.shift(),
        key,
        member,
        last === undefined ? { first: true } : { after: last },
      );
    }
    if (before) last = key;
  }
  for (const key of left) draft.removeProperty(place, key);
}

/** What both lists begin and end with stays; between, items are paired in order, and the rest comes or goes. */
function writeItems(draft: Draft, place: string, { items }: ArrayNode, values: readonly Json[]): void {
  const same = (item: SyntaxNode | undefined, value: Json | undefined): boolean =>
    item !== undefined && value !== undefined && sameJson(toJson(item), value);
  const most = Math.min(items.length, values.length);
  let head = 0;
  while (head < most && same(items[head], values[head])) head++;
  let tail = 0;
  while (tail < most - head && same(items.at(-1 - tail), values.at(-1 - tail))) tail++;
  const paired = most - head - tail;
  for (let index = head; index < head + paired; index++) {
    const item = items[index];
    const value = values[index];
    if (item && value !== undefined) writeDifference(draft, joinPointer(place, index), item, value);
  }
  for (let index = head + paired; index < items.length - tail; index++) draft.removeItem(place, index);
  for (const value of values.slice(head + paired, values.length - tail)) {
    draft.insertItem(place, items.length - tail, value);
  }
}

/** `Set MaxAttempts of “Charge card”`. */
function labelOf(object: string, fields: Fields): string {
  const segments = pointerSegments(object);
  const at = segments.lastIndexOf('States');
  const owner = at >= 0 ? ` of “${segments[at + 1] ?? ''}”` : '';
  const [first] = fields;
  const name = fields.find(({ value }) => value !== undefined)?.name ?? first?.name ?? 'fields';
  const verb = fields.every(({ value }) => value === undefined) ? 'Remove' : 'Set';
  return `${verb} ${name}${owner}`;
}
