import type { Hop, Layered } from './layers';

/**
 * Vertices that stand exactly under each other. A column of states, the lane of a long transition and the
 * middle one of several targets are blocks, which is what makes the happy path a straight line.
 */
export interface Blocks {
  /** Block of each vertex. */
  readonly of: Int32Array;
  /** Vertices of each block, from top to bottom. */
  readonly members: readonly (readonly number[])[];
}

/** How much a hop wants to be straight: lower comes first; -1 not at all. */
type Priority = 0 | 1 | 2 | -1;

export function alignBlocks(layered: Layered): Blocks {
  const { vertices, layers, hops } = layered;
  const position = new Int32Array(vertices.length);
  for (const layer of layers) for (let i = 0; i < layer.length; i++) position[layer[i] ?? 0] = i;

  const below = new Int32Array(vertices.length).fill(-1);
  const above = new Int32Array(vertices.length).fill(-1);
  const straight: Hop[][] = layers.map(() => []);
  const byPriority: Hop[][] = [[], [], []];
  for (const hop of hops) byPriority[priorityOf(hop, layered, position)]?.push(hop);

  const leftFirst = (a: Hop, b: Hop) =>
    (vertices[a.from]?.layer ?? 0) - (vertices[b.from]?.layer ?? 0) ||
    (position[a.from] ?? 0) - (position[b.from] ?? 0) ||
    (position[a.to] ?? 0) - (position[b.to] ?? 0);
  for (const hop of byPriority.flatMap((group) => group.sort(leftFirst))) {
    const { from, to } = hop;
    if (below[from] !== -1 || above[to] !== -1) continue;
    const accepted = straight[vertices[from]?.layer ?? 0] ?? [];
    const crosses = accepted.some(
      (other) =>
        ((position[from] ?? 0) - (position[other.from] ?? 0)) *
          ((position[to] ?? 0) - (position[other.to] ?? 0)) <
        0,
    );
    if (crosses) continue;
    accepted.push(hop);
    below[from] = to;
    above[to] = from;
  }

  const of = new Int32Array(vertices.length).fill(-1);
  const members: number[][] = [];
  for (const { index } of vertices) {
    if (above[index] !== -1) continue;
    const block: number[] = [];
    for (let vertex = index; vertex !== -1; vertex = below[vertex] ?? -1) {
      of[vertex] = members.length;
      block.push(vertex);
    }
    members.push(block);
  }
  return { of, members };
}

function priorityOf(hop: Hop, layered: Layered, position: Int32Array): Priority {
  const { vertices, hops, out, in: into } = layered;
  const from = vertices[hop.from];
  const to = vertices[hop.to];
  if (!from || !to) return -1;
  if (from.kind === 'lane' && to.kind === 'lane') return 0;
  // Errors leave from the side: their way is never under their source.
  if (hop.isCatch && from.kind === 'node') return -1;
  const leaving = (out[hop.from] ?? []).filter((index) => !hops[index]?.isCatch || from.kind !== 'node');
  const arriving = (into[hop.to] ?? []).filter((index) => hop.isCatch || !hops[index]?.isCatch);
  const middleBelow = isMiddle(hop, leaving, (index) => position[hops[index]?.to ?? 0] ?? 0);
  const fromNodes = arriving.filter((index) => vertices[hops[index]?.from ?? 0]?.kind !== 'lane');
  // Where ways come together evenly, those of states count for more than those that pass by.
  const among = arriving.length % 2 === 0 && fromNodes.length > 0 ? fromNodes : arriving;
  const middleAbove = isMiddle(hop, among, (index) => position[hops[index]?.from ?? 0] ?? 0);
  if (!middleBelow || !middleAbove) return -1;
  return leaving.length === 1 && arriving.length === 1 ? 1 : 2;
}

/** Of an odd number of hops the one in the middle; of an even number none, so that the vertex stands between them. */
function isMiddle(hop: Hop, among: readonly number[], place: (hop: number) => number): boolean {
  if (among.length % 2 === 0) return false;
  const sorted = [...among].sort((a, b) => place(a) - place(b));
  return sorted[(sorted.length - 1) / 2] === hop.index;
}
