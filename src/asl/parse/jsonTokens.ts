import { createScanner } from 'jsonc-parser';
import type { TextRange } from '../syntax';
import { PlaceholderScanner } from './placeholderScanner';

/**
 * The tokens of jsonc-parser's scanner by name (its own enum exists only for its compiler), and two of ours:
 * a `${placeholder}` outside strings, and a word that is no JSON at all.
 */
export const Token = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  word: 16,
  end: 17,
  placeholder: 18,
} as const;
export type TokenKind = (typeof Token)[keyof typeof Token];

const LINE_COMMENT = 12;
const BLOCK_COMMENT = 13;

/** What is wrong with a token itself; the scanner's ScanError by name. */
export const TokenFault = {
  none: 0,
  openComment: 1,
  openString: 2,
  brokenNumber: 3,
  brokenUnicode: 4,
  brokenEscape: 5,
  controlCharacter: 6,
  singleQuotes: 7,
} as const;

/**
 * Reads a JSON text token by token. White space (also a byte order mark), comments and Terraform's
 * `%{ ... }` directives are skipped; the first comment is remembered.
 */
export class JsonTokens {
  kind: TokenKind = Token.end;
  start = 0;
  end = 0;
  /** Where the token before this one ended. */
  previousEnd = 0;
  /** Decoded text of a string, else the token as written. */
  value = '';
  fault = 0;
  firstComment: TextRange | undefined;
  /** A comment that never ends. */
  openComment: TextRange | undefined;

  private readonly scanner;
  private readonly placeholders;

  constructor(private readonly text: string) {
    this.scanner = createScanner(text, false);
    this.placeholders = new PlaceholderScanner(text);
  }

  advance(): void {
    this.previousEnd = this.end;
    let position = this.end;
    for (;;) {
      position = this.skipSpace(position);
      if (this.readOurOwn(position)) return;
      this.scanner.setPosition(position);
      const kind: number = this.scanner.scan();
      const end = Math.min(this.scanner.getPosition(), this.text.length);
      this.fault = this.scanner.getTokenError();
      if (kind === LINE_COMMENT || kind === BLOCK_COMMENT) {
        this.firstComment ??= { start: position, end };
        if (this.fault === TokenFault.openComment) this.openComment = { start: position, end };
        position = end;
        continue;
      }
      this.kind = kind as TokenKind;
      this.value = this.scanner.getTokenValue();
      this.start = position;
      this.end = end;
      return;
    }
  }

  /** White space is skipped here because the scanner would build a string of it. */
  private skipSpace(from: number): number {
    const text = this.text;
    let position = from;
    for (;;) {
      const code = text.charCodeAt(position);
      const space =
        code === 32 || code === 10 || code === 13 || code === 9 || code === 0xfeff || code === 0xa0;
      if (space) {
        position++;
      } else if (code === 0x25 && text.charCodeAt(position + 1) === 0x7b) {
        const end = this.placeholders.braceEnd(position + 1);
        if (end === undefined) return position;
        position = end;
      } else {
        return position;
      }
    }
  }

  private readOurOwn(position: number): boolean {
    const code = this.text.charCodeAt(position);
    if (code === 0x24) {
      const end = this.placeholders.end(position);
      if (end === undefined) return false;
      this.set(Token.placeholder, position, end, this.text.slice(position, end), TokenFault.none);
      return true;
    }
    if (code === 0x27) {
      const close = this.text.indexOf("'", position + 1);
      const content = this.text.slice(position + 1, close);
      if (close < 0 || content.includes('\n')) return false;
      this.set(Token.string, position, close + 1, content, TokenFault.singleQuotes);
      return true;
    }
    return false;
  }

  private set(kind: TokenKind, start: number, end: number, value: string, fault: number): void {
    this.kind = kind;
    this.start = start;
    this.end = end;
    this.value = value;
    this.fault = fault;
  }
}
