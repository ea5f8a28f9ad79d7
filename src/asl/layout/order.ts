import { countCrossings } from './crossings';
import type { Layered } from './layers';

const SWEEPS = 8;
/** Vertices moved in all sweeps together: the larger the scope, the fewer sweeps it is worth. */
const MOST_MOVED = 12_000;
/** Two targets of one state out of their rule order are worse than this many crossings. */
const INVERSION = 6;

/**
 * Orders every layer from left to right: first as the states are read (each state's rules in their order,
 * errors last), then better where fewer transitions cross and no rules change places.
 */
export function orderLayers(layered: Layered): void {
  readInOrder(layered);
  const sweeps = Math.min(SWEEPS, Math.floor(MOST_MOVED / layered.vertices.length));
  if (sweeps === 0) return;
  const position = new Int32Array(layered.vertices.length);
  const remember = () => layered.layers.map((layer) => [...layer]);
  let best = remember();
  let bestCost = costOf(layered, position);
  for (let sweep = 0; sweep < sweeps && bestCost > 0; sweep++) {
    sweepOnce(layered, sweep % 2 === 0, position);
    const cost = costOf(layered, position);
    if (cost < bestCost) {
      bestCost = cost;
      best = remember();
    }
  }
  best.forEach((layer, index) => {
    layered.layers[index] = layer;
  });
}

/** Vertices are numbered as the scope is read: the start is the first. */
function readInOrder({ vertices, layers, hops, out }: Layered): void {
  for (const layer of layers) layer.length = 0;
  const seen = new Uint8Array(vertices.length);
  const read = (root: number) => {
    if (seen[root]) return;
    const stack = [{ vertex: root, next: -1 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      if (top.next < 0) {
        top.next = 0;
        if (seen[top.vertex]) {
          stack.pop();
          continue;
        }
        seen[top.vertex] = 1;
        layers[vertices[top.vertex]?.layer ?? 0]?.push(top.vertex);
      }
      const hop = hops[out[top.vertex]?.[top.next++] ?? -1];
      if (!hop) stack.pop();
      else if (!seen[hop.to]) stack.push({ vertex: hop.to, next: -1 });
    }
  };
  for (const { index } of vertices) read(index);
}

function number(layers: readonly (readonly number[])[], position: Int32Array): void {
  for (const layer of layers) for (let i = 0; i < layer.length; i++) position[layer[i] ?? 0] = i;
}

/** Places each vertex at the middle of those it is tied to in the layer before; ties and loose ones stay put. */
function sweepOnce({ layers, hops, out, in: into }: Layered, down: boolean, position: Int32Array): void {
  number(layers, position);
  const middle = new Float64Array(position.length);
  for (let i = 0; i < layers.length; i++) {
    const layer = layers[down ? i : layers.length - 1 - i] ?? [];
    if (layer.length < 2) continue;
    let sorted = true;
    let before = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < layer.length; place++) {
      const vertex = layer[place] ?? 0;
      const ties = (down ? into[vertex] : out[vertex]) ?? [];
      let sum = 0;
      for (const hop of ties) sum += position[(down ? hops[hop]?.from : hops[hop]?.to) ?? 0] ?? 0;
      const wanted = ties.length === 0 ? place : sum / ties.length;
      middle[vertex] = wanted;
      if (wanted < before) sorted = false;
      before = wanted;
    }
    if (sorted) continue;
    layer.sort((a, b) => (middle[a] ?? 0) - (middle[b] ?? 0) || (position[a] ?? 0) - (position[b] ?? 0));
    for (let place = 0; place < layer.length; place++) position[layer[place] ?? 0] = place;
  }
}

function costOf(layered: Layered, position: Int32Array): number {
  number(layered.layers, position);
  return countCrossings(layered, position) + INVERSION * countInversions(layered, position);
}

/** Neighbouring targets of one vertex that stand in another order than they are read. */
function countInversions({ out, hops }: Layered, position: Int32Array): number {
  let count = 0;
  for (const leaving of out) {
    for (let i = 1; i < leaving.length; i++) {
      const left = position[hops[leaving[i - 1] ?? 0]?.to ?? 0] ?? 0;
      const right = position[hops[leaving[i] ?? 0]?.to ?? 0] ?? 0;
      if (left > right) count++;
    }
  }
  return count;
}
