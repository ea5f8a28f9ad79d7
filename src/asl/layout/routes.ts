import { type Channels, netIn, netOut, netTo } from './channels';
import type { Layered } from './layers';
import type { Point } from './layout.types';
import { withoutStraightPoints } from './path';
import type { Port } from './ports';
import type { Rows } from './rows';

export interface Placed {
  readonly layered: Layered;
  readonly middle: Float64Array;
  readonly ports: readonly Port[];
  readonly backLaneX: readonly number[];
  readonly channels: Channels;
  readonly rows: Rows;
}

/** The way points of a link: along its ports, tracks and lanes, corners only where it turns. */
export function routeOf(link: number, placed: Placed): readonly Point[] {
  const { layered, middle, ports, backLaneX, channels, rows } = placed;
  const { vertices, links, ways, back } = layered;
  const way = ways[link] ?? [];
  const { from = 0, to = 0, isCatch = false } = links[link] ?? {};
  const source = vertices[from];
  const target = vertices[to];
  const port = ports[link];
  if (!source || !target || !port) return [];
  const topOf = (vertex: number) => rows.top[vertices[vertex]?.layer ?? 0] ?? 0;
  const trackOf = (channel: number, net: string) =>
    rows.trackY(channel, channels.list[channel]?.nets.get(net)?.track ?? 0);

  const points: Point[] = [];
  if (port.side) {
    const y = topOf(from) + source.height / 2;
    points.push({ x: (middle[from] ?? 0) + source.width / 2, y }, { x: port.x, y });
  } else points.push({ x: port.x, y: topOf(from) + source.height });

  let x = port.x;
  for (let i = 1; i < way.length; i++) {
    const next = way[i] ?? 0;
    const nextX = middle[next] ?? 0;
    if (Math.abs(nextX - x) > 0.5) {
      const y = trackOf(vertices[next]?.layer ?? 0, netTo(next, isCatch));
      points.push({ x, y }, { x: nextX, y });
      x = nextX;
    }
  }
  const targetX = middle[to] ?? 0;
  if (back[link]) {
    const lane = backLaneX[link] ?? 0;
    const low = trackOf((vertices[way.at(-1) ?? 0]?.layer ?? 0) + 1, netOut(link));
    const high = trackOf(target.layer, netIn(link));
    points.push({ x, y: low }, { x: lane, y: low }, { x: lane, y: high }, { x: targetX, y: high });
  }
  // A way that is straight but for a fraction of a pixel ends where it runs.
  const endX = !back[link] && Math.abs(targetX - x) <= 0.5 ? x : targetX;
  points.push({ x: endX, y: topOf(to) });
  return withoutStraightPoints(points);
}
