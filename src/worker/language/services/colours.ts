import type { TextFormat, TextRange } from '../../../asl';
import type { ColouredPiece } from '../../services.types';
import { readText } from '../readText';
import { expressionsOf, placedTokens } from './pieces';

/** The pieces of the expressions in a range of a text. */
export function colours(text: string, format: TextFormat, within: TextRange): readonly ColouredPiece[] {
  const { parsed, machine } = readText(text, format);
  return expressionsOf(parsed, machine, within)
    .flatMap((expression) => placedTokens(text, expression))
    .filter(({ kind, text: piece }) => kind !== 'text' && piece.trim() !== '')
    .flatMap(({ kind, start, text: piece }) => byLine(piece, start).map((range) => ({ ...range, kind })))
    .filter(({ start, end }) => end > within.start && start < within.end);
}

function byLine(piece: string, start: number): readonly TextRange[] {
  let at = start;
  return piece.split('\n').flatMap((line) => {
    const range = { start: at, end: at + line.length };
    at = range.end + 1;
    return line === '' ? [] : [range];
  });
}
