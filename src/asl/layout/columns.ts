import type { Blocks } from './blocks';
import type { Layered, Vertex } from './layers';
import { SIDE_STUB } from './ports';

const ROUNDS = 12;
const NODE_GAP = 44;
const LANE_GAP = 18;
const LABEL_GAP = 14;
/** Left of a node a lane may come nearer: nothing leaves a node there. */
const LANE_BEFORE_NODE = 24;

/** Free space between two neighbours of a layer. Room beside a node that errors leave from is part of its gap. */
function gapBetween(left: Vertex, right: Vertex): number {
  if (left.kind === 'node' && right.kind === 'node') return NODE_GAP;
  if (left.kind === 'label' && right.kind === 'label') return LABEL_GAP;
  if (left.kind === 'node') return NODE_GAP;
  return right.kind === 'node' ? LANE_BEFORE_NODE : LANE_GAP;
}

/** The middle of each vertex on the x axis; a block has one. Neighbours keep their gap, ties are kept short. */
export function placeColumns(layered: Layered, blocks: Blocks): Float64Array {
  const { before, after, order } = neighbours(layered, blocks);
  const ties = tiesOf(layered, blocks);
  const x = new Float64Array(blocks.members.length);
  for (const block of order) {
    for (const { block: other, distance } of after[block] ?? []) {
      x[other] = Math.max(x[other] ?? 0, (x[block] ?? 0) + distance);
    }
  }

  const backwards = [...order].reverse();
  for (let round = 0; round < ROUNDS; round++) {
    for (const block of round % 2 === 0 ? backwards : order) {
      const wanted = wantedPlace(ties[block] ?? [], x);
      if (wanted === undefined) continue;
      let least = Number.NEGATIVE_INFINITY;
      let most = Number.POSITIVE_INFINITY;
      for (const { block: other, distance } of before[block] ?? []) {
        least = Math.max(least, (x[other] ?? 0) + distance);
      }
      for (const { block: other, distance } of after[block] ?? []) {
        most = Math.min(most, (x[other] ?? 0) - distance);
      }
      x[block] = Math.round(Math.max(least, Math.min(most, wanted)));
    }
  }
  const middle = new Float64Array(layered.vertices.length);
  for (let vertex = 0; vertex < middle.length; vertex++) middle[vertex] = x[blocks.of[vertex] ?? 0] ?? 0;
  return middle;
}

interface Neighbour {
  readonly block: number;
  readonly distance: number;
}

/** Blocks that stand side by side in some layer, and an order in which every block comes after those left of it. */
function neighbours({ layers, vertices }: Layered, { of, members }: Blocks) {
  const before: Neighbour[][] = members.map(() => []);
  const after: Neighbour[][] = members.map(() => []);
  const waiting = new Int32Array(members.length);
  for (const layer of layers) {
    for (let i = 1; i < layer.length; i++) {
      const left = vertices[layer[i - 1] ?? 0];
      const right = vertices[layer[i] ?? 0];
      if (!left || !right) continue;
      const distance = (left.width + right.width) / 2 + gapBetween(left, right);
      const leftBlock = of[left.index] ?? 0;
      const rightBlock = of[right.index] ?? 0;
      after[leftBlock]?.push({ block: rightBlock, distance });
      before[rightBlock]?.push({ block: leftBlock, distance });
      waiting[rightBlock] = (waiting[rightBlock] ?? 0) + 1;
    }
  }
  const order = members.flatMap((_, block) => (waiting[block] === 0 ? [block] : []));
  for (let i = 0; i < order.length; i++) {
    for (const { block } of after[order[i] ?? 0] ?? []) {
      waiting[block] = (waiting[block] ?? 0) - 1;
      if (waiting[block] === 0) order.push(block);
    }
  }
  return { before, after, order };
}

interface Tie {
  readonly block: number;
  readonly weight: number;
  /** Where it pulls, beside the other block's middle. */
  readonly offset: number;
}

function tiesOf({ vertices, hops }: Layered, { of, members }: Blocks): readonly (readonly Tie[])[] {
  const ties: Tie[][] = members.map(() => []);
  for (const { from, to, isCatch } of hops) {
    const [a, b] = [of[from] ?? 0, of[to] ?? 0];
    if (a === b) continue;
    const source = vertices[from];
    const fromSide = isCatch && source?.kind === 'node';
    const offset = fromSide ? source.width / 2 + SIDE_STUB : 0;
    ties[b]?.push({ block: a, weight: fromSide ? 4 : 1, offset });
    // Errors hang on their state; they do not pull it aside.
    if (!isCatch) ties[a]?.push({ block: b, weight: 1, offset: 0 });
  }
  return ties;
}

function wantedPlace(ties: readonly Tie[], x: Float64Array): number | undefined {
  if (ties.length === 0) return undefined;
  let sum = 0;
  let weights = 0;
  for (const { block, weight, offset } of ties) {
    sum += weight * ((x[block] ?? 0) + offset);
    weights += weight;
  }
  return sum / weights;
}
