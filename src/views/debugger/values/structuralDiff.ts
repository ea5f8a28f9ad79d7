import { isJsonObject, type Json, type JsonArray } from '../../../asl';
import type { ValuePlace } from '../../../worker';

type Path = ValuePlace['path'];

export type Difference =
  | { readonly kind: 'added'; readonly path: Path; readonly after: Json }
  | { readonly kind: 'removed'; readonly path: Path; readonly before: Json }
  | { readonly kind: 'changed'; readonly path: Path; readonly before: Json; readonly after: Json };

export interface Differences {
  readonly list: readonly Difference[];
  /** There are more than were looked for. */
  readonly isCut: boolean;
}

const MOST_DIFFERENCES = 1_000;
/** Cells of the table that finds the longest common part of two arrays. */
const MOST_CELLS = 250_000;

/**
 * What two values differ in, by path. The order of keys is no difference; items that moved are removed and added; where
 * there are as many items as before they are compared place by place.
 */
export function structuralDiff(before: Json, after: Json): Differences {
  const list: Difference[] = [];
  compare(before, after, [], list);
  return { list: list.slice(0, MOST_DIFFERENCES), isCut: list.length > MOST_DIFFERENCES };
}

function compare(before: Json, after: Json, path: Path, found: Difference[]): void {
  if (before === after || found.length > MOST_DIFFERENCES) return;
  if (Array.isArray(before) && Array.isArray(after)) {
    compareItems(before, after, path, found);
    return;
  }
  if (!isJsonObject(before) || !isJsonObject(after)) {
    found.push({ kind: 'changed', path, before, after });
    return;
  }
  for (const [key, value] of Object.entries(before)) {
    const other = Object.hasOwn(after, key) ? after[key] : undefined;
    if (other === undefined) found.push({ kind: 'removed', path: [...path, key], before: value });
    else compare(value, other, [...path, key], found);
  }
  for (const [key, value] of Object.entries(after)) {
    if (!Object.hasOwn(before, key)) found.push({ kind: 'added', path: [...path, key], after: value });
  }
}

/** Items at both ends that are the same stay; between them the longest common part does. */
function compareItems(before: JsonArray, after: JsonArray, path: Path, found: Difference[]): void {
  const old = before.map(keyOf);
  const now = after.map(keyOf);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const oldEnd = old.length - end;
  const newEnd = now.length - end;
  const pairs =
    (oldEnd - start) * (newEnd - start) <= MOST_CELLS && oldEnd - start !== newEnd - start
      ? commonItems(old.slice(start, oldEnd), now.slice(start, newEnd))
      : [];
  let from = start;
  let to = start;
  for (const [left, right] of [...pairs, [oldEnd - start, newEnd - start] as const]) {
    const leftEnd = start + left;
    const rightEnd = start + right;
    while (from < leftEnd || to < rightEnd) {
      const was = from < leftEnd ? before[from] : undefined;
      const is = to < rightEnd ? after[to] : undefined;
      if (was !== undefined && is !== undefined) compare(was, is, [...path, to], found);
      else if (was !== undefined) found.push({ kind: 'removed', path: [...path, from], before: was });
      else if (is !== undefined) found.push({ kind: 'added', path: [...path, to], after: is });
      if (was !== undefined) from++;
      if (is !== undefined) to++;
    }
    from = leftEnd + 1;
    to = rightEnd + 1;
  }
}

/** Places of the longest common part, in order. */
function commonItems(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (left: number, right: number): number => lengths[left * width + right] ?? 0;
  for (let left = before.length - 1; left >= 0; left--) {
    for (let right = after.length - 1; right >= 0; right--) {
      lengths[left * width + right] =
        before[left] === after[right]
          ? at(left + 1, right + 1) + 1
          : Math.max(at(left + 1, right), at(left, right + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let left = 0, right = 0; left < before.length && right < after.length; ) {
    if (before[left] === after[right]) pairs.push([left++, right++]);
    else if (at(left + 1, right) >= at(left, right + 1)) left++;
    else right++;
  }
  return pairs;
}

/** The same text for the same JSON, whatever the order of its keys. */
function keyOf(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${keyOf(value[name] ?? null)}`).join()}}`;
}
