import type { Json } from '../json';
import { isPlaceholder } from '../parse/placeholder';
import { toJson } from '../parse/toJson';
import type { Diagnostic, ObjectNode, StatePath, SyntaxNode, TextRange } from '../syntax';

/** Where modelling puts what it finds, and the state it is reading. */
export interface Findings {
  readonly list: Diagnostic[];
  readonly state: StatePath | undefined;
}

/** How the value of a field is read. */
export interface FieldReader<Value> {
  /** What is accepted, for the message: `a string`. */
  readonly expected: string;
  /** @returns undefined when the node is something else */
  read(node: SyntaxNode, findings: Findings): Value | undefined;
}

export type FieldTable = Readonly<Record<string, FieldReader<unknown>>>;
export type Fields<Table extends FieldTable> = {
  readonly [Name in keyof Table]?: Table[Name] extends FieldReader<infer Value> ? Value : never;
};

/** AWS's code for a field that is missing, unknown, or of another type than expected. */
export const SCHEMA = 'SCHEMA_VALIDATION_FAILED';

/**
 * Reads those fields of an object that a table names. A value of the wrong type is left out and reported, unless
 * a `${placeholder}` stands in for it.
 */
export function readFields<Table extends FieldTable>(
  node: ObjectNode,
  table: Table,
  findings: Findings,
): Fields<Table> {
  const fields: Record<string, unknown> = {};
  for (const { key, value } of node.properties) {
    if (value === undefined || !Object.hasOwn(table, key)) continue;
    const reader = table[key];
    const read = reader?.read(value, findings);
    if (read !== undefined) {
      fields[key] = read;
    } else {
      delete fields[key];
      if (reader && !isPlaceholder(value)) reportWrongType(key, reader.expected, value, findings);
    }
  }
  return fields as Fields<Table>;
}

export function reportWrongType(what: string, expected: string, value: SyntaxNode, findings: Findings): void {
  report(findings, `“${what}” must be ${expected}, but this is ${kindOf(value)}.`, value);
}

export function report(findings: Findings, message: string, range: TextRange, code: string = SCHEMA): void {
  const { state } = findings;
  findings.list.push({
    code,
    severity: 'error',
    message,
    range: { start: range.start, end: range.end },
    ...(state === undefined ? {} : { state }),
  });
}

export function kindOf(node: SyntaxNode): string {
  if (node.kind === 'array') return 'a list';
  if (node.kind === 'object') return 'an object';
  switch (typeof node.value) {
    case 'string':
      return 'a string';
    case 'number':
      return 'a number';
    case 'boolean':
      return String(node.value);
    default:
      return 'null';
  }
}

const scalar = (node: SyntaxNode): Json | undefined => (node.kind === 'scalar' ? node.value : undefined);

export const text: FieldReader<string> = {
  expected: 'a string',
  read(node) {
    const value = scalar(node);
    return typeof value === 'string' ? value : undefined;
  },
};

export const textOrNull: FieldReader<string | null> = {
  expected: 'a string or null',
  read(node) {
    const value = scalar(node);
    return typeof value === 'string' || value === null ? value : undefined;
  },
};

export const flag: FieldReader<boolean> = {
  expected: 'true or false',
  read(node) {
    const value = scalar(node);
    return typeof value === 'boolean' ? value : undefined;
  },
};

export const number: FieldReader<number> = {
  expected: 'a number',
  read(node) {
    const value = scalar(node);
    return typeof value === 'number' ? value : undefined;
  },
};

/** A JSONata expression is a string that begins with `{%` and ends with `%}`. */
export const isExpression = (value: string): boolean => value.startsWith('{%') && value.endsWith('%}');

export const numberOrExpression: FieldReader<number | string> = {
  expected: 'a number or a {% JSONata %} expression',
  read(node) {
    const value = scalar(node);
    if (typeof value === 'number') return value;
    return typeof value === 'string' && isExpression(value) ? value : undefined;
  },
};

/** Any value: payload templates, results, arguments. */
export const json: FieldReader<Json> = { expected: 'a value', read: toJson };

export function oneOf<const Value extends string>(...values: readonly Value[]): FieldReader<Value> {
  return {
    expected: values.map((value) => `“${value}”`).join(' or '),
    read(node) {
      const written = scalar(node);
      return values.find((value) => value === written);
    },
  };
}

/** A list of strings; what is no string in it is reported and left out. */
export const texts: FieldReader<readonly string[]> = {
  expected: 'a list of strings',
  read(node, findings) {
    if (node.kind !== 'array') return undefined;
    const values: string[] = [];
    for (const item of node.items) {
      const value = text.read(item, findings);
      if (value !== undefined) values.push(value);
      else if (!isPlaceholder(item))
        report(findings, `Expected a string here, but this is ${kindOf(item)}.`, item);
    }
    return values;
  },
};

/**
 * A list of objects, each read by `item`. What is no object keeps its place in the list (`item` gets undefined),
 * because places are part of identities: the second catcher stays the second.
 */
export function objects<Value>(
  what: string,
  item: (node: ObjectNode | undefined, findings: Findings) => Value,
): FieldReader<readonly Value[]> {
  return {
    expected: `a list of ${what}s`,
    read(node, findings) {
      if (node.kind !== 'array') return undefined;
      return node.items.map((entry) => {
        if (entry.kind === 'object' && !isPlaceholder(entry)) return item(entry, findings);
        if (!isPlaceholder(entry))
          report(findings, `A ${what} must be an object, but this is ${kindOf(entry)}.`, entry);
        return item(undefined, findings);
      });
    },
  };
}
