import type { PropertyNode, ScalarNode, SyntaxNode, TextRange } from '../syntax';
import { reportDuplicateKeys } from './duplicateKeys';
import { faultMessage, INVALID_JSON, short, wordMessage } from './jsonProblems';
import { JsonTokens, Token, TokenFault, type TokenKind } from './jsonTokens';
import { MAX_DEPTH } from './limits';
import { lineColumnAt } from './lineColumn';
import { Problems } from './problems';

interface ObjectFrame {
  readonly kind: 'object';
  readonly start: number;
  readonly properties: PropertyNode[];
  /** The property being read; undefined while a value without a name is read, which is dropped. */
  key: { readonly name: string; readonly range: TextRange; readonly placeholder: boolean } | undefined;
}
interface ArrayFrame {
  readonly kind: 'array';
  readonly start: number;
  readonly items: SyntaxNode[];
}
type Frame = ObjectFrame | ArrayFrame;

/** What the grammar allows at the next token. `end`: the root is complete. */
type Expectation = 'value' | 'key' | 'colon' | 'separator' | 'end';

const OPENING: ReadonlySet<TokenKind> = new Set([Token.openBrace, Token.openBracket]);
const CLOSING: ReadonlySet<TokenKind> = new Set([Token.closeBrace, Token.closeBracket]);

/**
 * A JSON parser with a stack of its own, so that no nesting overflows the engine's. Each step looks at one
 * token and either takes it or changes what is expected; after an error it goes on with the reading that a
 * person who is still typing most likely meant.
 */
export class JsonReader {
  readonly problems = new Problems();
  /** Placeholders outside strings, in text order. */
  readonly placeholders: TextRange[] = [];

  private readonly tokens: JsonTokens;
  private readonly stack: Frame[] = [];
  private expected: Expectation = 'value';
  /** Where the comma stands that has just been read. */
  private comma: number | undefined;
  private root: SyntaxNode | undefined;

  constructor(private readonly text: string) {
    this.tokens = new JsonTokens(text);
  }

  read(): SyntaxNode | undefined {
    const tokens = this.tokens;
    tokens.advance();
    while (tokens.kind !== Token.end) {
      if (this.expected === 'end') {
        this.error('There is text after the end of the definition. Remove it.', this.tokenRange());
        break;
      }
      if (this.take()) tokens.advance();
    }
    if (tokens.openComment) this.error(faultMessage(TokenFault.openComment), tokens.openComment);
    this.closeWhatIsOpen();
    const comment = tokens.firstComment;
    if (comment) {
      const message =
        'JSON has no comments: AWS refuses them. Export the definition without them, or use YAML.';
      this.problems.add('JSON_COMMENT', 'info', message, comment);
    }
    return this.root;
  }

  /** @returns whether the token was used up */
  private take(): boolean {
    switch (this.expected) {
      case 'value':
        return this.takeValue();
      case 'key':
        return this.takeKey();
      case 'colon':
        return this.takeColon();
      default:
        return this.takeSeparator();
    }
  }

  private takeValue(): boolean {
    const { kind } = this.tokens;
    const frame = this.top();
    if (OPENING.has(kind)) return this.open(kind);
    if (CLOSING.has(kind)) {
      if (frame === undefined) return this.unexpected();
      if (frame.kind === 'object') return this.missingValue(frame);
      this.expected = 'separator';
      return false;
    }
    if (kind === Token.colon) return this.unexpected();
    if (kind === Token.comma) {
      if (frame?.kind === 'object') return this.missingValue(frame);
      this.error("Expected a value before ','.", this.tokenRange());
      return true;
    }
    this.add(this.scalar());
    return true;
  }

  private takeKey(): boolean {
    const { kind, value } = this.tokens;
    const frame = this.top();
    if (frame?.kind !== 'object' || CLOSING.has(kind)) {
      this.expected = 'separator';
      return false;
    }
    if (kind === Token.comma) {
      this.error("Expected a property before ','.", this.tokenRange());
      return true;
    }
    if (OPENING.has(kind)) {
      this.error('Expected a property name in double quotes.', this.tokenRange());
      frame.key = undefined;
      return this.open(kind);
    }
    if (kind === Token.colon) {
      this.error("Expected a property name before ':'.", this.tokenRange());
      frame.key = {
        name: '',
        range: { start: this.tokens.start, end: this.tokens.start },
        placeholder: false,
      };
      this.expected = 'value';
      return true;
    }
    const placeholder = kind === Token.placeholder;
    if (kind === Token.string) this.reportFault();
    else if (!placeholder) {
      this.error(`Property names need double quotes: write "${short(this.source())}".`, this.tokenRange());
    }
    const name = kind === Token.string ? value : this.source();
    frame.key = { name, range: this.tokenRange(), placeholder };
    this.expected = 'colon';
    return true;
  }

