import type { StateNode } from '../../graph';
import type { Box } from '../../layout/layout.types';
import { SIZES } from '../../layout/sizes';
import { stateChips } from './chips';
import { element, type Markup, short, words } from './markup';
import { borderedBox, fittedLine, NAME, type Pen, SMALL, statusColours, tint } from './pen';
import { stateGlyph, tooltip } from './statePicture';
import { DISC, statusDisc } from './statusDisc';
import { textWidth, visible } from './textFit';

const HEADER = SIZES.containerHeader;
const RADIUS = 12;
/** How far the cards behind a Map stand out below it. */
export const STACK = 8;
/** Room below which words say nothing. */
const LEAST_ROOM = 24;

/** A Parallel or Map as a frame, below its inside: a title bar, and for a Map more cards behind it. */
export function containerFrame(pen: Pen, node: StateNode, box: Box): Markup {
  const { palette, run } = pen;
  const colours = statusColours(pen, run?.states.get(node.id));
  const tone = colours?.line ?? palette['container-border'];
  const paused = run?.paused === node.id;
  const { fill, opacity } = tint(palette['container-surface']);
  return element(
    'g',
    {},
    ...(node.type === 'Map' ? stackedCards(box, tone) : []),
    borderedBox(box, {
      fill,
      opacity,
      stroke: paused ? palette['state-paused'] : tone,
      strokeWidth: paused ? 2 : 1,
      radius: RADIUS,
      ...(node.type === 'Map' ? {} : { dash: '3 2.5' }),
    }),
    ...(colours ? [element('path', { d: headerPath(box), fill: colours.surface })] : []),
    element('path', {
      d: `M${short(box.x + 1)},${short(box.y + HEADER)}H${short(box.x + box.width - 1)}`,
      stroke: tone,
      'stroke-opacity': 0.45,
      fill: 'none',
    }),
  );
}

/** What stands in a container's title bar, above the transitions. */
export function containerTitle(pen: Pen, node: StateNode, box: Box): Markup {
  const { palette, run } = pen;
  const marks = run?.states.get(node.id);
  const status = run?.paused === node.id ? 'paused' : marks?.status;
  const middle = box.y + HEADER / 2 + 0.5;
  const left = box.x + 41;
  const right = box.x + box.width - 13 - (status ? DISC + 8 : 0);
  const name = visible(node.name);
  const nameWidth = Math.min(textWidth(name, NAME), right - left - 8);
  const rest = right - left - nameWidth - 8;
  const summary = { at: { x: left + nameWidth + 8, y: middle }, font: SMALL, colour: palette['text-muted'] };
  const tone = statusColours(pen, marks)?.line ?? palette['container-border'];
  return element(
    'g',
    { 'data-state': node.id, 'data-status': marks?.status },
    element('title', {}, words(tooltip(node))),
    stateGlyph(pen, node, { x: box.x + 21, y: middle }, 24),
    fittedLine(name, nameWidth + 0.01, { at: { x: left, y: middle }, font: NAME, colour: palette.text }),
    ...(node.summary === '' || rest < LEAST_ROOM ? [] : [fittedLine(visible(node.summary), rest, summary)]),
    ...(status ? [statusDisc(pen, status, { x: box.x + box.width - 13 - DISC / 2, y: middle })] : []),
    ...stateChips(pen, node, box, marks, tone),
  );
}

function headerPath({ x, y, width }: Box): string {
  const [left, top, right] = [x + 1, y + 1, x + width - 1];
  const r = RADIUS - 1;
  return `M${short(left)},${short(y + HEADER)}V${short(top + r)}a${r},${r} 0 0 1 ${r},${-r}H${short(right - r)}a${r},${r} 0 0 1 ${r},${r}V${short(y + HEADER)}Z`;
}

/** The lower edges of two more cards. */
function stackedCards({ x, y, width, height }: Box, tone: string): readonly Markup[] {
  return [
    { inset: 6, bottom: y + height + STACK / 2, opacity: 0.75 },
    { inset: 12, bottom: y + height + STACK, opacity: 0.5 },
  ].map(({ inset, bottom, opacity }) => {
    const [left, right, top] = [x + inset + 3.5, x + width - inset - 3.5, bottom - 4];
    const r = RADIUS;
    return element('path', {
      d: `M${short(left)},${short(top)}Q${short(left + 3)},${short(bottom)} ${short(left + r)},${short(bottom)}H${short(right - r)}Q${short(right - 3)},${short(bottom)} ${short(right)},${short(top)}`,
      fill: 'none',
      stroke: tone,
      'stroke-opacity': opacity,
    });
  });
}
