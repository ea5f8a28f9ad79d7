import type { TextEdit } from '../edit.types';

/**
 * Text edits as values. A list of them is sorted by place, does not overlap, and refers to the text before
 * any of them; every function here throws a RangeError for a list that is not so.
 */

/** Where an offset goes that stands exactly at an insertion: before what is inserted, or after it. */
export type Bias = 'before' | 'after';

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  checkEdits(edits, text.length);
  let result = '';
  let from = 0;
  for (const edit of edits) {
    result += text.slice(from, edit.range.start) + edit.text;
    from = edit.range.end;
  }
  return result + text.slice(from);
}

/** The edits that turn the text after `edits` back into `text`. */
export function invertEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  checkEdits(edits, text.length);
  let shift = 0;
  return edits.map(({ range, text: inserted }) => {
    const start = range.start + shift;
    shift += inserted.length - (range.end - range.start);
    return { range: { start, end: start + inserted.length }, text: text.slice(range.start, range.end) };
  });
}

/**
 * Where an offset of the old text stands in the new one. Monotone: what stood in order stays in order. Within
 * a replaced range, and at an insertion, the bias decides: to the start of the new text, or to its end.
 */
export function mapOffset(offset: number, edits: readonly TextEdit[], bias: Bias): number {
  checkEdits(edits);
  let shift = 0;
  for (const { range, text } of edits) {
    if (range.start > offset) break;
    const inside = offset < range.end || (range.start === range.end && offset === range.start);
    if (inside && offset === range.start && range.end > range.start) break;
    if (inside) return range.start + shift + (bias === 'after' ? text.length : 0);
    shift += text.length - (range.end - range.start);
  }
  return offset + shift;
}

/** What lies between the common start and the common end of two texts, as one edit; none when they are equal. */
export function diffEdit(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  const rest = shorter - start;
  let tail = 0;
  while (
    tail < rest &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return [{ range: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) }];
}

/**
 * Edits in any order as a list: sorted, the same edit once, and neighbours that touch made one. Of edits at
 * one place, those given first come first.
 */
export function orderedEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const merged: TextEdit[] = [];
  let previous: TextEdit | undefined;
  for (const edit of sorted) {
    const last = merged.at(-1);
    if (previous && isSame(previous, edit) && edit.range.end > edit.range.start) continue;
    previous = edit;
    if (last && last.range.end === edit.range.start) {
      merged[merged.length - 1] = {
        range: { start: last.range.start, end: edit.range.end },
        text: last.text + edit.text,
      };
    } else {
      merged.push(edit);
    }
  }
  checkEdits(merged);
  return merged;
}

const isSame = (a: TextEdit, b: TextEdit): boolean =>
  a.range.start === b.range.start && a.range.end === b.range.end && a.text === b.text;

function checkEdits(edits: readonly TextEdit[], length = Number.POSITIVE_INFINITY): void {
  let from = 0;
  for (const { range } of edits) {
    if (range.start < from || range.end < range.start || range.end > length) {
      throw new RangeError(
        `Text edits overlap, are unsorted or leave the text at <${range.start}, ${range.end}>`,
      );
    }
    from = range.end;
  }
}

/** A piece of a text: kept from the text before, or new. */
type Piece = { readonly from: number; readonly length: number } | { readonly text: string };

/** The edits that do what `first` does and then `second`, whose places are those of the text after `first`. */
export function composeEdits(first: readonly TextEdit[], second: readonly TextEdit[]): readonly TextEdit[] {
  checkEdits(first);
  checkEdits(second);
  const between = new PieceReader(piecesOf(first));
  const pieces: Piece[] = [];
  let at = 0;
  for (const { range, text } of second) {
    pieces.push(...between.take(range.start - at));
    between.take(range.end - range.start);
    pieces.push({ text });
    at = range.end;
  }
  pieces.push(...between.take(Number.POSITIVE_INFINITY));
  return editsOf(pieces);
}

/** The text after some edits; its last piece has no end. */
function piecesOf(edits: readonly TextEdit[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { range, text } of edits) {
    pieces.push({ from, length: range.start - from }, { text });
    from = range.end;
  }
  return [...pieces, { from, length: Number.POSITIVE_INFINITY }];
}

function editsOf(pieces: readonly Piece[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let from = 0;
  let added = '';
  for (const piece of pieces) {
    if ('text' in piece) added += piece.text;
    else if (piece.length > 0) {
      if (piece.from > from || added !== '')
        edits.push({ range: { start: from, end: piece.from }, text: added });
      from = piece.from + piece.length;
      added = '';
    }
  }
  return edits;
}

class PieceReader {
  private index = 0;
  private offset = 0;

  constructor(private readonly pieces: readonly Piece[]) {}

  /** The next characters, as many as asked for or as there are. */
  take(count: number): readonly Piece[] {
    const taken: Piece[] = [];
    let left = count;
    while (left > 0) {
      const piece = this.pieces[this.index];
      if (!piece) break;
      const rest = lengthOf(piece) - this.offset;
      const length = Math.min(rest, left);
      if (length > 0) taken.push(slice(piece, this.offset, length));
      left -= length;
      if (length === rest) {
        this.index++;
        this.offset = 0;
      } else this.offset += length;
    }
    return taken;
  }
}

const lengthOf = (piece: Piece): number => ('text' in piece ? piece.text.length : piece.length);

const slice = (piece: Piece, offset: number, length: number): Piece =>
  'text' in piece
    ? { text: piece.text.slice(offset, offset + length) }
    : { from: piece.from + offset, length };
