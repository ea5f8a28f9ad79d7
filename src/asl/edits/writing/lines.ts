/** Where lines begin and end; a line's end is before its `\n` or `\r\n`. */

export const lineStart = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;

export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  if (feed < 0) return text.length;
  return feed > offset && text.charCodeAt(feed - 1) === 13 ? feed - 1 : feed;
}

/** The white space that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** Columns from the start of the line. */
export const columnAt = (text: string, offset: number): number => offset - lineStart(text, offset);

/** The end of what precedes an offset, white space left out; not before `from`. */
export function inkEnd(text: string, from: number, offset: number): number {
  let end = offset;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

const isSpace = (code: number): boolean =>
  code === 32 || code === 10 || code === 13 || code === 9 || code === 0xfeff || code === 0xa0;

/** An offset without the end of line that stands right before it: block scalars of YAML include theirs. */
export function withoutLineEnd(text: string, offset: number): number {
  if (text.charCodeAt(offset - 1) !== 10) return offset;
  return text.charCodeAt(offset - 2) === 13 ? offset - 2 : offset - 1;
}
