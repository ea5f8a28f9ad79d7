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

/** As far out as cards are drawn one by one; a view that can draw all at once goes further (`leastZoom`). */
export const MIN_ZOOM = 0.1;
export const MAX_ZOOM = 2;

/** Pixels left free around the drawing. */
const MARGIN = 36;
/** Below this zoom names cannot be read: a first look then begins at the start, at a size that can. */
const LEAST_READABLE = 0.5;
const WELL_READABLE = 0.7;

/** How far out the view goes: as far as all of the drawing takes, however large it is. Where the screen has no room there is no such zoom. */
export function leastZoom(content: Box, screen: Size): number {
  const all = zoomOfAll(content, screen);
  return all > 0 ? Math.min(MIN_ZOOM, all) : MIN_ZOOM;
}

/** Shows all of the drawing, centred, at most at 100 %. @param least as far out as the view goes */
export function fitAll(content: Box, screen: Size, least = MIN_ZOOM): CanvasViewport {
  const zoom = Math.max(least, Math.min(1, zoomOfAll(content, screen)));
  return {
    zoom,
    x: (screen.width - content.width * zoom) / 2 - content.x * zoom,
    y: (screen.height - content.height * zoom) / 2 - content.y * zoom,
  };
}

/** Shows all of some boxes, centred, at most at 100 %. */
export function fitBoxes(boxes: readonly Box[], screen: Size, least = MIN_ZOOM): CanvasViewport {
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return fitAll({ x: left, y: top, width: right - left, height: bottom - top }, screen, least);
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

/** The viewport of numbers that were kept; undefined when nothing of the drawing is to be seen there. */
export function fromPlace(
  [x = 0, y = 0, zoom = 0]: readonly number[],
  content: Box,
  screen: Size,
): CanvasViewport | undefined {
  const isSeen = (at: number, start: number, length: number, room: number) =>
    start * zoom + at < room && (start + length) * zoom + at > 0;
  return zoom > 0 &&
    zoom <= MAX_ZOOM &&
    isSeen(x, content.x, content.width, screen.width) &&
    isSeen(y, content.y, content.height, screen.height)
    ? { x, y, zoom }
    : undefined;
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

export function clampZoom(zoom: number, least = MIN_ZOOM): number {
  return Math.min(MAX_ZOOM, Math.max(least, zoom));
}

/** The zoom at which all of the drawing is in sight with its margins. */
function zoomOfAll(content: Box, screen: Size): number {
  return Math.min((screen.width - 2 * MARGIN) / content.width, (screen.height - 2 * MARGIN) / content.height);
}

/** A box in the middle, at a size that can be read. */
export function readBox(box: Box, screen: Size): CanvasViewport {
  const zoom = WELL_READABLE;
  return {
    zoom,
    x: screen.width / 2 - (box.x + box.width / 2) * zoom,
    y: screen.height / 2 - (box.y + box.height / 2) * zoom,
  };
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
