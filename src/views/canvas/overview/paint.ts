import { type Box, SIZES } from '../../../asl';
import type { Size } from '../../parts';
import type { LineTone, Marks, StateMark, Tone } from './marks';
import type { Palette } from './palette';
import type { Line, Picture, StateSpot } from './picture';
import { seenSize } from './seenSize';

/** A point of the drawing stands at `point * zoom + (x, y)` on the screen. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** A place on the screen, in pixels. */
type Place = Box;

export interface Scene {
  readonly picture: Picture;
  readonly marks: Marks;
  readonly viewport: Viewport;
  readonly size: Size;
}

/** Of many states in one pixel the one that matters most is drawn last. */
const ORDER: readonly Tone[] = ['idle', 'succeeded', 'aborted', 'caught', 'running', 'failed'];
const LINE_ORDER: readonly LineTone[] = ['notTaken', 'idle', 'catch', 'taken', 'active', 'held'];
const WIDE: readonly LineTone[] = ['taken', 'active', 'held'];

/** From this height on a card has a border, a ground and its type's colour; below it is a patch. */
const CARD = 5;
/** What must not be overlooked is at least so large. */
const SEEN = 6;
const MARKED = 9;
/** A line in hand that is shorter than this is ringed. */
const HELD = 24;
/** A line shorter than this says nothing that the states it joins do not. */
const SHORT = 3;
/** From this size on a container's frame has room for its name. */
const NAMED = { width: 96, height: 44 };

/** Draws what is in sight of a workflow seen from afar. All sizes that are not of the drawing are pixels of the screen. */
export function paint(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  const { picture, marks, size } = scene;
  const { width, height } = size;
  context.clearRect(0, 0, width, height);
  picture.containers.forEach((spot, at) => {
    paintContainer(context, scene, palette, spot, marks.containers[at]);
  });
  paintLines(context, scene, palette);
  paintEnds(context, scene, palette);
  paintStates(context, scene, palette);
  paintNames(context, scene, palette);
  paintSignals(context, scene, palette);
}

/** Where a box of the drawing is seen; undefined out of sight. */
export function placeOf({ viewport, size, picture }: Scene, box: Box, least = 0): Place | undefined {
  const { zoom, x, y } = viewport;
  const seen = seenSize(box, zoom, picture.bounds);
  const width = Math.max(seen.width, least);
  const height = Math.max(seen.height, least);
  const left = (box.x + box.width / 2) * zoom + x - width / 2;
  const top = (box.y + box.height / 2) * zoom + y - height / 2;
  const inSight = left < size.width && top < size.height && left + width > 0 && top + height > 0;
  return inSight ? { x: left, y: top, width, height } : undefined;
}

