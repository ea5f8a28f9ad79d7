import type { Sides } from './compare.types';

/**
 * Two lists as one: what came after, in its order, and between it what is gone, behind what it stood behind.
 *
 * @param partner what became of an item; nothing when it is gone
 */
export function mergeInOrder<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  partner: ReadonlyMap<Thing, Thing>,
): readonly Sides<Thing>[] {
  const origin = new Map([...partner].map(([old, now]) => [now, old]));
  const gone = new Map<Thing | undefined, Sides<Thing>[]>();
  let behind: Thing | undefined;
  for (const item of before) {
    const now = partner.get(item);
    if (now !== undefined) {
      behind = now;
      continue;
    }
    const here = gone.get(behind);
    if (here) here.push({ before: item });
    else gone.set(behind, [{ before: item }]);
  }
  const merged: Sides<Thing>[] = [...(gone.get(undefined) ?? [])];
  for (const item of after) {
    const old = origin.get(item);
    merged.push(old === undefined ? { after: item } : { before: old, after: item });
    merged.push(...(gone.get(item) ?? []));
  }
  return merged;
}
