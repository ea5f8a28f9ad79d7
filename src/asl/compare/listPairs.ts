import type { Json } from '../json';
import { bestPairs, type IndexPair } from './bestPairs';
import { type Facts, factsOf, likeness } from './facts';
import { isSame, type Twin } from './twin';

/** Items less alike than this are not one item that changed. */
const ALIKE = 0.5;
/** Longer lists are compared place by place: more pairs than this are too many to try. */
const MOST_PAIRS = 2500;

export interface ListPairs {
  /** In the order of the list before. */
  readonly pairs: readonly IndexPair[];
  /** Two items that both lists have changed places. */
  readonly reordered: boolean;
}

/** Which items of two lists are the same ones: equal, or alike, or else at the same place. */
export function listPairs(before: readonly Twin[], after: readonly Json[]): ListPairs {
  const same = (i: number, j: number): boolean => {
    const item = before[i];
    const other = after[j];
    return item !== undefined && other !== undefined && isSame(item, other);
  };
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && same(head, head)) head++;
  let tail = 0;
  while (tail < most - head && same(before.length - 1 - tail, after.length - 1 - tail)) tail++;
  const left = range(head, before.length - tail);
  const right = range(head, after.length - tail);

  const pairs: IndexPair[] = [
    ...range(0, head).map((at): IndexPair => [at, at]),
    ...range(0, tail).map((at): IndexPair => [before.length - 1 - at, after.length - 1 - at]),
  ];
  if (left.length * right.length <= MOST_PAIRS) {
    const score = likenessOf(before, after);
    pairs.push(...bestPairs(left, right, (i, j) => (same(i, j) ? 2 : score(i, j))));
  }
  const paired = { before: new Set(pairs.map(([i]) => i)), after: new Set(pairs.map(([, j]) => j)) };
  for (const at of left) {
    if (at < after.length - tail && !paired.before.has(at) && !paired.after.has(at)) pairs.push([at, at]);
  }
  pairs.sort(([a], [b]) => a - b);
  return { pairs, reordered: pairs.some(([, j], at) => j < (pairs[at - 1]?.[1] ?? -1)) };
}

/** Facts are gathered once for each item. */
function likenessOf(before: readonly Twin[], after: readonly Json[]): (i: number, j: number) => number {
  const known = new Map<Json, Facts>();
  const facts = (value: Json = null): Facts => {
    const found = known.get(value) ?? factsOf(value);
    known.set(value, found);
    return found;
  };
  return (i, j) => {
    const found = likeness(facts(before[i]?.renamed), facts(after[j]));
    return found >= ALIKE ? found : 0;
  };
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
