import type { Layered } from './layers';

/** Pairs of hops that cross between any two layers, for the positions given. O(h log v) per layer. */
export function countCrossings({ layers, hops, out }: Layered, position: Int32Array): number {
  let count = 0;
  for (let index = 0; index + 1 < layers.length; index++) {
    const layer = layers[index] ?? [];
    const below = layers[index + 1]?.length ?? 0;
    // One vertex above or below: nothing can cross.
    if (layer.length < 2 || below < 2) continue;
    const tree = new Int32Array(below + 1);
    let seen = 0;
    for (const vertex of layer) {
      const leaving = out[vertex] ?? [];
      for (const hop of leaving) count += seen - prefix(tree, (position[hops[hop]?.to ?? 0] ?? 0) + 1);
      for (const hop of leaving) raise(tree, (position[hops[hop]?.to ?? 0] ?? 0) + 1);
      seen += leaving.length;
    }
  }
  return count;
}

/** Fenwick tree: how many of the first `end` are counted. */
function prefix(tree: Int32Array, end: number): number {
  let sum = 0;
  for (let i = end; i > 0; i -= i & -i) sum += tree[i] ?? 0;
  return sum;
}

function raise(tree: Int32Array, at: number): void {
  for (let i = at; i < tree.length; i += i & -i) tree[i] = (tree[i] ?? 0) + 1;
}
