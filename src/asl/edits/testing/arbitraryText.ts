import fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '../../json';
import type { TextFormat } from '../../syntax';
import { arbitraryDefinition, type DefinitionOptions } from '../../testing/arbitraryDefinition';

/** A definition as somebody may have typed it, and what it says. */
export interface TypedText {
  readonly definition: JsonObject;
  readonly format: TextFormat;
  readonly text: string;
  /** Every comment in the text, each different. */
  readonly comments: readonly string[];
}

interface Habits {
  readonly eol: string;
  readonly unit: string;
  readonly colon: string;
  readonly padding: string;
  readonly gap: string;
  /** In 100: how often a comment, a blank line, a member on one line, needless quotes. */
  readonly comments: number;
  readonly blankLines: number;
  readonly inline: number;
  readonly quotes: number;
  readonly trailingComma: boolean;
  readonly indentedLists: boolean;
  readonly seed: number;
}

const habits: fc.Arbitrary<Habits> = fc.record({
  eol: fc.constantFrom('\n', '\r\n'),
  unit: fc.constantFrom('  ', '    ', '\t', ' '),
  colon: fc.constantFrom(': ', ':', ' : '),
  padding: fc.constantFrom('', ' '),
  gap: fc.constantFrom('', ' '),
  comments: fc.constantFrom(0, 0, 30),
  blankLines: fc.constantFrom(0, 0, 20, 100),
  inline: fc.constantFrom(0, 30, 60, 100),
  quotes: fc.constantFrom(0, 50, 100),
  trailingComma: fc.boolean(),
  indentedLists: fc.boolean(),
  seed: fc.nat(),
});

/** Random definitions in random handwriting: indentation, blank lines, comments, quotes, one line or many. */
export function arbitraryText(format: TextFormat, options?: DefinitionOptions): fc.Arbitrary<TypedText> {
  // JSON knows no -0.
  const definition = arbitraryDefinition(options).map(
    (value): JsonObject => JSON.parse(JSON.stringify(value)),
  );
  return fc.record({ definition, habits }).map(({ definition, habits }) => {
    const pen = new Pen(format, habits);
    return { definition, format, text: pen.write(definition), comments: pen.comments };
  });
}

class Pen {
  readonly comments: string[] = [];
  private state: number;

  constructor(
    private readonly format: TextFormat,
    private readonly habits: Habits,
  ) {
    this.state = habits.seed;
  }

  write(definition: JsonObject): string {
    const { eol } = this.habits;
    if (this.format === 'json') return this.json(definition, '') + (this.chance(50) ? eol : '');
    return this.yamlMembers(definition, '').join(eol) + (this.chance(50) ? eol : '');
  }

  private chance(percent: number): boolean {
    this.state = (this.state * 1103515245 + 12345) % 2147483648;
    return (this.state / 2147483648) * 100 < percent;
  }

  /** A comment of its own, or nothing. */
  private comment(onItsLine: boolean): string {
    if (!this.chance(this.habits.comments)) return '';
    const words = `c${this.comments.length}`;
    const block = this.format === 'json' && this.chance(50);
    const written = this.format === 'yaml' ? `# ${words};` : block ? `/* ${words}; */` : `// ${words};`;
    this.comments.push(written);
    return onItsLine ? written : ` ${written}`;
  }

  private above(indent: string, first: boolean): string[] {
    const comment = this.comment(true);
    return [
      ...(!first && this.chance(this.habits.blankLines) ? [''] : []),
      ...(comment === '' ? [] : [indent + comment]),
    ];
  }

