import type { Json } from '../../../asl';
import { type DirectResult, UNDECIDED } from './direct.types';

type Operand = Json | undefined;

/** `+ - * / %`; undefined for other operators. Anything but finite numbers, also as result, is the library's affair. */
export function arithmetic(operator: string): ((a: Operand, b: Operand) => DirectResult) | undefined {
  const compute = NUMERIC[operator];
  if (!compute) return undefined;
  return (a, b) => {
    if (typeof a !== 'number' || typeof b !== 'number') return UNDECIDED;
    // Adding 0 turns -0, which JSON does not have, into 0.
    const result = compute(a, b) + 0;
    return Number.isFinite(result) ? result : UNDECIDED;
  };
}

const NUMERIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

/** `< <= > >=` on two numbers or two texts; undefined for other operators. */
export function comparison(operator: string): ((a: Operand, b: Operand) => DirectResult) | undefined {
  const holds = ORDERED[operator];
  if (!holds) return undefined;
  return (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return holds(a, b);
    return typeof a === 'string' && typeof b === 'string' ? holds(a, b) : UNDECIDED;
  };
}

const ORDERED: Readonly<Record<string, <T extends number | string>(a: T, b: T) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** The truth of a value. Source: JSONata documentation, "$boolean()". */
export function effectiveBoolean(value: DirectResult): boolean | typeof UNDECIDED {
  if (value === UNDECIDED) return UNDECIDED;
  if (typeof value === 'boolean') return value;
  if (value === undefined || value === null) return false;
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'string') return value !== '';
  return Array.isArray(value)
    ? value.some((each) => effectiveBoolean(each) === true)
    : Object.keys(value).length > 0;
}

/** What `&` makes of a value: 15 significant digits of a number, nothing of nothing. */
export function textOf(value: Operand): string | typeof UNDECIDED {
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  if (typeof value === 'number') {
    return JSON.stringify(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
  }
  return typeof value === 'boolean' || value === null ? String(value) : UNDECIDED;
}
