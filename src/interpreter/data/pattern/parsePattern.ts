import type { SyntaxProblem } from '../compiled.types';
import { parseAll, type TextCursor } from '../textCursor';
import { characterSet, complement, LINE_ENDS } from './characterSet';
import { classEscape, parseClass, unitEscape } from './parseClass';
import type {
  Assertion,
  CharacterRanges,
  ParsedPattern,
  PatternFlags,
  PatternNode,
} from './patternSyntax.types';

const MAX_DEPTH = 100;
const QUANTIFIER = /\{(\d{1,6})(,(\d{1,6})?)?\}/y;
const GROUP_NAME = /\?<[\p{ID_Start}_$][\p{ID_Continue}$]*>/uy;

/**
 * Parses the syntax that ECMAScript and Java share. Back references and look-behind are refused: with them
 * no matcher can promise to end in bounded time.
 */
export function parsePattern(source: string, flags: PatternFlags): ParsedPattern | SyntaxProblem {
  return parseAll(source, (cursor) => {
    const parser = new PatternParser(cursor, flags);
    const root = parser.alternatives(0);
    return { root, groupCount: parser.groupCount };
  });
}

class PatternParser {
  groupCount = 0;

  constructor(
    private readonly cursor: TextCursor,
    private readonly flags: PatternFlags,
  ) {}

  alternatives(depth: number): PatternNode {
    if (depth > MAX_DEPTH) this.cursor.fail('The regular expression is nested too deeply');
    const first = this.sequence(depth);
    if (this.cursor.peek() !== '|') return first;
    const parts = [first];
    while (this.cursor.accept('|')) parts.push(this.sequence(depth));
    return { kind: 'alternatives', parts };
  }

  private sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    while (!this.cursor.atEnd && this.cursor.peek() !== '|' && this.cursor.peek() !== ')') {
      parts.push(this.quantified(this.atom(depth)));
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind: 'sequence', parts };
  }

  private quantified(body: PatternNode): PatternNode {
    const { cursor } = this;
    const bounds = this.quantifier();
    if (!bounds) return body;
    if (body.kind === 'assertion') cursor.fail('Nothing to repeat');
    const greedy = !cursor.accept('?');
    if (cursor.peek() === '+') cursor.fail('Possessive quantifiers are not supported');
    return { kind: 'repeat', body, min: bounds[0], max: bounds[1], greedy };
  }

  private quantifier(): readonly [number, number] | undefined {
    const { cursor } = this;
    if (cursor.accept('*')) return [0, Number.POSITIVE_INFINITY];
    if (cursor.accept('+')) return [1, Number.POSITIVE_INFINITY];
    if (cursor.accept('?')) return [0, 1];
    const start = cursor.position;
    const braces = cursor.match(QUANTIFIER);
    if (braces === undefined) return undefined;
    const [min = 0, max] = braces
      .slice(1, -1)
      .split(',')
      .map((each) => (each === '' ? Number.POSITIVE_INFINITY : Number(each)));
    if (max !== undefined && max < min) cursor.fail('Numbers out of order in quantifier', start);
    return [min, max ?? min];
  }

  private atom(depth: number): PatternNode {
    const { cursor } = this;
    const character = cursor.peek();
    if (character === '(') return this.group(depth);
    if (character === '[') return this.set(parseClass(cursor));
    if (character === '\\') return this.escape();
    if ('*+?'.includes(character)) cursor.fail('Nothing to repeat');
    cursor.position++;
    if (character === '.')
      return this.set({ ranges: this.flags.dotAll ? [[0, 0xffff]] : complement(LINE_ENDS) });
    if (character === '^') return this.assertion(this.flags.multiline ? 'lineStart' : 'textStart');
    if (character === '$') return this.assertion(this.flags.multiline ? 'lineEnd' : 'textEnd');
    return this.unit(character.charCodeAt(0));
  }

  private group(depth: number): PatternNode {
    const { cursor } = this;
    const start = cursor.position;
    cursor.expect('(');
    const node = this.groupKind(start);
    const body = this.alternatives(depth + 1);
    if (!cursor.accept(')')) cursor.fail('Unterminated group', start);
    return node(body);
  }

  private groupKind(start: number): (body: PatternNode) => PatternNode {
    const { cursor } = this;
    if (cursor.accept('?:')) return (body) => ({ kind: 'group', index: undefined, body });
    if (cursor.accept('?=')) return (body) => ({ kind: 'lookahead', negative: false, body });
    if (cursor.accept('?!')) return (body) => ({ kind: 'lookahead', negative: true, body });
    if (cursor.startsWith('?<=') || cursor.startsWith('?<!')) {
      cursor.fail('Look-behind is not supported in regular expressions', start);
    }
    if (cursor.match(GROUP_NAME) === undefined && cursor.peek() === '?') cursor.fail('Invalid group', start);
    const index = ++this.groupCount;
    return (body) => ({ kind: 'group', index, body });
  }

  private escape(): PatternNode {
    const { cursor } = this;
    const next = cursor.peek(1);
    if (next === 'b' || next === 'B') {
      cursor.position += 2;
      return this.assertion(next === 'b' ? 'wordBoundary' : 'noWordBoundary');
    }
    if (/[1-9k]/.test(next)) cursor.fail('Back references are not supported in regular expressions');
    const ranges = classEscape(cursor);
    return ranges ? this.set({ ranges }) : this.unit(unitEscape(cursor));
  }

  private unit(unit: number): PatternNode {
    return this.set({ ranges: [[unit, unit]] });
  }

  private set(parsed: { readonly ranges: CharacterRanges; readonly negated?: boolean }): PatternNode {
    const set = characterSet(parsed.ranges, parsed.negated ?? false, this.flags.ignoreCase);
    return { kind: 'set', set };
  }

  private assertion(assertion: Assertion): PatternNode {
    return { kind: 'assertion', assertion };
  }
}
