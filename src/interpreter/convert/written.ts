/** A piece of JSONata that stands for a piece of JSONPath. */
export interface Written {
  readonly text: string;
  /** Something may follow it (`.name`, `[0]`), and it may stand beside any operator. */
  readonly atomic: boolean;
  /** Without the data it reads it comes to nothing, which fails the state. */
  readonly maybe: boolean;
  /** What must exist, because the expression would go on without it. */
  readonly needs: readonly string[];
  /** What must be true of the data for both languages to give the same. */
  readonly assumes: readonly string[];
  /** The type of its value, where that is certain. */
  readonly type?: ValueType | undefined;
}

export type ValueType = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'null';

/** Thrown inside this folder: something has no exact counterpart in JSONata. The message is a sentence for the user. */
export class NotConvertible extends Error {
  override readonly name = 'NotConvertible';
}

const QUIET = { maybe: false, needs: [], assumes: [] } as const;

/** A value that is written out. */
export const literal = (text: string, type: ValueType): Written => ({ text, atomic: true, type, ...QUIET });

/** Data that may not be there. */
export const data = (text: string): Written => ({ ...QUIET, text, atomic: true, maybe: true });

/** Data that is always there. */
export const given = (text: string): Written => ({ ...QUIET, text, atomic: true });

export interface Making {
  readonly type?: ValueType;
  readonly atomic?: boolean;
  readonly assumes?: readonly string[];
}

/** Made of parts; comes to nothing, or fails, when one of them is missing. */
export const strictly = (text: string, parts: readonly Written[], making: Making = {}): Written => ({
  text,
  atomic: making.atomic ?? true,
  type: making.type,
  maybe: parts.some(({ maybe }) => maybe),
  needs: distinct(parts.flatMap(({ needs }) => needs)),
  assumes: distinct([...parts.flatMap(({ assumes }) => assumes), ...(making.assumes ?? [])]),
});

/** Made of parts; goes on when one of them is missing, so that it has to be asked for. */
export const leniently = (text: string, parts: readonly Written[], making: Making = {}): Written => ({
  ...strictly(text, parts, making),
  maybe: false,
  needs: distinct(parts.flatMap(({ maybe, needs, text: part }) => (maybe ? [...needs, part] : needs))),
});

/** As an operand. */
export const operand = ({ text, atomic }: Written): string => (atomic ? text : `(${text})`);

/** The expression, failing as JSONPath does when something it goes on without is missing. */
export function guarded({ text, needs }: Written): string {
  if (needs.length === 0) return text;
  return `(${assertion(needs)}; ${text})`;
}

export const assertion = (needs: readonly string[]): string =>
  `$assert(${needs.map((each) => `$exists(${each})`).join(' and ')}, ${JSON.stringify(`Nothing at ${needs.join(', ')}`)})`;

/** As the value of a field. */
export const expression = (written: Written): string => `{% ${guarded(written)} %}`;

export const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
