import type { Layered } from './layers';

const OUTSIDE = 22;
const BESIDE = 14;

/**
 * The x of the way up of every link that leads back: outside of all it passes, on the nearer side, short
 * loops inside long ones. 0 for links that lead down.
 */
export function placeBackLanes(layered: Layered, middle: Float64Array): readonly number[] {
  const { vertices, layers, links, ways, back } = layered;
  const x = links.map(() => 0);
  if (!back.includes(true)) return x;
  const edges = layers.map((layer) => {
    let left = Number.POSITIVE_INFINITY;
    let right = Number.NEGATIVE_INFINITY;
    for (const index of layer) {
      const half = (vertices[index]?.width ?? 0) / 2;
      left = Math.min(left, (middle[index] ?? 0) - half);
      right = Math.max(right, (middle[index] ?? 0) + half);
    }
    return { left, right };
  });
  const spans = links.flatMap(({ to }, link) => {
    if (!back[link]) return [];
    const source = ways[link]?.at(-1) ?? 0;
    const layerOf = (vertex: number) => vertices[vertex]?.layer ?? 0;
    const top = Math.min(layerOf(to), layerOf(source));
    const bottom = Math.max(layerOf(to), layerOf(source));
    const passed = edges.slice(top, bottom + 1);
    const left = Math.min(...passed.map((edge) => edge.left));
    const right = Math.max(...passed.map((edge) => edge.right));
    const both = (middle[to] ?? 0) + (middle[source] ?? 0);
    return [{ link, source, top, bottom, onRight: 2 * right - both < both - 2 * left }];
  });
  spans.sort(
    (a, b) =>
      a.bottom - a.top - (b.bottom - b.top) ||
      a.top - b.top ||
      (middle[a.source] ?? 0) - (middle[b.source] ?? 0) ||
      a.link - b.link,
  );
  const placed: (typeof spans)[number][] = [];
  for (const span of spans) {
    const passed = edges.slice(span.top, span.bottom + 1);
    const beside = placed.filter(
      ({ top, bottom, onRight }) => onRight === span.onRight && top <= span.bottom && span.top <= bottom,
    );
    x[span.link] = span.onRight
      ? Math.max(
          ...passed.map(({ right }) => right + OUTSIDE + 2 * BESIDE),
          ...beside.map(({ link }) => (x[link] ?? 0) + BESIDE),
        )
      : Math.min(
          ...passed.map(({ left }) => left - OUTSIDE),
          ...beside.map(({ link }) => (x[link] ?? 0) - BESIDE),
        );
    placed.push(span);
  }
  return x;
}
