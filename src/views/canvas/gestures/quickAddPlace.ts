import type { Box, Point } from '../../../asl';
import type { AddTarget } from '../model/addTarget';
import { transitionSource } from '../model/connection';
import { plusPoint } from '../model/insertion';
import type { CanvasSurface } from './interaction';

/** Where the popover is asked for by key: at what it adds to, else at the top of the canvas; in client pixels, on the canvas. */
export function quickAddPlace(surface: CanvasSurface, target: AddTarget): Point {
  const area = surface.area();
  const point = drawnAt(surface, target);
  return point ? inside(area, surface.toClient(point)) : { x: area.x + area.width / 2, y: area.y + TOP };
}

/** Pixels below the canvas's upper border. */
const TOP = 48;

/** In canvas pixels. */
function drawnAt({ index, layout }: CanvasSurface, target: AddTarget): Point | undefined {
  if (target.kind === 'scope') return undefined;
  const route = layout.edges[target.transition];
  if (route) return plusPoint(route);
  const source = transitionSource(index, target.transition);
  const box = source && layout.nodes[source.id];
  return box && { x: box.x + box.width / 2, y: box.y + box.height };
}

const inside = ({ x, y, width, height }: Box, point: Point): Point => ({
  x: Math.max(x, Math.min(point.x, x + width)),
  y: Math.max(y, Math.min(point.y, y + height)),
});
