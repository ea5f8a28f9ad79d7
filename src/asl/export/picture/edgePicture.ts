import type { Transition } from '../../graph';
import { grouped } from '../../graphing/grouped';
import { labelParts } from '../../graphing/labelParts';
import type { Box, EdgeRoute } from '../../layout/layout.types';
import { middlePoint } from '../../layout/middlePoint';
import { endAngle, roundedPath, trimEnd } from '../../layout/path';
import { element, type Markup, short, words } from './markup';
import { borderedBox, CHIP, line, type Pen, SMALL } from './pen';
import { fitText, textWidth } from './textFit';

/** Length of an arrowhead. */
const ARROW = 8;
/** What a label may be wider than its place, half on each side. */
export const LABEL_SLACK = 16;

interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash?: string;
  readonly fade: number;
}

function strokeOf({ palette, run }: Pen, { id, kind }: Transition): Stroke {
  const taken = (run?.taken.get(id) ?? 0) > 0;
  const isCatch = kind.type === 'catch';
  const dash = isCatch ? { dash: '5 4' } : {};
  if (run?.last === id && !run.over) return { colour: palette['edge-active'], width: 2.5, fade: 1, ...dash };
  const usual = taken ? palette['edge-taken'] : palette.edge;
  return {
    colour: isCatch ? palette['edge-catch'] : usual,
    width: taken ? 2 : 1.5,
    fade: run?.over && !taken ? 0.45 : 1,
    ...dash,
  };
}

/** A transition's line with rounded corners and an arrowhead. */
export function edgeLine(pen: Pen, transition: Transition, { points }: EdgeRoute): Markup {
  const { colour, width, dash, fade } = strokeOf(pen, transition);
  const end = points[points.length - 1] ?? { x: 0, y: 0 };
  return element(
    'g',
    { 'data-transition': transition.id, opacity: fade === 1 ? undefined : fade },
    element('path', {
      d: roundedPath(trimEnd(points, ARROW - 1)),
      fill: 'none',
      stroke: colour,
      'stroke-width': width,
      'stroke-dasharray': dash,
    }),
    element('path', {
      d: `M0,0L${-ARROW},${-ARROW / 2}V${ARROW / 2}Z`,
      transform: `translate(${short(end.x)} ${short(end.y)}) rotate(${short(endAngle(points))})`,
      fill: colour,
      stroke: colour,
      'stroke-linejoin': 'round',
    }),
  );
}

/** What a transition says, and how often it was taken: above all lines. */
export function edgeWords(pen: Pen, transition: Transition, route: EdgeRoute): readonly Markup[] {
  const stroke = strokeOf(pen, transition);
  const count = pen.run?.taken.get(transition.id) ?? 0;
  return [
    ...(route.label ? [edgeLabel(pen, transition, route.label, stroke)] : []),
    ...(count > 1 ? [takenCount(pen, count, route, stroke.colour)] : []),
  ];
}

function edgeLabel({ palette }: Pen, transition: Transition, place: Box, { colour, fade }: Stroke): Markup {
  const { kind, label, fullLabel } = transition;
  const numbered = kind.type === 'choice';
  const before = numbered ? 12 : 7;
  const most = place.width + LABEL_SLACK - before - 7;
  const text = shortened(label, fullLabel, most);
  const width = Math.min(most, textWidth(text, SMALL)) + before + 7;
  const box = { x: place.x + place.width / 2 - width / 2, y: place.y, width, height: place.height };
  const middle = box.y + box.height / 2;
  const ink = kind.type === 'catch' ? palette['edge-catch'] : palette['edge-label-text'];
  const surface = palette['edge-label-surface'];
  return element(
    'g',
    {},
    element('title', {}, words(fullLabel || label)),
    borderedBox(box, { fill: surface, stroke: surface, radius: 10 }),
    element('rect', {
      x: box.x + 0.5,
      y: box.y + 0.5,
      width: box.width - 1,
      height: box.height - 1,
      rx: 9.5,
      fill: 'none',
      stroke: colour,
      'stroke-opacity': 0.55 * fade,
    }),
    ...(numbered ? ruleNumber(kind.rule + 1, { x: box.x - 7, y: middle }, ink, surface) : []),
    line(text, { at: { x: box.x + before, y: middle }, font: SMALL, colour: ink }),
  );
}

/** Whole, or cut in its middle: rules tend to differ in what they compare with. */
function shortened(label: string, fullLabel: string, width: number): string {
  const { head, tail } = labelParts(label, fullLabel);
  const whole = head + tail;
  if (textWidth(whole, SMALL) <= width) return whole;
  return fitText(head, width - textWidth(tail, SMALL), SMALL) + tail;
}

function ruleNumber(
  number: number,
  { x, y }: { readonly x: number; readonly y: number },
  fill: string,
  ink: string,
): readonly Markup[] {
  const font = { size: 10, bold: true };
  const text = String(number);
  const width = Math.max(16, textWidth(text, font) + 8);
  return [
    element('rect', { x, y: y - 8, width, height: 16, rx: 8, fill }),
    line(text, { at: { x: x + width / 2, y }, font, colour: ink, anchor: 'middle' }),
  ];
}

function takenCount({ palette }: Pen, count: number, route: EdgeRoute, colour: string): Markup {
  const text = `×${grouped(count)}`;
  const at = middlePoint(route);
  const width = textWidth(text, CHIP) + 14;
  const box = { x: at.x - width / 2, y: at.y - 9, width, height: 18 };
  return element(
    'g',
    {},
    borderedBox(box, { fill: palette['surface-raised'], stroke: colour, radius: 9 }),
    line(text, { at, font: CHIP, colour, anchor: 'middle' }),
  );
}
