import { isJsonObject, type Json, type JsonObject } from '../../../asl';

/** How a rule of a JSONPath Choice, or a part of one, is put together. */
export type RuleKind = 'comparison' | 'And' | 'Or' | 'Not';

export const RULE_KINDS: readonly { readonly value: RuleKind; readonly label: string }[] = [
  { value: 'comparison', label: 'Comparison' },
  { value: 'And', label: 'All of' },
  { value: 'Or', label: 'Any of' },
  { value: 'Not', label: 'Not' },
];

/** Fields of a rule that belong to the rule as a whole. */
const WHOLE: ReadonlySet<string> = new Set(['Next', 'Comment', 'Assign', 'Output', 'Condition']);

export const NEW_COMPARISON: JsonObject = { Variable: '$.value', IsPresent: true };

export function kindOf(rule: JsonObject): RuleKind {
  if ('And' in rule) return 'And';
  if ('Or' in rule) return 'Or';
  return 'Not' in rule ? 'Not' : 'comparison';
}

/** The rule's expression without what belongs to the rule as a whole. */
export function expressionOf(rule: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(rule).filter(([name]) => !WHOLE.has(name)));
}

/** What has to change for a rule to be put together in another way; what it says now stays part of it where it can. */
export function withKind(
  rule: JsonObject,
  kind: RuleKind,
): readonly { readonly name: string; readonly value: Json | undefined }[] {
  const expression = expressionOf(rule);
  const next = expressionAs(expression, kind);
  const names = new Set([...Object.keys(expression), ...Object.keys(next)]);
  return [...names].map((name) => ({ name, value: Object.hasOwn(next, name) ? next[name] : undefined }));
}

function expressionAs(expression: JsonObject, kind: RuleKind): JsonObject {
  const from = kindOf(expression);
  if (from === kind) return expression;
  const parts = partsOf(expression);
  if (kind === 'And' || kind === 'Or')
    return { [kind]: from === 'And' || from === 'Or' ? [...parts] : [expression] };
  if (kind === 'Not') return { Not: expression };
  return parts[0] ? expressionAs(parts[0], 'comparison') : NEW_COMPARISON;
}

/** The parts of a group; a Not has one. */
export function partsOf(expression: JsonObject): readonly JsonObject[] {
  const inside = expression.And ?? expression.Or ?? (expression.Not === undefined ? [] : [expression.Not]);
  return Array.isArray(inside) ? inside.filter(isJsonObject) : [];
}

type OperandType = 'text' | 'number' | 'boolean' | 'moment' | 'pattern';

export interface Operator {
  /** Without `Path`. */
  readonly name: string;
  readonly label: string;
  readonly group: string;
  readonly operand: OperandType;
  /** Whether the operand may be a path: `StringEqualsPath`. */
  readonly path: boolean;
}

const ORDERS: readonly (readonly [string, string])[] = [
  ['Equals', 'is'],
  ['LessThan', 'is less than'],
  ['GreaterThan', 'is greater than'],
  ['LessThanEquals', 'is at most'],
  ['GreaterThanEquals', 'is at least'],
];
const MOMENTS: readonly string[] = ['is', 'is before', 'is after', 'is not after', 'is not before'];
const TYPES: readonly (readonly [string, string])[] = [
  ['IsPresent', 'is there'],
  ['IsNull', 'is null'],
  ['IsString', 'is a text'],
  ['IsNumeric', 'is a number'],
  ['IsBoolean', 'is true or false'],
  ['IsTimestamp', 'is a moment'],
];

/** Every operator of a comparison, in words. Source: ASL specification, "Choice State". */
export const OPERATORS: readonly Operator[] = [
  ...TYPES.map(
    ([name, label]): Operator => ({ name, label, group: 'Kind', operand: 'boolean', path: false }),
  ),
  ...ORDERS.map(
    ([order, label]): Operator => ({
      name: `String${order}`,
      label,
      group: 'Text',
      operand: 'text',
      path: true,
    }),
  ),
  { name: 'StringMatches', label: 'matches', group: 'Text', operand: 'pattern', path: false },
  ...ORDERS.map(
    ([order, label]): Operator => ({
      name: `Numeric${order}`,
      label,
      group: 'Number',
      operand: 'number',
      path: true,
    }),
  ),
  { name: 'BooleanEquals', label: 'is', group: 'True or false', operand: 'boolean', path: true },
  ...ORDERS.map(
    ([order], index): Operator => ({
      name: `Timestamp${order}`,
      label: MOMENTS[index] ?? 'is',
      group: 'Moment',
      operand: 'moment',
      path: true,
    }),
  ),
];

export interface ReadComparison {
  readonly operator: Operator | undefined;
  /** The field that holds the operand, as written. */
  readonly field: string | undefined;
  readonly byPath: boolean;
  readonly operand: Json | undefined;
}

export function readComparison(rule: JsonObject): ReadComparison {
  const field = Object.keys(expressionOf(rule)).find((name) => name !== 'Variable');
  const plain = OPERATORS.find(({ name }) => name === field);
  const dynamic = OPERATORS.find(({ name, path }) => path && `${name}Path` === field);
  return {
    operator: plain ?? dynamic,
    field,
    byPath: dynamic !== undefined,
    operand: field === undefined ? undefined : rule[field],
  };
}

const FIRST_OPERAND: Readonly<Record<OperandType, Json>> = {
  text: '',
  number: 0,
  boolean: true,
  moment: '2026-01-01T00:00:00Z',
  pattern: '*',
};

/** An operand for an operator: the one there was, if it can be one. */
export function operandFor({ operand: type }: Operator, before: Json | undefined): Json {
  if (type === 'number') return typeof before === 'number' ? before : Number(before) || 0;
  if (type === 'boolean') return typeof before === 'boolean' ? before : true;
  if (typeof before === 'string' && type !== 'moment') return before;
  if (typeof before === 'number' && type === 'text') return String(before);
  return FIRST_OPERAND[type];
}
