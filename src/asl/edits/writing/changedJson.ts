import type { Json } from '../../json';
import { propertyOf } from '../../parse/pointer';
import { setOwn, toJson } from '../../parse/toJson';
import type { ArrayNode, ObjectNode, SyntaxNode } from '../../syntax';
import type { Change, Insertion } from './change';

/**
 * The value that a syntax tree has once a change is made. What the text edits give must read as this value:
 * it is made from the tree alone and knows nothing of notations.
 */
export function changedJson(node: SyntaxNode, change: Change | undefined): Json {
  if (change === undefined) return toJson(node);
  if (change.replacement) return change.replacement.value;
  if (node.kind === 'object') return changedObject(node, change);
  return node.kind === 'array' ? changedArray(node, change) : toJson(node);
}

function changedObject(node: ObjectNode, change: Change): Json {
  const object: Record<string, Json> = {};
  const inserted = byIndex(change.insertions);
  node.properties.forEach((property, index) => {
    for (const { key = '', value } of inserted(index)) setOwn(object, key, value);
    const { key, value } = property;
    const member = change.members.get(key);
    if (value === undefined || member?.removed) return;
    const counts = member !== undefined && propertyOf(node, key) === property;
    setOwn(object, member?.key ?? key, changedJson(value, counts ? member : undefined));
  });
  for (const { key = '', value } of inserted(node.properties.length)) setOwn(object, key, value);
  return object;
}

function changedArray(node: ArrayNode, change: Change): Json {
  const array: Json[] = [];
  const inserted = byIndex(change.insertions);
  node.items.forEach((item, index) => {
    for (const { value } of inserted(index)) array.push(value);
    const member = change.members.get(String(index));
    if (!member?.removed) array.push(changedJson(item, member));
  });
  for (const { value } of inserted(node.items.length)) array.push(value);
  return array;
}

/** The insertions before a member, in the order in which they were asked for. */
export const byIndex =
  (insertions: readonly Insertion[]) =>
  (index: number): readonly Insertion[] =>
    insertions.length === 0 ? insertions : insertions.filter((insertion) => insertion.index === index);