  private takeColon(): boolean {
    const { kind, start, previousEnd } = this.tokens;
    const frame = this.top();
    this.expected = 'value';
    if (kind === Token.colon || frame?.kind !== 'object') return true;
    if (frame.key?.placeholder) {
      // A placeholder that stands for whole properties: `${more_states},`.
      this.notePlaceholder(frame.key.range);
      frame.key = undefined;
      this.expected = kind === Token.comma ? 'separator' : 'key';
      return false;
    }
    this.error(`Expected ':' and a value after "${short(frame.key?.name ?? '')}".`, at(previousEnd));
    const nextLine = this.text.slice(previousEnd, start).includes('\n');
    const isNextProperty = kind === Token.string && nextLine;
    if (CLOSING.has(kind) || kind === Token.comma || isNextProperty) {
      this.addProperty(frame, undefined, previousEnd);
      this.expected = isNextProperty ? 'key' : 'separator';
    }
    return false;
  }

  private takeSeparator(): boolean {
    const { kind, start, end } = this.tokens;
    const frame = this.top();
    if (frame === undefined) return this.unexpected();
    if (kind === Token.comma) {
      this.comma = start;
      this.expected = frame.kind === 'object' ? 'key' : 'value';
      return true;
    }
    if (kind === (frame.kind === 'object' ? Token.closeBrace : Token.closeBracket)) {
      this.noteTrailingComma();
      this.close(frame, end);
      return true;
    }
    if (CLOSING.has(kind)) return this.closeOther(frame, kind);
    if (kind === Token.colon) return this.takeColonAfterValue(frame);
    if (kind === Token.placeholder) {
      this.notePlaceholder(this.tokenRange());
      return true;
    }
    this.error("Expected ',' before this.", at(this.tokens.previousEnd));
    this.expected = frame.kind === 'object' ? 'key' : 'value';
    return false;
  }

  /** `"Next":` without a value, then `"End": true`: the string that was read as the value is the next name. */
  private takeColonAfterValue(frame: Frame): boolean {
    const property = frame.kind === 'object' ? frame.properties.at(-1) : undefined;
    const value = property?.value;
    const name = value?.kind === 'scalar' ? value.value : undefined;
    if (frame.kind !== 'object' || !property || !value || typeof name !== 'string') return this.unexpected();
    if (value.end !== this.tokens.previousEnd) return this.unexpected();
    frame.properties.pop();
    frame.key = { name: property.key, range: property.keyRange, placeholder: false };
    this.error(`Expected a value for "${short(property.key)}".`, at(property.keyRange.end));
    this.addProperty(frame, undefined, property.keyRange.end);
    frame.key = { name, range: { start: value.start, end: value.end }, placeholder: false };
    this.expected = 'value';
    return true;
  }

  private closeOther(frame: Frame, kind: TokenKind): boolean {
    const wanted = kind === Token.closeBrace ? 'object' : 'array';
    if (!this.stack.some((open) => open.kind === wanted)) return this.unexpected();
    this.notClosed(frame);
    this.close(frame, this.tokens.previousEnd);
    return false;
  }

  private closeWhatIsOpen(): void {
    const frame = this.top();
    if (frame === undefined) return;
    const end = this.tokens.previousEnd;
    if (this.expected === 'value' && frame.kind === 'object') this.missingValue(frame);
    else if (this.expected === 'colon' && frame.kind === 'object') this.addProperty(frame, undefined, end);
    this.notClosed(frame);
    for (let open = this.top(); open !== undefined; open = this.top()) this.close(open, end);
  }

  private notClosed(frame: Frame): void {
    // Finding the line takes time, which a text of nothing but errors would multiply.
    if (this.problems.full) return;
    const { line } = lineColumnAt(this.text, frame.start);
    const closer = frame.kind === 'object' ? "'}'" : "']'";
    const message = `Expected ${closer} to close the ${frame.kind} that begins in line ${line}.`;
    this.error(message, at(this.tokens.previousEnd));
  }

  private missingValue(frame: ObjectFrame): boolean {
    const end = this.tokens.previousEnd;
    this.error(`Expected a value for "${short(frame.key?.name ?? '')}".`, at(end));
    this.addProperty(frame, undefined, end);
    this.expected = 'separator';
    return false;
  }

