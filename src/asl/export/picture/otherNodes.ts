import type { GraphNode } from '../../graph';
import type { Box } from '../../layout/layout.types';
import { CHIP_MARKS } from './glyphs';
import { element, type Markup, words } from './markup';
import { borderedBox, line, type Pen, pathMark } from './pen';
import { visible, wrapText } from './textFit';

/** The rings around End, from its border to the outermost. */
export const END_RING = 3.5;

/** Start and End: circles with their word on the machine, small dots inside containers. */
export function terminalPicture(
  { palette }: Pen,
  { kind, scope, id }: Extract<GraphNode, { readonly kind: 'start' | 'end' }>,
  box: Box,
): Markup {
  const cx = box.x + box.width / 2;
  const cy = box.y + box.height / 2;
  const r = box.width / 2;
  if (scope !== '') {
    const dot =
      kind === 'start'
        ? { r, fill: palette.edge }
        : { r: r - 1.25, fill: 'none', stroke: palette.edge, 'stroke-width': 2.5 };
    return element('circle', { 'data-terminal': id, cx, cy, ...dot });
  }
  const border = { stroke: palette['pseudo-text'], 'stroke-opacity': 0.35 };
  const ring = { cx, cy, r: r + END_RING - 0.75, fill: palette['surface-canvas'], 'stroke-width': 1.5 };
  return element(
    'g',
    { 'data-terminal': id },
    ...(kind === 'end'
      ? [
          element('circle', { ...ring, stroke: palette['pseudo-surface'] }),
          element('circle', { ...ring, fill: 'none', ...border }),
        ]
      : []),
    element('circle', { cx, cy, r: r - 0.5, fill: palette['pseudo-surface'], ...border }),
    line(kind === 'start' ? 'Start' : 'End', {
      at: { x: cx, y: cy },
      font: { size: 11, bold: true },
      colour: palette['pseudo-text'],
      anchor: 'middle',
    }),
  );
}

const WORDS = { size: 12, bold: false };
const LINE = 15;

/** The place of a state that some transition names and nobody wrote. */
export function missingPicture(
  { palette }: Pen,
  { name, id }: Extract<GraphNode, { readonly kind: 'missing' }>,
  box: Box,
): Markup {
  const colour = palette['error-text'];
  const middle = box.y + box.height / 2;
  const left = box.x + 13 + 16 + 8;
  const said = `No state named “${name}”`;
  const lines = wrapText(visible(said), box.x + box.width - 13 - left, 2, WORDS);
  return element(
    'g',
    { 'data-missing': id },
    element('title', {}, words(said)),
    borderedBox(box, { fill: palette['error-surface'], stroke: colour, radius: 10, dash: '3 2.5' }),
    pathMark(CHIP_MARKS.missing, { x: box.x + 21, y: middle }, 16, colour),
    ...lines.map((text, index) =>
      line(text, {
        at: { x: left, y: middle + (index - (lines.length - 1) / 2) * LINE },
        font: WORDS,
        colour,
      }),
    ),
  );
}
