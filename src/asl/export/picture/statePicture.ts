import type { StateNode } from '../../graph';
import type { Box } from '../../layout/layout.types';
import { stateChips } from './chips';
import { element, type Markup, words } from './markup';
import { TONE_TOKENS } from './palette';
import { borderedBox, fittedLine, line, mark, NAME, type Pen, SMALL, statusColours } from './pen';
import { DISC, statusDisc } from './statusDisc';
import { visible, wrapText } from './textFit';

const PADDING = 11;
const GLYPH = 30;
const GAP = 9;
const NAME_LINE = 16;
const SUMMARY_LINE = 14;

/** A state as a card: its type's glyph, its name, what it does, how it did. */
export function statePicture(pen: Pen, node: StateNode, box: Box): Markup {
  const { palette, run } = pen;
  const marks = run?.states.get(node.id);
  const paused = run?.paused === node.id;
  const colours = statusColours(pen, marks);
  const tone = colours?.line ?? palette['state-border'];
  const middle = box.y + box.height / 2;
  const right = box.x + box.width - PADDING;
  const status = paused ? 'paused' : marks?.status;
  const surface = colours?.surface ?? palette['state-surface'];
  return element(
    'g',
    { 'data-state': node.id, 'data-status': marks?.status },
    element('title', {}, words(tooltip(node))),
    shadow(box),
    borderedBox(box, {
      fill: marks?.status === 'aborted' ? 'url(#hatch)' : surface,
      stroke: paused ? palette['state-paused'] : tone,
      strokeWidth: paused ? 2 : colours ? 1.5 : 1,
      radius: 10,
    }),
    stateGlyph(pen, node, { x: box.x + PADDING + GLYPH / 2, y: middle }, GLYPH),
    ...nameAndSummary(pen, node, {
      x: box.x + PADDING + GLYPH + GAP,
      y: middle,
      width: right - (box.x + PADDING + GLYPH + GAP) - (status ? DISC + GAP : 0),
    }),
    ...(status ? [statusDisc(pen, status, { x: right - DISC / 2, y: middle })] : []),
    ...stateChips(pen, node, box, marks, tone),
  );
}

/** The mark of a state in a tinted square. */
export function stateGlyph(
  pen: Pen,
  node: StateNode,
  at: { readonly x: number; readonly y: number },
  size: number,
): Markup {
  const { tone, shapes } = pen.glyph(node);
  const colour = pen.palette[TONE_TOKENS[tone]];
  const square = { x: at.x - size / 2, y: at.y - size / 2, width: size, height: size };
  return element(
    'g',
    {},
    element('rect', { ...square, rx: 6, fill: colour, 'fill-opacity': 0.13 }),
    mark(shapes, at, Math.round(size * 0.6), colour),
  );
}

/** What a reader of the picture gets on hover. */
export const tooltip = ({ name, type, summary, comment }: StateNode): string =>
  [name, [type, summary].filter(Boolean).join(' · '), comment ?? ''].filter((part) => part !== '').join('\n');

/** At most two lines of the name above one of the summary, around a height. */
function nameAndSummary(
  { palette }: Pen,
  node: StateNode,
  room: { readonly x: number; readonly y: number; readonly width: number },
): readonly Markup[] {
  const names = wrapText(visible(node.name), room.width, 2, NAME);
  const summary = visible(node.summary);
  const height = names.length * NAME_LINE + (summary === '' ? 0 : 1 + SUMMARY_LINE);
  const top = room.y - height / 2;
  const drawn = names.map((text, index) =>
    line(text, {
      at: { x: room.x, y: top + (index + 0.5) * NAME_LINE },
      font: NAME,
      colour: palette.text,
    }),
  );
  if (summary !== '') {
    const at = { x: room.x, y: top + height - SUMMARY_LINE / 2 };
    drawn.push(fittedLine(summary, room.width, { at, font: SMALL, colour: palette['text-muted'] }));
  }
  return drawn;
}

/** A hint of one; filters make large pictures slow. */
function shadow({ x, y, width, height }: Box): Markup {
  return element('rect', { x, y: y + 1.2, width, height, rx: 10, fill: '#000000', 'fill-opacity': 0.07 });
}
