import type { Point } from '../../../asl';
import type { Size } from '../geometry/viewport';

/** Pixels. */
const WIDTH = 176;
const ROW = 30;
const FRAME = 10;
/** Between the point and the menu, and between the menu and the canvas's border. */
const GAP = 18;
const MARGIN = 8;

export interface MenuPlace extends Size {
  readonly left: number;
  readonly top: number;
}

/** Beside a point, to the right where there is room, and wholly inside the canvas; a long menu scrolls. */
export function menuPlace(at: Point, rows: number, canvas: Size): MenuPlace {
  const height = Math.min(rows * ROW + FRAME, canvas.height - 2 * MARGIN);
  const right = at.x + GAP;
  const fitsRight = right + WIDTH + MARGIN <= canvas.width;
  const left = fitsRight ? right : Math.max(MARGIN, at.x - GAP - WIDTH);
  const top = Math.max(MARGIN, Math.min(at.y - height / 2, canvas.height - height - MARGIN));
  return { left, top, width: WIDTH, height };
}
