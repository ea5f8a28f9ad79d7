import type { Box, Point } from '../../layout/layout.types';
import { element, type Markup, short, words } from './markup';
import { type Palette, STATUS_TOKENS } from './palette';
import type { GlyphShape, PictureOptions, PictureRun, StateMarks } from './picture.types';
import { type Font, fitText } from './textFit';

/** What everything in a picture is drawn with. */
export interface Pen {
  readonly palette: Palette;
  readonly run: PictureRun | undefined;
  readonly glyph: NonNullable<PictureOptions['glyph']>;
}

export const NAME: Font = { size: 13, bold: true };
export const SMALL: Font = { size: 11, bold: false };
export const CHIP: Font = { size: 10.5, bold: true };

/** Colours of a state's line and surface; the surface is undefined where nothing is said of it. */
export function statusColours({ palette }: Pen, marks: StateMarks | undefined) {
  const tokens = marks?.status && STATUS_TOKENS[marks.status];
  return tokens && { line: palette[tokens.line], surface: palette[tokens.surface] };
}

/** How far below the middle of its letters a text's base line is, as a part of the font's size. */
const BASE = 0.347;

export interface Line {
  readonly at: Point;
  readonly font: Font;
  readonly colour: string;
  readonly anchor?: 'middle';
}

/** One line of words around the height of a point. */
export function line(text: string, { at, font, colour, anchor }: Line): Markup {
  const { size, bold } = font;
  return element(
    'text',
    {
      x: at.x,
      y: at.y + size * BASE,
      'font-size': size,
      'font-weight': bold ? 600 : undefined,
      fill: colour,
      'text-anchor': anchor,
    },
    words(text),
  );
}

/** As `line`, cut with an ellipsis where the room ends. */
export const fittedLine = (text: string, width: number, how: Line): Markup =>
  line(fitText(text, width, how.font), how);

/** A glyph on its grid of 24, put around a point. */
export function mark(
  shapes: readonly GlyphShape[],
  { x, y }: Point,
  size: number,
  colour: string,
  weight = 2,
): Markup {
  const scale = size / 24;
  return element(
    'g',
    {
      transform: `translate(${short(x - size / 2)} ${short(y - size / 2)}) scale(${Math.round(scale * 10_000) / 10_000})`,
      fill: 'none',
      stroke: colour,
      'stroke-width': weight,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
    ...shapes.map(({ tag, attributes }) => element(tag, attributes)),
  );
}

export const pathMark = (d: string, at: Point, size: number, colour: string, weight?: number): Markup =>
  mark([{ tag: 'path', attributes: { d } }], at, size, colour, weight);

export interface BoxLook {
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth?: number;
  readonly radius: number;
  readonly dash?: string;
  readonly opacity?: number;
}

/** A rounded box whose border lies inside it, as a page draws it. */
export function borderedBox(box: Box, look: BoxLook): Markup {
  const { fill, stroke, strokeWidth = 1, radius, dash, opacity } = look;
  return element('rect', {
    x: box.x + strokeWidth / 2,
    y: box.y + strokeWidth / 2,
    width: box.width - strokeWidth,
    height: box.height - strokeWidth,
    rx: radius - strokeWidth / 2,
    fill,
    'fill-opacity': opacity,
    stroke,
    'stroke-width': strokeWidth,
    'stroke-dasharray': dash,
  });
}

/** `rgb(1 2 3 / 0.5)` in the form that every reader of SVG knows: a colour and how much it covers. */
export function tint(colour: string): { readonly fill: string; readonly opacity: number } {
  const [, red, green, blue, opacity] = /^rgb\((\d+) (\d+) (\d+) \/ ([\d.]+)\)$/.exec(colour) ?? [];
  if (opacity === undefined) return { fill: colour, opacity: 1 };
  return { fill: `rgb(${red},${green},${blue})`, opacity: Number(opacity) };
}
