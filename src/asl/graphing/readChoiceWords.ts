import type { Json } from '../json';
import type { ChoiceExpression } from '../model';

/** A Choice rule read from words, or a sentence that says what is wrong with them. */
export type ReadChoice =
  | { readonly ok: true; readonly expression: ChoiceExpression }
  | { readonly ok: false; readonly reason: string };

const TESTS: readonly (readonly [string, string])[] = [
  ['present', 'IsPresent'],
  ['null', 'IsNull'],
  ['a number', 'IsNumeric'],
  ['a string', 'IsString'],
  ['a boolean', 'IsBoolean'],
  ['a timestamp', 'IsTimestamp'],
];

const ORDERS: Readonly<Record<string, string>> = {
  '==': 'Equals',
  '<=': 'LessThanEquals',
  '>=': 'GreaterThanEquals',
  '<': 'LessThan',
  '>': 'GreaterThan',
};

const PATH = /\$(?:\[(?:"[^"]*"|'[^']*'|[^\]"'])*\]|[^\s()=<>![\]])*/y;
const SIGN = /==|!=|<=|>=|<|>/y;
const TEXT = /"(?:[^"\\]|\\.)*"/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w:-])/y;
const TIMESTAMP = /\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})/y;

/** How deep brackets and `not` may be nested. */
const MOST_DEPTH = 50;

/**
 * Reads a rule in the words that transitions of a Choice are labelled with: `$.x == 1 and not ($.y is present)`. A path on
 * the right is compared as any type that both sides have.
 */
export function readChoiceWords(text: string): ReadChoice {
  try {
    const reader = new Reader(text);
    const expression = reader.any(0);
    reader.expectEnd();
    return { ok: true, expression };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, reason: error.message };
    throw error;
  }
}

class Unreadable extends Error {}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  any(depth: number): ChoiceExpression {
    return this.joined('or', () => this.joined('and', () => this.single(depth)));
  }

  expectEnd(): void {
    this.skip();
    if (this.at < this.text.length) this.fail('“and”, “or” or the end');
  }

  private joined(kind: 'and' | 'or', read: () => ChoiceExpression): ChoiceExpression {
    const first = read();
    const rules = [first];
    while (this.word(kind)) rules.push(read());
    return rules.length === 1 ? first : { kind, rules };
  }

  private single(depth: number): ChoiceExpression {
    if (depth > MOST_DEPTH) throw new Unreadable('The condition is nested too deeply.');
    if (this.word('not')) return { kind: 'not', rule: this.single(depth + 1) };
    if (this.take(/\(/y) !== undefined) {
      const inner = this.any(depth + 1);
      if (this.take(/\)/y) === undefined) this.fail('“)”');
      return inner;
    }
    return this.comparison();
  }

  private comparison(): ChoiceExpression {
    const variable = this.take(PATH) ?? this.fail('a path such as $.count');
    if (this.word('is')) return this.test(variable);
    if (this.word('matches')) {
      const pattern = this.take(TEXT) ?? this.fail('a text in quotes');
      return { kind: 'comparison', variable, operator: 'StringMatches', operand: this.json(pattern) };
    }
    const sign = this.take(SIGN) ?? this.fail('==, !=, <, <=, >, >=, “is” or “matches”');
    if (sign === '!=') return { kind: 'not', rule: this.compared(variable, 'Equals') };
    return this.compared(variable, ORDERS[sign] ?? 'Equals');
  }

  private test(variable: string): ChoiceExpression {
    const operand = !this.word('not');
    for (const [words, operator] of TESTS) {
      if (this.word(words)) return { kind: 'comparison', variable, operator, operand };
    }
    return this.fail(TESTS.map(([words]) => `“${words}”`).join(', '));
  }

  private compared(variable: string, order: string): ChoiceExpression {
    const other = this.take(PATH);
    if (other !== undefined) return comparedToPath(variable, order, other);
    const timestamp = this.take(TIMESTAMP);
    if (timestamp !== undefined) {
      return { kind: 'comparison', variable, operator: `Timestamp${order}`, operand: timestamp };
    }
    if (order === 'Equals' && this.word('null')) {
      return { kind: 'comparison', variable, operator: 'IsNull', operand: true };
    }
    if (order === 'Equals' && this.word('true')) {
      return { kind: 'comparison', variable, operator: 'BooleanEquals', operand: true };
    }
    if (order === 'Equals' && this.word('false')) {
      return { kind: 'comparison', variable, operator: 'BooleanEquals', operand: false };
    }
    const text = this.take(TEXT);
    if (text !== undefined) {
      return { kind: 'comparison', variable, operator: `String${order}`, operand: this.json(text) };
    }
    const number = this.take(NUMBER) ?? this.fail('a number, a text in quotes, a timestamp or a path');
    return { kind: 'comparison', variable, operator: `Numeric${order}`, operand: Number(number) };
  }

  private json(text: string): Json {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'string') return value;
    } catch {
      // Said below, in our words.
    }
    throw new Unreadable(`${text} is not a text as JSON writes it.`);
  }

  private word(word: string): boolean {
    return this.take(new RegExp(`${word}(?!\\w)`, 'y')) !== undefined;
  }

  private take(pattern: RegExp): string | undefined {
    this.skip();
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found === undefined) return undefined;
    this.at += found.length;
    return found;
  }

  private skip(): void {
    while (/\s/.test(this.text.charAt(this.at))) this.at++;
  }

  private fail(expected: string): never {
    const rest = this.text.slice(this.at, this.at + 20);
    throw new Unreadable(
      rest === ''
        ? `The condition ends too early: ${expected} is missing.`
        : `At “${rest}”: expected ${expected}.`,
    );
  }
}

/** The words do not say of which type the values are: of values of different types none is equal, smaller or larger. */
function comparedToPath(variable: string, order: string, operand: string): ChoiceExpression {
  const types = order === 'Equals' ? ['Numeric', 'String', 'Boolean'] : ['Numeric', 'String'];
  return {
    kind: 'or',
    rules: types.map((type) => ({
      kind: 'comparison',
      variable,
      operator: `${type}${order}Path`,
      operand,
    })),
  };
}
