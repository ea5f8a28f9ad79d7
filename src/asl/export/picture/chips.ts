import type { StateNode } from '../../graph';
import { grouped } from '../../graphing/grouped';
import type { Box } from '../../layout/layout.types';
import { CHIP_MARKS } from './glyphs';
import { element, type Markup } from './markup';
import { borderedBox, CHIP, line, type Pen, pathMark } from './pen';
import type { StateMarks } from './picture.types';
import { textWidth } from './textFit';

/** A chip lies on the border, so far out of the state. */
export const CHIP_OUTSIDE = 9;
const HEIGHT = 17;
const FROM_CORNER = 10;

interface Chip {
  readonly mark?: { readonly d: string; readonly size: number; readonly weight: number };
  readonly text: string;
  readonly colour: string;
  readonly border: string;
  readonly surface: string;
}

/** Small chips on a state's border: unreachable, a comment, retries, visits. */
export function stateChips(pen: Pen, node: StateNode, box: Box, marks: StateMarks | undefined, tone: string) {
  const { palette } = pen;
  const plain = { border: palette['border-strong'], surface: palette['surface-raised'] };
  const top = box.y - CHIP_OUTSIDE;
  const chips: Markup[] = [];
  if (node.unreachable) {
    const chip: Chip = {
      mark: { d: CHIP_MARKS.warning, size: 11, weight: 2 },
      text: 'unreachable',
      colour: palette['warning-text'],
      border: palette['warning-border'],
      surface: palette['warning-surface'],
    };
    chips.push(drawChip(chip, box.x + FROM_CORNER, top));
  }
  let right = box.x + box.width - FROM_CORNER;
  if (node.retries !== undefined) {
    const made = marks?.retries ?? 0;
    const colour = made > 0 ? palette['state-caught'] : palette['text-muted'];
    const chip: Chip = {
      ...plain,
      ...(made > 0 ? { border: colour } : {}),
      mark: { d: CHIP_MARKS.retry, size: 10, weight: 2.6 },
      text: grouped(made > 0 ? made : node.retries),
      colour,
    };
    right -= chipWidth(chip);
    chips.push(drawChip(chip, right, top));
    right -= 4;
  }
  if (node.comment !== undefined) {
    const chip: Chip = {
      ...plain,
      mark: { d: CHIP_MARKS.comment, size: 11, weight: 2 },
      text: '',
      colour: palette['text-muted'],
    };
    chips.push(drawChip(chip, right - chipWidth(chip), top));
  }
  if (marks && marks.visits > 1) {
    const chip: Chip = { ...plain, border: tone, text: `×${grouped(marks.visits)}`, colour: palette.text };
    const left = box.x + box.width - FROM_CORNER - chipWidth(chip);
    chips.push(drawChip(chip, left, box.y + box.height + CHIP_OUTSIDE - HEIGHT));
  }
  return chips;
}

const padding = ({ text }: Chip): number => (text === '' ? 5 : 7);

function chipWidth(chip: Chip): number {
  const gap = chip.mark && chip.text !== '' ? 3 : 0;
  return (chip.mark?.size ?? 0) + gap + textWidth(chip.text, CHIP) + 2 * padding(chip);
}

function drawChip(chip: Chip, x: number, y: number): Markup {
  const { mark, text, colour, border, surface } = chip;
  const middle = y + HEIGHT / 2;
  const box = { x, y, width: chipWidth(chip), height: HEIGHT };
  const inside = x + padding(chip);
  const size = mark?.size ?? 0;
  return element(
    'g',
    {},
    borderedBox(box, { fill: surface, stroke: border, radius: HEIGHT / 2 }),
    ...(mark ? [pathMark(mark.d, { x: inside + size / 2, y: middle }, size, colour, mark.weight)] : []),
    ...(text === ''
      ? []
      : [line(text, { at: { x: inside + (size > 0 ? size + 3 : 0), y: middle }, font: CHIP, colour })]),
  );
}