  private json(value: Json, indent: string): string {
    if (!Array.isArray(value) && !isJsonObject(value)) return JSON.stringify(value);
    if (this.chance(this.habits.inline)) return this.oneLine(value, (text) => JSON.stringify(text));
    const { eol, unit, colon, trailingComma } = this.habits;
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    const entries = entriesOf(value);
    if (entries.length === 0) return `${open}${close}`;
    const inner = indent + unit;
    const written = [`${open}${this.comment(false)}`];
    entries.forEach(([key, member], index) => {
      const name = key === undefined ? '' : JSON.stringify(key) + colon;
      const comma = index < entries.length - 1 || trailingComma ? ',' : '';
      written.push(
        ...this.above(inner, index === 0),
        inner + name + this.json(member, inner) + comma + this.comment(false),
      );
    });
    return `${written.join(eol)}${eol}${indent}${close}`;
  }

  private oneLine(value: Json, text: (text: string) => string): string {
    if (typeof value === 'string') return text(value);
    if (!Array.isArray(value) && !isJsonObject(value)) return JSON.stringify(value);
    const { padding, gap } = this.habits;
    const colon = this.format === 'yaml' ? ': ' : this.habits.colon;
    const entries = entriesOf(value);
    if (entries.length === 0) return Array.isArray(value) ? '[]' : '{}';
    const inside = entries
      .map(([key, member]) => (key === undefined ? '' : text(key) + colon) + this.oneLine(member, text))
      .join(`,${this.format === 'yaml' ? ' ' : gap}`);
    return Array.isArray(value) ? `[${inside}]` : `{${padding}${inside}${padding}}`;
  }

  /** Plain only where nobody could read it otherwise. */
  private yamlText(text: string): string {
    const isWord = /^[A-Z][A-Za-z]+(?: [A-Za-z0-9]+)*$/.test(text) && text !== 'Yes';
    if (isWord && !this.chance(this.habits.quotes)) return text;
    if (/^[ -~]*$/.test(text) && this.chance(50)) return `'${text.replaceAll("'", "''")}'`;
    return JSON.stringify(text).replace(
      /[^ -~]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  }

  private get yamlUnit(): string {
    return this.habits.unit.length === 4 ? '    ' : '  ';
  }

  private yamlMembers(object: JsonObject, indent: string): string[] {
    return Object.entries(object).flatMap(([key, member], index) => [
      ...this.above(indent, index === 0),
      ...this.yamlMember(`${indent}${this.yamlText(key)}:`, member, indent),
    ]);
  }

  /** The lines of a value after a key. */
  private yamlMember(head: string, value: Json, indent: string): string[] {
    const inline = this.chance(this.habits.inline / 3);
    if (isJsonObject(value) && Object.keys(value).length > 0 && !inline) {
      return [head + this.comment(false), ...this.yamlMembers(value, indent + this.yamlUnit)];
    }
    if (Array.isArray(value) && value.length > 0 && !inline) {
      const inner = this.habits.indentedLists ? indent + this.yamlUnit : indent;
      return [head + this.comment(false), ...value.flatMap((item: Json) => this.yamlItem(item, inner))];
    }
    if (
      typeof value === 'string' &&
      /^[A-Z][A-Za-z ]*[a-z]$/.test(value) &&
      this.chance(this.habits.quotes / 4)
    ) {
      return [`${head} ${this.chance(50) ? '>-' : '|-'}`, `${indent}  ${value}`];
    }
    return [`${head} ${this.oneLine(value, (text) => this.yamlText(text))}${this.comment(false)}`];
  }

  private yamlItem(item: Json, indent: string): string[] {
    const above = this.above(indent, true);
    if (!isJsonObject(item) || Object.keys(item).length === 0 || this.chance(this.habits.inline / 3)) {
      return [
        ...above,
        `${indent}- ${this.oneLine(item, (text) => this.yamlText(text))}${this.comment(false)}`,
      ];
    }
    const members = this.yamlMembers(item, `${indent}  `);
    const [first = '', ...rest] = members;
    if (first.trimStart().startsWith('#') || this.chance(20)) return [...above, `${indent}-`, ...members];
    return [...above, `${indent}- ${first.trimStart()}`, ...rest];
  }
}

const entriesOf = (value: Json): readonly (readonly [string | undefined, Json])[] =>
  Array.isArray(value)
    ? value.map((item: Json): [undefined, Json] => [undefined, item])
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
