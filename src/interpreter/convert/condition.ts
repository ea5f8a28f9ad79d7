import type { ChoiceExpression, Comparison, Json } from '../../asl';
import { parseTimestamp } from '../data/timestamp';
import { type Root, writePath } from './path';
import { assertion, NotConvertible, type Written } from './written';

/** Dates that RFC 3339 has, but for the length of months. */
const TIMESTAMP =
  '/^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$/';
const ORDER: Readonly<Record<string, string>> = {
  Equals: '=',
  LessThan: '<',
  GreaterThan: '>',
  LessThanEquals: '<=',
  GreaterThanEquals: '>=',
};
const TYPES: Readonly<Record<string, string>> = { String: 'string', Numeric: 'number', Timestamp: 'string' };

/** Writes the conditions of a Choice state, one rule after the other. */
export class Conditions {
  /** What is there for certain where the next condition is evaluated, because one before it has failed otherwise. */
  private sure: ReadonlySet<string> = new Set();
  readonly assumed = new Set<string>();

  constructor(private readonly root: Root) {}

  /** A rule's Condition. */
  next(rule: ChoiceExpression): string {
    const { text, after, unless } = this.write(rule, this.sure);
    // The rules after it are asked only when this one does not hold.
    this.sure = new Set([...after, ...unless]);
    return text;
  }

  private write(rule: ChoiceExpression, sure: ReadonlySet<string>): Condition {
    switch (rule.kind) {
      case 'comparison':
        return this.comparison(rule, sure);
      case 'and':
        return this.all(rule.rules, sure, 'and');
      case 'or':
        return this.all(rule.rules, sure, 'or');
      case 'not': {
        const { text, after, when, unless } = this.write(rule.rule, sure);
        return { text: `$not(${text})`, after, when: unless, unless: when };
      }
      case 'condition':
        if (typeof rule.condition === 'boolean') return always(String(rule.condition), sure);
        throw new NotConvertible('A rule has a Condition, which only JSONata has.');
      case 'unreadable':
        throw new NotConvertible('A rule cannot be read.');
    }
  }

  private all(
    rules: readonly ChoiceExpression[],
    sure: ReadonlySet<string>,
    operator: 'and' | 'or',
  ): Condition {
    if (rules.length === 0) return always(operator === 'and' ? 'true' : 'false', sure);
    const holding: string[] = [];
    let known = sure;
    let after: ReadonlySet<string> | undefined;
    const parts = rules.map((rule) => {
      const part = this.write(rule, known);
      after ??= part.after;
      const learned = operator === 'and' ? part.when : part.unless;
      for (const each of [...part.after, ...learned]) holding.push(each);
      known = new Set([...part.after, ...learned]);
      return part;
    });
    const [only] = parts;
    if (only && parts.length === 1) return only;
    const learned = new Set(holding);
    return {
      text: parts.map((part) => inside(part, operator)).join(` ${operator} `),
      operator,
      after: after ?? sure,
      when: operator === 'and' ? learned : NONE,
      unless: operator === 'or' ? learned : NONE,
    };
  }

  private comparison({ variable, operator, operand }: Comparison, sure: ReadonlySet<string>): Condition {
    const value = writePath(variable, this.root);
    this.assume(value);
    if (operator === 'IsPresent') return presence(value, operand === true, sure);
    const other = operator.endsWith('Path') ? writePath(textOf(operand, operator), this.root) : undefined;
    if (other) this.assume(other);
    const test = this.test(value.text, operator, operand, other);
    const needed = [value, ...(other ? [other] : [])].flatMap(({ maybe, text }) => (maybe ? [text] : []));
    const missing = needed.filter((each) => !sure.has(each));
    const after = new Set([...sure, ...needed]);
    if (missing.length === 0) return { text: test, operator: 'and', after, when: NONE, unless: NONE };
    return { text: `(${assertion(missing)}; ${test})`, after, when: NONE, unless: NONE };
  }

  private assume({ assumes }: Written): void {
    for (const each of assumes) this.assumed.add(each);
  }

