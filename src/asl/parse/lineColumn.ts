/** A place in a text as people count: both from 1, columns in UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Line and column of an offset; offsets outside the text are moved to its nearest end. Lines end with `\n`. */
export function lineColumnAt(text: string, offset: number): LineColumn {
  const target = Math.max(0, Math.min(offset, text.length));
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < target; at = text.indexOf('\n', lineStart)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: target - lineStart + 1 };
}
