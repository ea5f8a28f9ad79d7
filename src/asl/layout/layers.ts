import type { Link, Ranks } from './ranks';
import type { Size } from './sizes';
import { transposeSize } from './transpose';

/** What a scope's transition is to the layout. */
export interface ScopeLink extends Link {
  /** Room for its words; undefined when it has none. */
  readonly label: Size | undefined;
  /** Errors leave from the side and keep lanes of their own. */
  readonly isCatch: boolean;
}

/**
 * A place in a layer. A `lane` is where a long transition passes a layer; transitions of one class with one
 * target share their lanes. A `label` holds one transition's words, in a layer of its own under the source.
 */
export interface Vertex {
  readonly kind: 'node' | 'lane' | 'label';
  readonly index: number;
  readonly layer: number;
  readonly width: number;
  readonly height: number;
  /** The scope's node it stands for; -1 for lanes and labels. */
  readonly node: number;
  readonly isCatch: boolean;
}

/** A step of one or more transitions from a layer to the next. */
export interface Hop {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly isCatch: boolean;
}

export interface Layered {
  readonly vertices: readonly Vertex[];
  /** Vertices of each layer; their order is that of `order.ts`. */
  readonly layers: number[][];
  readonly hops: readonly Hop[];
  /** Hops leaving each vertex, in reading order; hops arriving at it. */
  readonly out: readonly (readonly number[])[];
  readonly in: readonly (readonly number[])[];
  /** Vertices each link goes through: source, label, lanes, target; a back link stops at its source or label. */
  readonly ways: readonly (readonly number[])[];
  readonly back: readonly boolean[];
  readonly links: readonly ScopeLink[];
}

/** Gives every node a layer, every label a layer under its source, and every long transition its lanes. */
export function buildLayers(
  sizes: readonly Size[],
  links: readonly ScopeLink[],
  { rank, back }: Ranks,
  turned: boolean,
): Layered {
  const most = rank.reduce((a, b) => Math.max(a, b), 0);
  const labelled = new Set(
    links.filter(({ label }) => label !== undefined).map(({ from }) => rank[from] ?? 0),
  );
  const layerOfRank: number[] = [];
  let layers = 0;
  for (let row = 0; row <= most; row++) {
    layerOfRank.push(layers);
    layers += labelled.has(row) ? 2 : 1;
  }

  const vertices: Vertex[] = [];
  const byLayer: number[][] = Array.from({ length: layers }, () => []);
  const add = (vertex: Omit<Vertex, 'index'>): number => {
    const index = vertices.length;
    vertices.push({ ...vertex, index });
    byLayer[vertex.layer]?.push(index);
    return index;
  };
  sizes.forEach(({ width, height }, node) => {
    add({ kind: 'node', layer: layerOfRank[rank[node] ?? 0] ?? 0, width, height, node, isCatch: false });
  });

  const hops: Hop[] = [];
  const known = new Set<number>();
  const hop = (from: number, to: number, isCatch: boolean) => {
    const key = pairKey(from, to, isCatch);
    if (known.has(key)) return;
    known.add(key);
    hops.push({ index: hops.length, from, to, isCatch });
  };
  const lanes = new Map<number, number>();
  const lane = (to: number, layer: number, isCatch: boolean): number => {
    const key = pairKey(to, layer, isCatch);
    const found = lanes.get(key) ?? add({ kind: 'lane', layer, width: 0, height: 0, node: -1, isCatch });
    lanes.set(key, found);
    return found;
  };

  const ways = links.map(({ from, to, label, isCatch }, index) => {
    const way = [from];
    let layer = vertices[from]?.layer ?? 0;
    const go = (vertex: number) => {
      hop(way.at(-1) ?? from, vertex, isCatch);
      way.push(vertex);
      layer++;
    };
    if (label !== undefined) {
      const size = turned ? transposeSize(label) : label;
      go(add({ kind: 'label', layer: layer + 1, ...size, node: -1, isCatch }));
    }
    if (back[index]) return way;
    const last = vertices[to]?.layer ?? 0;
    while (layer + 1 < last) go(lane(to, layer + 1, isCatch));
    go(to);
    return way;
  });

  const out: number[][] = vertices.map(() => []);
  const into: number[][] = vertices.map(() => []);
  for (const { index, from, to } of hops) {
    out[from]?.push(index);
    into[to]?.push(index);
  }
  return { vertices, layers: byLayer, hops, out, in: into, ways, back, links };
}

/** One number for two (each below 2^25) and a flag. */
const pairKey = (a: number, b: number, flag: boolean): number => (a * 2 ** 25 + b) * 2 + (flag ? 1 : 0);
