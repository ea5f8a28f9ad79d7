import { isJsonObject, type Json } from '../../../asl';
import type { ValuePlace } from '../../../worker';

/** A line of a value shown as a tree. */
export interface ValueRow {
  readonly key: string;
  readonly path: ValuePlace['path'];
  readonly depth: number;
  readonly value: Json;
  /** Absent when there is nothing inside. */
  readonly open?: boolean;
  /** Its place among those beside it, from 1, and how many those are. */
  readonly place: number;
  readonly beside: number;
}

export const keyOfPath = (path: ValuePlace['path']): string => JSON.stringify(path);

/** The lines that are to be seen: what stands inside a closed part has none. @param opened keys of paths */
export function treeRows(root: Json, opened: ReadonlySet<string>): readonly ValueRow[] {
  const rows: ValueRow[] = [];
  const add = (value: Json, path: ValuePlace['path'], place: number, beside: number): void => {
    const inside = partsOf(value);
    const key = keyOfPath(path);
    const open = inside.length === 0 ? undefined : opened.has(key);
    rows.push({
      key,
      path,
      depth: path.length,
      value,
      place,
      beside,
      ...(open === undefined ? {} : { open }),
    });
    if (!open) return;
    for (const [index, [name, child]] of inside.entries())
      add(child, [...path, name], index + 1, inside.length);
  };
  add(root, [], 1, 1);
  return rows;
}

function partsOf(value: Json): readonly (readonly [string | number, Json])[] {
  if (isJsonObject(value)) return Object.entries(value);
  return typeof value === 'object' && value !== null ? [...value.entries()] : [];
}

/** What is open at first: the outermost parts, as long as they are few, and the way to a place. */
export function openedAtFirst(root: Json, way: ValuePlace['path']): ReadonlySet<string> {
  const opened = new Set<string>(['[]']);
  const parts = partsOf(root);
  if (parts.length <= 12) {
    for (const [name, value] of parts) if (partsOf(value).length <= 12) opened.add(keyOfPath([name]));
  }
  for (let length = 0; length < way.length; length++) opened.add(keyOfPath(way.slice(0, length)));
  return opened;
}
