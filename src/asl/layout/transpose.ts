import type { Box, EdgeRoute, Offsets } from './layout.types';
import type { Size } from './sizes';

/** From top-down to left-to-right and back: the axes change places. */
export const transposeSize = ({ width, height }: Size): Size => ({ width: height, height: width });

export const transposeBox = ({ x, y, width, height }: Box): Box => ({
  x: y,
  y: x,
  width: height,
  height: width,
});

export const transposeRoute = (route: EdgeRoute): EdgeRoute => ({
  ...route,
  points: route.points.map(({ x, y }) => ({ x: y, y: x })),
  ...(route.label ? { label: transposeBox(route.label) } : {}),
});

export const transposeOffsets = (offsets: Offsets): Offsets =>
  new Map([...offsets].map(([id, { x, y }]) => [id, { x: y, y: x }]));
