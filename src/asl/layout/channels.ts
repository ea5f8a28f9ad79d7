import type { Layered } from './layers';
import type { Port } from './ports';

const TRACK = 12;
/** Nets in one channel above which their order is not improved: comparing them pairwise would take too long. */
const MOST_COMPARED = 60;
/** Two lines on top of each other are worse than any number of crossings. */
const OVERLAP = 1000;
const SAME = 5;

/** One horizontal line of a channel and the verticals that hang on it. Ways to one target share their net. */
interface Net {
  readonly up: number[];
  readonly down: number[];
  left: number;
  right: number;
  track: number;
}

/** The space between two layers. */
export interface Channel {
  readonly nets: ReadonlyMap<string, Net>;
  readonly tracks: number;
}

export interface Channels {
  /** Channel `i` lies above layer `i`; the last one under the last layer. */
  readonly list: readonly Channel[];
}

export const TRACK_HEIGHT = TRACK;

/** Names of nets, for `routes.ts` to find their track again. */
export const netTo = (vertex: number, isCatch: boolean): string => `to ${vertex} ${isCatch}`;
export const netOut = (link: number): string => `out ${link}`;
export const netIn = (link: number): string => `in ${link}`;

const EMPTY: Channel = { nets: new Map(), tracks: 0 };

/** Gives every horizontal step a track in its channel, so that no two lines lie on each other and few cross. */
export function assignTracks(
  layered: Layered,
  middle: Float64Array,
  ports: readonly Port[],
  backLaneX: readonly number[],
): Channels {
  const { vertices, layers, links, ways, back } = layered;
  const nets: (Map<string, Net> | undefined)[] = new Array(layers.length + 1).fill(undefined);
  const join = (channel: number, name: string, up: readonly number[], down: readonly number[]) => {
    const at = nets[channel] ?? new Map<string, Net>();
    nets[channel] = at;
    const net = at.get(name) ?? { up: [], down: [], left: Infinity, right: -Infinity, track: 0 };
    at.set(name, net);
    net.up.push(...up);
    net.down.push(...down);
    for (const x of [...up, ...down]) {
      net.left = Math.min(net.left, x);
      net.right = Math.max(net.right, x);
    }
  };

  links.forEach(({ to, isCatch }, link) => {
    const way = ways[link] ?? [];
    for (let i = 0; i + 1 < way.length; i++) {
      const [from, next] = [way[i] ?? 0, way[i + 1] ?? 0];
      const sx = i === 0 ? (ports[link]?.x ?? 0) : (middle[from] ?? 0);
      const tx = middle[next] ?? 0;
      if (Math.abs(sx - tx) > 0.5) join((vertices[from]?.layer ?? 0) + 1, netTo(next, isCatch), [sx], [tx]);
    }
    if (!back[link]) return;
    const last = way.at(-1) ?? 0;
    const sx = way.length === 1 ? (ports[link]?.x ?? 0) : (middle[last] ?? 0);
    const lane = backLaneX[link] ?? 0;
    join((vertices[last]?.layer ?? 0) + 1, netOut(link), [sx, lane], []);
    join(vertices[to]?.layer ?? 0, netIn(link), [], [lane, middle[to] ?? 0]);
  });
  return { list: nets.map((at) => (at ? { nets: at, tracks: order([...at.values()]) } : EMPTY)) };
}

/** Sets the track of every net, from the top. @returns how many tracks are in use */
function order(nets: readonly Net[]): number {
  const sorted = [...nets].sort((a, b) => a.left - b.left || a.right - b.right);
  const placed = sorted.length > MOST_COMPARED ? sorted : improve(sorted);
  let tracks = 0;
  placed.forEach((net, index) => {
    for (let i = 0; i < index; i++) {
      const other = placed[i];
      if (other && overlap(net, other)) net.track = Math.max(net.track, other.track + 1);
    }
    tracks = Math.max(tracks, net.track + 1);
  });
  return tracks;
}

const overlap = (a: Net, b: Net): boolean => a.left < b.right + SAME && b.left < a.right + SAME;

/** Inserts one net after another where it costs least against those already there. */
function improve(nets: readonly Net[]): readonly Net[] {
  const placed: Net[] = [];
  for (const net of nets) {
    let cost = 0;
    for (const other of placed) cost += costOf(net, other);
    let best = 0;
    let bestCost = cost;
    placed.forEach((other, index) => {
      cost += costOf(other, net) - costOf(net, other);
      if (cost < bestCost) {
        bestCost = cost;
        best = index + 1;
      }
    });
    placed.splice(best, 0, net);
  }
  return placed;
}

/** What it costs to put `upper` above `lower`. */
function costOf(upper: Net, lower: Net): number {
  if (!overlap(upper, lower)) return 0;
  let cost = 0;
  for (const x of lower.up) {
    if (x > upper.left && x < upper.right) cost++;
    for (const y of upper.down) if (Math.abs(x - y) < SAME) cost += OVERLAP;
  }
  for (const x of upper.down) if (x > lower.left && x < lower.right) cost++;
  return cost;
}