  private test(value: string, operator: string, operand: Json, other: Written | undefined): string {
    const is = OPERATOR.exec(operator);
    if (is) {
      const [, kind = '', order = ''] = is;
      const sign = ORDER[order] ?? '=';
      if (kind === 'Timestamp') return this.timestamps(value, sign, operand, other);
      const type = kind === 'Boolean' ? 'boolean' : (TYPES[kind] ?? 'string');
      if (other)
        return `$type(${value}) = "${type}" and $type(${other.text}) = "${type}" and ${value} ${sign} ${other.text}`;
      if (typeof operand !== type) return 'false';
      const plain = `${value} ${sign} ${JSON.stringify(operand)}`;
      return sign === '=' ? plain : `$type(${value}) = "${type}" and ${plain}`;
    }
    if (operator === 'StringMatches') return matches(value, operand);
    if (operator === 'IsTimestamp') {
      this.assumed.add(`${value} is no day that its month does not have`);
      const test = `$type(${value}) = "string" and $contains(${value}, ${TIMESTAMP})`;
      return operand === true ? test : `$not(${test})`;
    }
    const sign = operand === true ? '=' : '!=';
    if (operator === 'IsNull') return `$type(${value}) ${sign} "null"`;
    const type = TYPE_TESTS[operator];
    if (type === undefined) throw new NotConvertible(`There is no comparison operator ${operator}.`);
    return `$type(${value}) ${sign} "${type}"`;
  }

  private timestamps(value: string, sign: string, operand: Json, other: Written | undefined): string {
    this.assumed.add(`${value} is a day that its month has, and exact to the millisecond`);
    const valid = (text: string) => `$type(${text}) = "string" and $contains(${text}, ${TIMESTAMP})`;
    const millis = (text: string) => `$toMillis(${text})`;
    if (other)
      return `${valid(value)} and ${valid(other.text)} and ${millis(value)} ${sign} ${millis(other.text)}`;
    if (typeof operand !== 'string' || parseTimestamp(operand) === undefined) return 'false';
    return `${valid(value)} and ${millis(value)} ${sign} ${millis(JSON.stringify(operand))}`;
  }
}

const OPERATOR =
  /^(String|Numeric|Timestamp|Boolean)(Equals|LessThan|GreaterThan|LessThanEquals|GreaterThanEquals)(?:Path)?$/;
const TYPE_TESTS: Readonly<Record<string, string>> = {
  IsNumeric: 'number',
  IsString: 'string',
  IsBoolean: 'boolean',
};
const NONE: ReadonlySet<string> = new Set();

interface Condition {
  readonly text: string;
  /** The one it is joined by, outside of parentheses. */
  readonly operator?: 'and' | 'or';
  /** What exists once it was evaluated. */
  readonly after: ReadonlySet<string>;
  /** What exists besides when it holds, and when it does not. */
  readonly when: ReadonlySet<string>;
  readonly unless: ReadonlySet<string>;
}

const always = (text: string, sure: ReadonlySet<string>): Condition => ({
  text,
  after: sure,
  when: NONE,
  unless: NONE,
});

/** `and` binds tighter than `or`. */
const inside = ({ text, operator }: Condition, outer: 'and' | 'or'): string =>
  operator === 'or' && outer === 'and' ? `(${text})` : text;

function presence({ text, maybe }: Written, wanted: boolean, sure: ReadonlySet<string>): Condition {
  if (!maybe) return always(String(wanted), sure);
  const present = new Set([text]);
  const exists = `$exists(${text})`;
  return wanted
    ? { text: exists, after: sure, when: present, unless: NONE }
    : { text: `$not(${exists})`, after: sure, when: NONE, unless: present };
}

/** `*` stands for any text; a backslash before it and before itself takes that away. */
function matches(value: string, pattern: Json): string {
  if (typeof pattern !== 'string') return 'false';
  const escaped = pattern.replace(/\\[*\\]|[\s\S]/gu, (piece) => {
    if (piece === '*') return '[\\s\\S]*';
    const character = piece.length === 2 && piece.startsWith('\\') ? piece.slice(1) : piece;
    return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : escapedControl(character);
  });
  return `$type(${value}) = "string" and $contains(${value}, /^${escaped}$/)`;
}

/** A line end cannot stand in a regular expression as it is. */
const escapedControl = (character: string): string =>
  character < ' ' ? `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}` : character;

function textOf(operand: Json, operator: string): string {
  if (typeof operand === 'string') return operand;
  throw new NotConvertible(`${operator} has no path.`);
}
