import { SyntaxProblem } from './compiled.types';

/** Carries a `SyntaxProblem` out of a recursive parser; never leaves the parse function that catches it. */
class ParseAbort extends Error {
  constructor(readonly problem: SyntaxProblem) {
    super(problem.message);
  }
}

/** A reading position in a short text; the base of the hand-written parsers of paths and intrinsic functions. */
export class TextCursor {
  position = 0;

  constructor(readonly text: string) {}

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** The character at the position, `''` at the end. */
  peek(offset = 0): string {
    return this.text.charAt(this.position + offset);
  }

  startsWith(part: string): boolean {
    return this.text.startsWith(part, this.position);
  }

  /** Moves past `part` if it stands here. */
  accept(part: string): boolean {
    if (!this.startsWith(part)) return false;
    this.position += part.length;
    return true;
  }

  expect(part: string): void {
    if (!this.accept(part)) this.fail(`Expected '${part}'`);
  }

  skipSpace(): void {
    while (/\s/.test(this.peek())) this.position++;
  }

  /** Moves past the longest match of a sticky expression; undefined when there is none. */
  match(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.position;
    const found = sticky.exec(this.text)?.[0];
    if (found !== undefined) this.position += found.length;
    return found;
  }

  /**
   * A quoted text. A backslash takes the quote or a backslash after it as it is; before anything else it
   * stands for itself. Recorded: scenarios/test_escape_sequence_parsing_ESCAPE_SEQUENCES_JSONPATH.
   */
  quoted(): string {
    const start = this.position;
    const quote = this.peek();
    let value = '';
    this.position++;
    while (this.peek() !== quote) {
      if (this.atEnd) this.fail('The quote is not closed', start);
      const next = this.peek(1);
      if (this.peek() === '\\' && (next === quote || next === '\\')) this.position++;
      value += this.peek();
      this.position++;
    }
    this.position++;
    return value;
  }

  fail(message: string, position = this.position): never {
    throw new ParseAbort(new SyntaxProblem(message, position));
  }
}

/** Runs a parser over the whole of `text`; what it calls `fail` with becomes the result. */
export function parseAll<T>(text: string, parse: (cursor: TextCursor) => T): T | SyntaxProblem {
  const cursor = new TextCursor(text);
  try {
    const result = parse(cursor);
    if (!cursor.atEnd) cursor.fail(`Unexpected '${cursor.peek()}'`);
    return result;
  } catch (error) {
    if (error instanceof ParseAbort) return error.problem;
    throw error;
  }
}
