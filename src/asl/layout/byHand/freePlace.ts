import type { Box } from '../layout.types';

/** Pixels between boxes that somebody placed: room for a transition to pass. */
const GAP = 24;
const MOST_TRIES = 200;

const covers = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + GAP &&
  b.x < a.x + a.width + GAP &&
  a.y < b.y + b.height + GAP &&
  b.y < a.y + a.height + GAP;

/** The place nearest to the wished one where a box covers no other: beside, under or over what is in its way. */
export function freePlace(wished: Box, others: readonly Box[]): Box {
  const tried = new Set<string>();
  let open = [wished];
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const [box, ...rest] = open;
    if (!box) break;
    open = rest;
    const inTheWay = others.find((other) => covers(box, other));
    if (!inTheWay) return box;
    for (const next of besides(box, inTheWay)) {
      const key = `${next.x} ${next.y}`;
      if (tried.has(key)) continue;
      tried.add(key);
      open.push(next);
    }
    open.sort((a, b) => far(a, wished) - far(b, wished));
  }
  const right = Math.max(...others.map(({ x, width }) => x + width));
  return { ...wished, x: right + GAP };
}

function besides(box: Box, other: Box): readonly Box[] {
  return [
    { ...box, y: other.y + other.height + GAP },
    { ...box, y: other.y - box.height - GAP },
    { ...box, x: other.x + other.width + GAP },
    { ...box, x: other.x - box.width - GAP },
  ];
}

const far = (a: Box, b: Box): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
