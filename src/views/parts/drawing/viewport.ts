import type { Box } from '../../../asl';

/** As React Flow's: a canvas point `p` stands at `p * zoom + (x, y)` on the screen. */
export interface CanvasViewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

export const MIN_ZOOM = 0.1;
export const MAX_ZOOM = 2;

/** Pixels left free around the drawing. */
const MARGIN = 36;
/** Below this zoom names cannot be read: a first look then begins at the start, at a size that can. */
const LEAST_READABLE = 0.5;
const WELL_READABLE = 0.7;

/** Shows all of the drawing, centred, at most at 100 %. */
export function fitAll(content: Box, screen: Size): CanvasViewport {
  const zoom = clampZoom(
    Math.min(1, (screen.width - 2 * MARGIN) / content.width, (screen.height - 2 * MARGIN) / content.height),
  );
  return {
    zoom,
    x: (screen.width - content.width * zoom) / 2 - content.x * zoom,
    y: (screen.height - content.height * zoom) / 2 - content.y * zoom,
  };
}

/** Shows all of some boxes, centred, at most at 100 %. */
export function fitBoxes(boxes: readonly Box[], screen: Size): CanvasViewport {
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return fitAll({ x: left, y: top, width: right - left, height: bottom - top }, screen);
}

/** The first view of a drawing: all of it where it can be read, else its beginning at a readable size. */
export function fitToRead(content: Box, screen: Size, start: Box | undefined): CanvasViewport {
  const all = fitAll(content, screen);
  if (all.zoom >= LEAST_READABLE || !start) return all;
  const zoom = WELL_READABLE;
  return {
    zoom,
    x:
      along(content.width * zoom, screen.width, (start.x + start.width / 2 - content.x) * zoom) -
      content.x * zoom,
    y:
      along(content.height * zoom, screen.height, (start.y + start.height / 2 - content.y) * zoom) -
      content.y * zoom,
  };
}

/** The least pan that brings a box into view; the same viewport when it is in view. */
export function panToShow(viewport: CanvasViewport, screen: Size, box: Box): CanvasViewport {
  const { zoom } = viewport;
  return {
    zoom,
    x: viewport.x + shift(box.x * zoom + viewport.x, box.width * zoom, screen.width),
    y: viewport.y + shift(box.y * zoom + viewport.y, box.height * zoom, screen.height),
  };
}

export function clampZoom(zoom: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
}

/** Centred when it fits; else as far to its beginning as keeps `focus` no further than the middle. */
function along(content: number, screen: number, focus: number): number {
  if (content + 2 * MARGIN <= screen) return (screen - content) / 2;
  const least = screen - MARGIN - content;
  return Math.max(least, Math.min(MARGIN, screen / 2 - focus));
}

/** How far to move so that [start, start + length] lies inside the screen; a longer one shows its beginning. */
function shift(start: number, length: number, screen: number): number {
  if (length + 2 * MARGIN > screen)
    return start >= MARGIN && start < screen - 3 * MARGIN ? 0 : MARGIN - start;
  if (start < MARGIN) return MARGIN - start;
  const overhang = start + length - (screen - MARGIN);
  return overhang > 0 ? -overhang : 0;
}
