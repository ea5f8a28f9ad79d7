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
