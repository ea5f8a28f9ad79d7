import type { Layered } from './layers';

const MOST_SPREAD = 44;
const MARGIN = 28;
/** How far beside a node its first error goes down. */
export const SIDE_STUB = 14;
const SIDE_STEP = 8;

/** Where a hop leaves its source: under it, or at its right side for errors. */
export interface Port {
  readonly x: number;
  /** Errors: from the side's middle out to `x`, then down. */
  readonly side: boolean;
}

/**
 * The x of every link's way out of its source. Ways out stand side by side under the state, in the order of
 * where they lead to, so that they do not cross at once; errors leave from the right.
 */
export function placePorts(
  layered: Layered,
  middle: Float64Array,
  backLaneX: readonly number[],
): readonly Port[] {
  const { vertices, links, ways } = layered;
  const bySource = new Map<number, number[]>();
  links.forEach(({ from }, link) => {
    const leaving = bySource.get(from);
    if (leaving) leaving.push(link);
    else bySource.set(from, [link]);
  });
  const ports: Port[] = links.map(() => ({ x: 0, side: false }));
  for (const [source, leaving] of bySource) {
    const { width = 0 } = vertices[source] ?? {};
    const centre = middle[source] ?? 0;
    const goal = (link: number) => {
      const next = ways[link]?.[1];
      return next === undefined ? (backLaneX[link] ?? centre) : (middle[next] ?? centre);
    };
    const under = leaving.filter((link) => !links[link]?.isCatch).sort((a, b) => goal(a) - goal(b) || a - b);
    const step = under.length < 2 ? 0 : Math.min(MOST_SPREAD, (width - 2 * MARGIN) / (under.length - 1));
    under.forEach((link, index) => {
      ports[link] = { x: centre + (index - (under.length - 1) / 2) * Math.max(0, step), side: false };
    });
    const errors = leaving.filter((link) => links[link]?.isCatch);
    errors.forEach((link, index) => {
      const stub = centre + width / 2 + SIDE_STUB + Math.min(index, 2) * SIDE_STEP;
      const far = centre + width / 2 + SIDE_STUB + 2 * SIDE_STEP;
      // Straight down where the first stop stands near enough.
      const x = goal(link) > stub && goal(link) <= far ? goal(link) : stub;
      ports[link] = { x, side: true };
    });
  }
  return ports;
}
