import type { EditIntent, EditResult, TextEdit } from '../edit.types';
import type { Json } from '../json';
import { isBroken, parseText } from '../parse/parseText';
import { nodeAtPointer, pointerSegments } from '../parse/pointer';
import { toJson } from '../parse/toJson';
import { sameJson } from '../sameJson';
import { type EditSource, no } from './source';
import { applyEdits } from './textEdits';

/**
 * Puts an item of a list where another one stands: Choice rules, branches, retriers, catchers. The items change places
 * as they are written; what stands between them stays.
 */
export function reorderItems(
  { parsed }: EditSource,
  { list, from, to }: Extract<EditIntent, { type: 'reorderItems' }>,
): EditResult {
  const node = nodeAtPointer(parsed.root, list);
  if (node?.kind !== 'array' || !node.items[from] || !node.items[to]) {
    return no('This list is no longer in the text as it was.');
  }
  const { text, format } = parsed;
  const order = moved([...node.items.keys()], from, to);
  const edits = node.items.flatMap((item, place): readonly TextEdit[] => {
    const comes = node.items[order[place] ?? place];
    return comes === undefined || comes === item
      ? []
      : [{ range: { start: item.start, end: item.end }, text: text.slice(comes.start, comes.end) }];
  });
  const after = parseText(applyEdits(text, edits), format);
  const written = nodeAtPointer(after.root, list);
  const values = node.items.map(toJson);
  const wanted = order.map((index) => values[index] ?? null) as Json;
  if (isBroken(after) || !written || !sameJson(toJson(written), wanted)) {
    return no(
      'The items cannot change places without disturbing what is around them. Move them in the text.',
    );
  }
  const name = pointerSegments(list).at(-1) ?? 'items';
  return { ok: true, edits, label: `Reorder ${name}` };
}

/** A list with one of its items elsewhere. */
function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const rest = items.filter((_, index) => index !== from);
  const item = items[from];
  return item === undefined ? items : [...rest.slice(0, to), item, ...rest.slice(to)];
}
