/** 1-based line and column in UTF-16 units, as Monaco counts. */
export interface LinePosition {
  readonly lineNumber: number;
  readonly column: number;
}

/**
 * Offsets of our text to Monaco's positions and back. Monaco normalises mixed line ends and drops a byte
 * order mark, so its own offsets may differ from ours; lines and columns do not.
 */
export class LineIndex {
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
      if (code === 10 || code === 13) starts.push(i + 1);
    }
    this.starts = starts;
  }

  /** The position of an offset; offsets outside the text are clamped. */
  positionAt(offset: number): LinePosition {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = this.starts[low] ?? 0;
    const column = Math.min(Math.max(offset, start), this.lineEnd(low)) - start + 1;
    return { lineNumber: low + 1, column };
  }

  /** The offset of a position; columns past a line's end are clamped to it. */
  offsetAt({ lineNumber, column }: LinePosition): number {
    const line = Math.min(Math.max(lineNumber, 1), this.starts.length) - 1;
    const start = this.starts[line] ?? 0;
    return Math.min(start + Math.max(column, 1) - 1, this.lineEnd(line));
  }

  /** The offset behind the line's last character, before its line end. */
  private lineEnd(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
    const lineFeed = this.text.charCodeAt(next - 1) === 10;
    return lineFeed && this.text.charCodeAt(next - 2) === 13 ? next - 2 : next - 1;
  }
}
