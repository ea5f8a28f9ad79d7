import type { TextEdit } from '../asl';

/** A text's only difference to another, as one edit: what lies between their common start and common end. */
export function differenceEdit(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return [{ range: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) }];
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const { range, text: inserted } of edits) {
    result += text.slice(from, range.start) + inserted;
    from = range.end;
  }
  return result + text.slice(from);
}

/** The edits that turn the new text back into `text`. */
export function invertEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let shift = 0;
  return edits.map(({ range, text: inserted }) => {
    const start = range.start + shift;
    shift += inserted.length - (range.end - range.start);
    return { range: { start, end: start + inserted.length }, text: text.slice(range.start, range.end) };
  });
}

/** Where an offset of the old text stands in the new one; inside a replaced range, at its start. */
export function mapOffset(offset: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const { range, text } of edits) {
    if (range.start > offset || (range.start === offset && range.end > range.start)) break;
    if (range.end > offset) return range.start + shift;
    shift += text.length - (range.end - range.start);
  }
  return offset + shift;
}
