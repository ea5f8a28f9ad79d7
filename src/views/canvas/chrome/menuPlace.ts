import type { Point } from '../../../asl';
import type { Size } from '../../parts';

/** Pixels. */
const WIDTH = 176;
const ROW = 30;
const FRAME = 10;
/** Between the point and the menu. */
export const GAP = 18;
/** Between the menu and the canvas's border. */
const MARGIN = 8;

export interface MenuPlace extends Size {
  readonly left: number;
  readonly top: number;
}

/** Beside a point, and wholly inside the canvas; a long menu scrolls. */
export function menuPlace(at: Point, rows: number, canvas: Size): MenuPlace {
  return placeBeside(at, { width: WIDTH, height: rows * ROW + FRAME }, canvas);
}

/** A box beside a point, to the right where there is room, and wholly inside an area that begins at the origin. */
export function placeBeside(at: Point, { width, height: wanted }: Size, area: Size): MenuPlace {
  const height = Math.min(wanted, area.height - 2 * MARGIN);
  const right = at.x + GAP;
  const fitsRight = right + width + MARGIN <= area.width;
  const left = fitsRight ? right : Math.max(MARGIN, at.x - GAP - width);
  const top = Math.max(MARGIN, Math.min(at.y - height / 2, area.height - height - MARGIN));
  return { left, top, width, height };
}