  private open(kind: TokenKind): boolean {
    const { start } = this.tokens;
    this.comma = undefined;
    if (this.stack.length >= MAX_DEPTH) {
      this.skipTooDeep(kind);
      return true;
    }
    if (kind === Token.openBrace) {
      this.stack.push({ kind: 'object', start, properties: [], key: undefined });
      this.expected = 'key';
    } else {
      this.stack.push({ kind: 'array', start, items: [] });
      this.expected = 'value';
    }
    return true;
  }

  private skipTooDeep(kind: TokenKind): void {
    const { start } = this.tokens;
    const message = `Objects and arrays are nested deeper than ${MAX_DEPTH} levels here; what is inside is left out.`;
    this.error(message, this.tokenRange(), 'TOO_DEEPLY_NESTED');
    for (let depth = 1; depth > 0; ) {
      this.tokens.advance();
      if (this.tokens.kind === Token.end) break;
      if (OPENING.has(this.tokens.kind)) depth++;
      else if (CLOSING.has(this.tokens.kind)) depth--;
    }
    const { end } = this.tokens;
    this.add(
      kind === Token.openBrace
        ? { kind: 'object', start, end, properties: [] }
        : { kind: 'array', start, end, items: [] },
    );
  }

  private close(frame: Frame, end: number): void {
    this.stack.pop();
    if (frame.kind === 'object') {
      reportDuplicateKeys(frame.properties, this.problems);
      this.add({ kind: 'object', start: frame.start, end, properties: frame.properties });
    } else {
      this.add({ kind: 'array', start: frame.start, end, items: frame.items });
    }
  }

  private add(node: SyntaxNode): void {
    const frame = this.top();
    this.comma = undefined;
    this.expected = frame === undefined ? 'end' : 'separator';
    if (frame === undefined) this.root = node;
    else if (frame.kind === 'array') frame.items.push(node);
    else this.addProperty(frame, node, node.end);
  }

  private addProperty(frame: ObjectFrame, value: SyntaxNode | undefined, end: number): void {
    const key = frame.key;
    frame.key = undefined;
    if (key === undefined) return;
    if (key.placeholder) this.notePlaceholder(key.range);
    frame.properties.push({ key: key.name, keyRange: key.range, value, start: key.range.start, end });
  }

  private scalar(): ScalarNode {
    const { kind, start, end, value } = this.tokens;
    switch (kind) {
      case Token.string:
        this.reportFault();
        return { kind: 'scalar', start, end, value };
      case Token.number:
        this.reportFault();
        return { kind: 'scalar', start, end, value: Number(this.source()) };
      case Token.true:
      case Token.false:
        return { kind: 'scalar', start, end, value: kind === Token.true };
      case Token.null:
        return { kind: 'scalar', start, end, value: null };
      case Token.placeholder:
        this.notePlaceholder(this.tokenRange());
        return { kind: 'scalar', start, end, value };
      default:
        this.error(wordMessage(this.source()), this.tokenRange());
        return { kind: 'scalar', start, end, value: this.source() };
    }
  }

  private notePlaceholder(range: TextRange): void {
    this.placeholders.push(range);
    const written = this.text.slice(range.start, range.end);
    const message = `${short(written)} stands outside a string: the text becomes JSON when it is filled in.`;
    this.problems.add('BARE_PLACEHOLDER', 'info', message, range);
  }

  private noteTrailingComma(): void {
    const { comma } = this;
    this.comma = undefined;
    if (comma === undefined) return;
    const message = 'JSON allows no comma after the last item: AWS refuses it. Remove it.';
    this.problems.add('TRAILING_COMMA', 'info', message, { start: comma, end: comma + 1 });
  }

  private reportFault(): void {
    const { fault } = this.tokens;
    if (fault !== TokenFault.none) this.error(faultMessage(fault), this.tokenRange());
  }

  private unexpected(): boolean {
    this.error(`Unexpected '${short(this.source())}'. Remove it.`, this.tokenRange());
    return true;
  }

  private error(message: string, range: TextRange, code: string = INVALID_JSON): void {
    this.problems.error(code, message, range);
  }

  private top(): Frame | undefined {
    return this.stack[this.stack.length - 1];
  }

  private tokenRange(): TextRange {
    return { start: this.tokens.start, end: this.tokens.end };
  }

  private source(): string {
    return this.text.slice(this.tokens.start, this.tokens.end);
  }
}

const at = (offset: number): TextRange => ({ start: offset, end: offset });
