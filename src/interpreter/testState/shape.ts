/** What a value must be. */
export type Shape =
  | { readonly type: 'any' }
  | { readonly type: 'string'; readonly least: number; readonly values: ReadonlySet<string> | undefined }
  | { readonly type: 'timestamp' }
  | { readonly type: 'number'; readonly least: number; readonly most: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'array'; readonly item: Shape }
  | { readonly type: 'map'; readonly value: Shape }
  | { readonly type: 'object'; readonly fields: readonly Field[] };

export interface Field {
  readonly name: string;
  readonly shape: Shape;
  readonly required: boolean;
}

/**
 * Reads the notation of the table of shapes.
 *
 * @param text  fields, or a whole shape when it begins with `{` or `@`
 * @param named shapes that `@name` stands for
 */
export function readShape(text: string, named: Readonly<Record<string, string>>): Shape {
  const reader = new ShapeReader(text, named);
  return /^[{@]/.test(text) ? reader.shape() : { type: 'object', fields: reader.fields() };
}

class ShapeReader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly named: Readonly<Record<string, string>>,
  ) {}

  fields(): readonly Field[] {
    const fields: Field[] = [];
    for (;;) {
      const name = this.match(/\s*([A-Za-z0-9]+):/y);
      if (name === undefined) return fields;
      const shape = this.shape();
      fields.push({ name, shape, required: this.match(/(!)/y) !== undefined });
    }
  }

  shape(): Shape {
    if (this.match(/(\{)/y)) {
      const fields = this.fields();
      this.match(/(\})/y);
      return { type: 'object', fields };
    }
    if (this.match(/(\[)/y)) {
      const item = this.shape();
      this.match(/(\])/y);
      return { type: 'array', item };
    }
    if (this.match(/(<)/y)) {
      const value = this.shape();
      this.match(/(>)/y);
      return { type: 'map', value };
    }
    const name = this.match(/@([a-z]+)/y);
    if (name !== undefined) return new ShapeReader(this.named[name] ?? '{}', this.named).shape();
    return this.word(this.match(/([\w:.|]+)/y) ?? 'j');
  }

  private word(word: string): Shape {
    const text = /^s(\d*)$/.exec(word);
    if (text) return { type: 'string', least: Number(text[1]), values: undefined };
    const number = /^n(?:(-?\d+)\.\.(\d*))?$/.exec(word);
    if (number) {
      const [, least = '', most = ''] = number;
      return {
        type: 'number',
        least: least === '' ? Number.NEGATIVE_INFINITY : Number(least),
        most: most === '' ? Number.POSITIVE_INFINITY : Number(most),
      };
    }
    if (word === 't') return { type: 'timestamp' };
    if (word === 'b') return { type: 'boolean' };
    if (word === 'j') return { type: 'any' };
    return { type: 'string', least: 0, values: new Set(word.split('|')) };
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return undefined;
    this.at = pattern.lastIndex;
    return found[1];
  }
}
