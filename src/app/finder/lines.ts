import type { TextRange } from '../../asl';

/** Where a line of a text stands, without its end. @param line from 1 */
export function lineRange(text: string, line: number): TextRange {
  let start = 0;
  for (let number = 1; number < line; number++) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}
