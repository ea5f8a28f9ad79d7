import type { TextEdit } from '../../src/asl';
import type { Random } from './random';

const TYPED = [
  'x',
  '"',
  '{',
  '}',
  ',',
  '\n',
  ' ',
  '// note\n',
  '"Next": "A",',
  '- ',
  ': ',
  '\\',
  '#',
  '🚢',
  '[]',
];

/** Something typed anywhere, or deleted: whether the text can still be read is another matter. */
export function randomTyping(random: Random, text: string): TextEdit {
  const start = random.below(text.length + 1);
  const removed = random.chance(50) ? random.below(Math.min(6, text.length - start + 1)) : 0;
  const written = removed > 0 && random.chance(60) ? '' : random.pick(TYPED);
  return { range: { start, end: start + removed }, text: written };
}
