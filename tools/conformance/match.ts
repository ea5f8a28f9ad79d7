/**
 * Compares what was recorded with what was computed. The recorder rewrote texts (dates, ids, ARNs) into
 * stand-ins and parsed JSON texts that begin with a brace, so equality is looser than `===` in just those ways.
 */
export interface Marks {
  /** Whole strings that stand for any value. */
  readonly placeholders: ReadonlySet<string>;
  /** Parts of strings that stand for any text; within a case the same token is the same text. */
  readonly tokens: readonly string[];
}

/** `date` stands for every ISO 8601 instant with a zone; `timestamp` and `datetime` for any value. */
export function marksOf(of: {
  readonly placeholders: readonly string[];
  readonly tokens: readonly string[];
}): Marks {
  return {
    placeholders: new Set(['timestamp', 'date', 'datetime', ...of.placeholders]),
    tokens: [...of.tokens].sort((a, b) => b.length - a.length),
  };
}

const INSTANT =
  /\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-][01]\d:?[0-5]\d)/g;

/** @returns the differences, each with the path to it; none when they match */
export function differences(expected: unknown, actual: unknown, marks: Marks, path = '$'): readonly string[] {
  if (isStandIn(expected, marks)) return actual === undefined ? [`${path}: missing`] : [];
  if (typeof expected === 'string') {
    return typeof actual === 'string' && textMatches(expected, actual, marks)
      ? []
      : [unequal(path, expected, actual)];
  }
  if (typeof expected !== 'object' || expected === null) {
    return sameScalar(expected, actual) ? [] : [unequal(path, expected, actual)];
  }
  // The recorder parsed this text; the API returns it as text.
  const parsed = typeof actual === 'string' ? parse(actual) : undefined;
  const value = typeof parsed === 'object' && parsed !== null ? parsed : actual;
  if (Array.isArray(expected)) return arrayDifferences(expected, value, marks, path);
  return objectDifferences(expected as Readonly<Record<string, unknown>>, value, marks, path);
}

function arrayDifferences(
  expected: readonly unknown[],
  actual: unknown,
  marks: Marks,
  path: string,
): readonly string[] {
  if (!Array.isArray(actual)) return [unequal(path, expected, actual)];
  if (actual.length !== expected.length) {
    return [
      `${path}: ${expected.length} expected, ${actual.length} found: ${show(expected)} and ${show(actual)}`,
    ];
  }
  return expected.flatMap((item, index) => differences(item, actual[index], marks, `${path}[${index}]`));
}

function objectDifferences(
  expected: Readonly<Record<string, unknown>>,
  actual: unknown,
  marks: Marks,
  path: string,
): readonly string[] {
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual))
    return [unequal(path, expected, actual)];
  const found = actual as Readonly<Record<string, unknown>>;
  return [...new Set([...Object.keys(expected), ...Object.keys(found)])].flatMap((key) => {
    if (!Object.hasOwn(expected, key)) return [`${path}.${key}: not expected, found ${show(found[key])}`];
    if (!Object.hasOwn(found, key)) return [`${path}.${key}: missing, expected ${show(expected[key])}`];
    return differences(expected[key], found[key], marks, `${path}.${key}`);
  });
}

const isStandIn = (value: unknown, { placeholders, tokens }: Marks): boolean =>
  typeof value === 'string' && (placeholders.has(value) || tokens.includes(value));

const sameScalar = (a: unknown, b: unknown): boolean => Object.is(a, b) || (a === 0 && b === 0);

function textMatches(expected: string, actual: string, marks: Marks): boolean {
  const dated = actual.replace(INSTANT, 'date');
  if (expected === actual || expected === dated) return true;
  const used = marks.tokens.filter((token) => expected.includes(token));
  if (used.length > 0) {
    const pattern = tokenPattern(expected, used);
    if (pattern.test(actual) || pattern.test(dated)) return true;
  }
  // Texts that are JSON are compared as values: spacing and the spelling of numbers do not count.
  const left = parse(expected);
  const right = parse(actual);
  return (
    left !== undefined &&
    right !== undefined &&
    typeof left === typeof right &&
    differences(left, right, marks).length === 0
  );
}

function tokenPattern(expected: string, tokens: readonly string[]): RegExp {
  const split = new RegExp(`(${tokens.map(literal).join('|')})`);
  const groups = new Map<string, string>();
  const source = expected.split(split).map((part, index) => {
    if (index % 2 === 0) return literal(part);
    const known = groups.get(part);
    if (known) return `\\k<${known}>`;
    const name = `token${groups.size}`;
    groups.set(part, name);
    return `(?<${name}>[\\s\\S]+?)`;
  });
  return new RegExp(`^${source.join('')}$`);
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
};
const unequal = (path: string, expected: unknown, actual: unknown): string =>
  `${path}: expected ${show(expected)}, found ${show(actual)}`;
