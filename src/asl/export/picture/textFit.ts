import { nameWords } from '../../graphing/nameWords';
import { speakable } from './markup';

export interface Font {
  readonly size: number;
  readonly bold: boolean;
}

/** Letters that are looked at, of a text that may be endless; no box holds as many. */
const MOST_LETTERS = 400;

/** Width of a text in pixels, as the usual sans serif fonts set it: there are no fonts here to ask. */
export function textWidth(text: string, { size, bold }: Font): number {
  const widths = bold ? BOLD : REGULAR;
  let sum = 0;
  for (const letter of text) sum += widths.get(letter) ?? unusualWidth(letter);
  return (sum * size) / 1000;
}

/** White space as HTML shows it, a sign for what cannot be shown, and no more letters than can be seen. */
export function visible(text: string): string {
  const letters = text
    .slice(0, 4 * MOST_LETTERS)
    .replace(/[\s\u0085]+/gu, ' ')
    .trim();
  return speakable([...letters].slice(0, MOST_LETTERS).join(''));
}

/** The beginning of a text that fits, with an ellipsis when it is not all of it. */
export function fitText(text: string, width: number, font: Font): string {
  if (textWidth(text, font) <= width) return text;
  return cut(text, width, font);
}

/** A name in lines, broken between its words where that is possible; the last line ends with an ellipsis when there is more. */
export function wrapText(text: string, width: number, mostLines: number, font: Font): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (piece: string) => textWidth(piece.trimEnd(), font) <= width;
  for (const word of text.split(/(?<= )/).flatMap(nameWords)) {
    if (fits(line + word)) {
      line += word;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word) {
      if (line !== '' && !fits(line + letter)) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  lines.push(line);
  if (lines.length <= mostLines) return lines.map((each) => each.trimEnd());
  const last = lines[mostLines - 1] ?? '';
  return [...lines.slice(0, mostLines - 1).map((each) => each.trimEnd()), cut(last, width, font)];
}

/** As many letters as leave room for the ellipsis. */
function cut(text: string, width: number, font: Font): string {
  let kept = '';
  for (const letter of text) {
    if (textWidth(`${kept}${letter}…`, font) > width) break;
    kept += letter;
  }
  return `${kept.replace(/\u200d+$/u, '').trimEnd()}…`;
}

const table = (rows: readonly (readonly [number, string])[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));

/** Thousandths of the font's size. */
const REGULAR = table([
  [205, "ijl'"],
  [260, '|'],
  [278, ' !,./:;I[\\]ft'],
  [333, '()-`r{}'],
  [355, '"'],
  [389, '*'],
  [469, '^'],
  [500, 'cksvxyzJ'],
  [556, '#$0123456789?_abdeghnopquL'],
  [584, '+<=>~'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
  [1000, '…—'],
  [1015, '@'],
]);
const BOLD = table([
  [238, "'"],
  [278, ' ,./I\\ijl|'],
  [333, '!()-:;[]`ft'],
  [389, '*{}r'],
  [474, '"'],
  [500, 'z'],
  [556, '#$0123456789J_aceksvxy'],
  [584, '+<=>^~'],
  [611, '?FLTZbdghnopqu'],
  [667, 'EPSVXY'],
  [722, '&ABCDHKNRU'],
  [778, 'GOQw'],
  [833, 'M'],
  [889, '%m'],
  [944, 'W'],
  [975, '@'],
  [1000, '…—'],
]);

function unusualWidth(letter: string): number {
  if (/[\p{M}\p{Cf}]/u.test(letter)) return 0;
  if (letter === '\ufffd') return 1060;
  if (/\p{Extended_Pictographic}/u.test(letter)) return 1300;
  return /[\u1100-\u11ff\u2e80-\ufaff\ufe30-\uffef\u{1f000}-\u{3ffff}]/u.test(letter) ? 1000 : 650;
}