function paintContainer(
  context: CanvasRenderingContext2D,
  scene: Scene,
  palette: Palette,
  { box, node }: StateSpot,
  mark: StateMark | undefined,
): void {
  const place = placeOf(scene, box, 2);
  if (!place) return;
  const tone = mark?.tone ?? 'idle';
  const header = Math.min(place.height, Math.max(2, SIZES.containerHeader * scene.viewport.zoom));
  context.fillStyle = palette.container;
  rounded(context, place, 12 * scene.viewport.zoom);
  context.fill();
  context.strokeStyle = tone === 'idle' ? palette.containerBorder : palette.border[tone];
  context.lineWidth = tone === 'idle' ? 1 : 1.5;
  context.setLineDash(node.type === 'Map' ? [] : [3, 2]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = mark?.faint ? 0.25 : 0.6;
  context.fillStyle = palette.types[node.type ?? 'untyped'];
  context.fillRect(place.x, place.y, place.width, header);
  context.globalAlpha = 1;
}

function paintLines(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  const { picture, marks, viewport, size } = scene;
  const { zoom, x, y } = viewport;
  for (const tone of LINE_ORDER) {
    const wide = WIDE.includes(tone);
    const drawn = picture.lines.filter(
      (line, at) => (marks.lines[at] ?? 'idle') === tone && isSeen(line, viewport, size, wide ? 0 : SHORT),
    );
    if (drawn.length === 0) continue;
    context.beginPath();
    for (const { points } of drawn) {
      points.forEach((point, at) => {
        if (at === 0) context.moveTo(point.x * zoom + x, point.y * zoom + y);
        else context.lineTo(point.x * zoom + x, point.y * zoom + y);
      });
    }
    context.strokeStyle = palette.lines[tone];
    context.globalAlpha = tone === 'notTaken' ? 0.35 : wide ? 1 : 0.75;
    context.lineWidth = tone === 'active' || tone === 'held' ? 2.5 : tone === 'taken' ? 1.5 : 1;
    context.stroke();
  }
  context.globalAlpha = 1;
}

function isSeen({ bounds }: Line, { zoom, x, y }: Viewport, size: Size, least: number): boolean {
  const left = bounds.x * zoom + x;
  const top = bounds.y * zoom + y;
  return (
    Math.max(bounds.width, bounds.height) * zoom >= least &&
    left <= size.width &&
    top <= size.height &&
    left + bounds.width * zoom >= 0 &&
    top + bounds.height * zoom >= 0
  );
}

function paintEnds(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  for (const { box, kind, inner } of scene.picture.others) {
    const place = placeOf(scene, box, inner ? 0 : SEEN);
    if (!place) continue;
    context.fillStyle = kind === 'missing' ? palette.error : inner ? palette.lines.idle : palette.pseudo;
    context.beginPath();
    if (kind === 'missing') context.rect(place.x, place.y, place.width, place.height);
    else {
      const { x, y, width, height } = place;
      context.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
    }
    context.fill();
  }
}

function paintStates(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  const { picture, marks, viewport } = scene;
  const asCards = SIZES.state.height * viewport.zoom >= CARD;
  for (const tone of ORDER) {
    picture.states.forEach(({ box, node }, at) => {
      const mark = marks.states[at];
      if ((mark?.tone ?? 'idle') !== tone) return;
      const place = placeOf(scene, box, tone === 'running' || tone === 'failed' ? SEEN : 0);
      if (!place) return;
      context.globalAlpha = mark?.faint ? 0.4 : 1;
      if (asCards) {
        context.fillStyle = palette.surface[tone];
        context.strokeStyle = palette.border[tone];
        context.lineWidth = tone === 'idle' ? 1 : 1.5;
        rounded(context, place, 10 * viewport.zoom);
        context.fill();
        context.stroke();
        const side = place.height * 0.5;
        context.fillStyle = palette.types[node.type ?? 'untyped'];
        context.fillRect(place.x + side / 2, place.y + side / 2, side, side);
      } else {
        context.fillStyle = palette.border[tone];
        context.fillRect(place.x, place.y, place.width, place.height);
      }
    });
  }
  context.globalAlpha = 1;
}

/** A frame's name stands on its upper border, so that it hides little of the inside. */
function paintNames(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  context.font = palette.font;
  context.textBaseline = 'middle';
  for (const { box, node } of scene.picture.containers) {
    const place = placeOf(scene, box);
    if (!place || place.width < NAMED.width || place.height < NAMED.height) continue;
    const room = place.width - 24;
    const width = Math.min(room, context.measureText(node.name).width);
    context.fillStyle = palette.label;
    rounded(context, { x: place.x + 6, y: place.y - 8, width: width + 12, height: 16 }, 4);
    context.fill();
    context.strokeStyle = palette.containerBorder;
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = palette.text;
    context.fillText(node.name, place.x + 12, place.y + 0.5, room);
  }
}

/** Problems, breakpoints, the selection and where the run stands: as large however far off. */
function paintSignals(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  const { picture, marks } = scene;
  const signals = (spots: readonly StateSpot[], of: readonly StateMark[], severity: 'warning' | 'error') =>
    spots.forEach(({ box }, at) => {
      const mark = of[at];
      if (mark?.problem !== severity) return;
      const place = placeOf(scene, box);
      if (place) dot(context, place.x + place.width, place.y, palette[severity], palette);
    });
  for (const severity of ['warning', 'error'] as const) {
    signals(picture.containers, marks.containers, severity);
    signals(picture.states, marks.states, severity);
  }
  const breakpoints = (spots: readonly StateSpot[], of: readonly StateMark[]) =>
    spots.forEach(({ box }, at) => {
      const stop = of[at]?.breakpoint;
      const place = stop && placeOf(scene, box);
      if (place) dot(context, place.x, place.y, palette.error, palette, stop === 'off');
    });
  breakpoints(picture.containers, marks.containers);
  breakpoints(picture.states, marks.states);
  const boxes = (isMeant: (spot: StateSpot) => boolean) =>
    [...picture.containers, ...picture.states].filter(isMeant).map(({ box }) => box);
  if (marks.selected.size > 0)
    rings(
      context,
      scene,
      boxes(({ node }) => marks.selected.has(node.id)),
      palette.selected,
    );
  if (marks.here !== undefined)
    rings(
      context,
      scene,
      boxes(({ node }) => node.id === marks.here),
      palette.here,
    );
  // A line that a gesture has in hand may be shorter than a pixel.
  const held = picture.lines.filter(
    ({ bounds }, at) =>
      marks.lines[at] === 'held' && Math.max(bounds.width, bounds.height) * scene.viewport.zoom < HELD,
  );
  rings(
    context,
    scene,
    held.map(({ bounds }) => bounds),
    palette.lines.held,
  );
}

/** However many, two strokes: thousands may be selected while the view moves. */
function rings(context: CanvasRenderingContext2D, scene: Scene, boxes: readonly Box[], colour: string): void {
  const places = boxes.flatMap((box) => placeOf(scene, box, MARKED) ?? []);
  if (places.length === 0) return;
  const stroke = (by: number, radius: number, width: number, alpha: number) => {
    context.beginPath();
    for (const place of places) {
      const { x, y, width: across, height: down } = grown(place, by);
      context.roundRect(x, y, across, down, radius);
    }
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.globalAlpha = alpha;
    context.stroke();
  };
  stroke(2, 4, 2, 1);
  stroke(4.5, 6, 5, 0.25);
  context.globalAlpha = 1;
}

function dot(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  colour: string,
  { canvas }: Palette,
  hollow = false,
): void {
  context.beginPath();
  context.arc(x, y, 3, 0, 2 * Math.PI);
  context.fillStyle = hollow ? canvas : colour;
  context.fill();
  context.strokeStyle = hollow ? colour : canvas;
  context.lineWidth = 1;
  context.stroke();
}

function rounded(context: CanvasRenderingContext2D, { x, y, width, height }: Place, radius: number): void {
  context.beginPath();
  context.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
}

const grown = ({ x, y, width, height }: Place, by: number): Place => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});
