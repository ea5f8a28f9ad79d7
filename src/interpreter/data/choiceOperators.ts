import type { Json } from '../../asl';
import { compareTimestamps, parseTimestamp } from './timestamp';
import { compileWildcard } from './wildcard';

/** Compares a Variable's value with an operand; a value or an operand of another type makes it false. */
type Comparator = (value: Json, operand: Json) => boolean;
type Order = (order: number) => boolean;

const ORDERS: Readonly<Record<string, Order>> = {
  Equals: (order) => order === 0,
  LessThan: (order) => order < 0,
  GreaterThan: (order) => order > 0,
  LessThanEquals: (order) => order <= 0,
  GreaterThanEquals: (order) => order >= 0,
};

/** Texts are compared code unit by code unit. Recorded: choice_operators/string_operators. */
const texts =
  (holds: Order): Comparator =>
  (value, operand) =>
    typeof value === 'string' &&
    typeof operand === 'string' &&
    holds(value < operand ? -1 : value > operand ? 1 : 0);

/** Texts that look like numbers are not numbers. Recorded: choice_operators/numeric. */
const numbers =
  (holds: Order): Comparator =>
  (value, operand) =>
    typeof value === 'number' && typeof operand === 'number' && holds(value - operand);

/** Recorded: choice_operators/timestamp_operators. */
const timestamps =
  (holds: Order): Comparator =>
  (value, operand) => {
    if (typeof value !== 'string' || typeof operand !== 'string') return false;
    const order = compareTimestamps(value, operand);
    return order !== undefined && holds(order);
  };

/** Recorded: choice_operators/boolean_equals. */
const booleans: Comparator = (value, operand) => typeof value === 'boolean' && value === operand;

function buildComparators(): ReadonlyMap<string, Comparator> {
  const comparators = new Map<string, Comparator>([['BooleanEquals', booleans]]);
  for (const [suffix, holds] of Object.entries(ORDERS)) {
    comparators.set(`String${suffix}`, texts(holds));
    comparators.set(`Numeric${suffix}`, numbers(holds));
    comparators.set(`Timestamp${suffix}`, timestamps(holds));
  }
  return comparators;
}

/** Operators that also have a `…Path` form, by their name without `Path`. */
export const COMPARATORS = buildComparators();

const TYPE_TESTS: ReadonlyMap<string, (value: Json) => boolean> = new Map([
  ['IsNull', (value: Json) => value === null],
  ['IsNumeric', (value: Json) => typeof value === 'number'],
  ['IsString', (value: Json) => typeof value === 'string'],
  ['IsBoolean', (value: Json) => typeof value === 'boolean'],
  ['IsTimestamp', (value: Json) => typeof value === 'string' && parseTimestamp(value) !== undefined],
]);

/**
 * The test of an operator with its literal operand, for a value that exists; undefined for a name that is no
 * operator. `IsX: false` holds for values of any other type. Recorded: choice_operators/is_operators.
 */
export function compileLiteralTest(operator: string, operand: Json): ((value: Json) => boolean) | undefined {
  const typeTest = TYPE_TESTS.get(operator);
  if (typeTest) return (value) => typeTest(value) === operand;
  if (operator === 'StringMatches') {
    if (typeof operand !== 'string') return () => false;
    const matches = compileWildcard(operand);
    return (value) => typeof value === 'string' && matches(value);
  }
  const compare = COMPARATORS.get(operator);
  return compare && ((value) => compare(value, operand));
}

/** Every operator of a JSONPath Choice rule, `…Path` forms included. */
export const CHOICE_OPERATORS: ReadonlySet<string> = new Set([
  ...COMPARATORS.keys(),
  ...[...COMPARATORS.keys()].map((operator) => `${operator}Path`),
  ...TYPE_TESTS.keys(),
  'IsPresent',
  'StringMatches',
]);
