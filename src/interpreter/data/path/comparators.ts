import { isJsonObject, type Json, type JsonArray } from '../../../asl';
import { deepEqual } from '../jsonText';
import type { StepBudget } from '../pattern/match';
import type { Pattern } from '../pattern/pattern';
import type { Comparator } from './pathSyntax.types';

/** `undefined`: the operand's path finds nothing. */
export type OperandValue = Json | undefined | Pattern;

const isPattern = (value: OperandValue): value is Pattern =>
  isJsonObject(value) && typeof (value as { matchesWhole?: unknown }).matchesWhole === 'function';

/** Compares two operands of a filter. Operands that do not fit the comparator make it false. Source: Jayway JsonPath, "Filter Operators". */
export function compareOperands(
  comparator: Comparator,
  left: OperandValue,
  right: OperandValue,
  budget: StepBudget,
): boolean {
  if (comparator === '=~') return matchesPattern(left, right, budget);
  if (isPattern(left) || isPattern(right)) return false;
  switch (comparator) {
    case '==':
      return looselyEqual(left, right);
    case '!=':
      return !looselyEqual(left, right);
    case '===':
      return strictlyEqual(left, right);
    case '!==':
      return !strictlyEqual(left, right);
    case '<':
      return ordered(left, right, (order) => order < 0);
    case '<=':
      return ordered(left, right, (order) => order <= 0);
    case '>':
      return ordered(left, right, (order) => order > 0);
    case '>=':
      return ordered(left, right, (order) => order >= 0);
    case 'in':
      return isList(right) && contains(right, left);
    case 'nin':
      return !(isList(right) && contains(right, left));
    case 'subsetof':
      return isList(left) && isList(right) && left.every((each) => contains(right, each));
    case 'anyof':
      return isList(left) && isList(right) && left.some((each) => contains(right, each));
    case 'noneof':
      return isList(left) && isList(right) && !left.some((each) => contains(right, each));
    case 'all':
      return isList(left) && isList(right) && right.every((each) => contains(left, each));
    case 'contains':
      if (typeof left === 'string') return typeof right === 'string' && left.includes(right);
      return isList(left) && contains(left, right);
    case 'size':
      return (typeof left === 'string' || isList(left)) && left.length === right;
    case 'empty':
      return isEmpty(left) === right;
    case 'exists':
      return left === right;
  }
}

const isList = (value: Json | undefined): value is JsonArray => Array.isArray(value);
const contains = (list: JsonArray, value: Json | undefined): boolean =>
  list.some((each) => looselyEqual(value, each));

/** Equality that lets a number and a text with that number be equal; nothing equals what is missing. */
function looselyEqual(left: Json | undefined, right: Json | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  if (typeof left === 'number' && typeof right === 'string')
    return right.trim() !== '' && left === Number(right);
  if (typeof left === 'string' && typeof right === 'number') return left === String(right);
  return deepEqual(left, right);
}

const strictlyEqual = (left: Json | undefined, right: Json | undefined): boolean =>
  left !== undefined && right !== undefined && deepEqual(left, right);

/** Numbers with numbers, texts with texts; anything else has no order. */
function ordered(
  left: Json | undefined,
  right: Json | undefined,
  holds: (order: number) => boolean,
): boolean {
  if (typeof left === 'number' && typeof right === 'number') return holds(left - right);
  if (typeof left === 'string' && typeof right === 'string')
    return holds(left < right ? -1 : left > right ? 1 : 0);
  return false;
}

function isEmpty(value: Json | undefined): boolean | undefined {
  if (typeof value === 'string' || isList(value)) return value.length === 0;
  return isJsonObject(value) ? Object.keys(value).length === 0 : undefined;
}

/** The whole text must match. A list matches when one of its elements does. */
function matchesPattern(left: OperandValue, right: OperandValue, budget: StepBudget): boolean {
  if (isPattern(left) === isPattern(right)) return false;
  const [pattern, value] = isPattern(left) ? [left, right] : [right, left];
  if (!isPattern(pattern) || isPattern(value)) return false;
  const matches = (each: Json | undefined): boolean =>
    typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean'
      ? pattern.matchesWhole(String(each), budget)
      : false;
  return isList(value) ? value.some(matches) : matches(value);
}
