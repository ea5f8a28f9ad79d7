import { isJsonObject, type Json, type JsonArray } from '../../../asl';
import type { FilterOperand, PathFunctionName } from './pathSyntax.types';
import type { CompileInnerPath, Surroundings } from './walk.types';

/** The values of a function's parameters; an indefinite path gives its array. */
export function compileParameters(
  operands: readonly FilterOperand[],
  compileInnerPath: CompileInnerPath,
): (current: Json, surroundings: Surroundings) => readonly Json[] {
  const readers = operands.map((operand) => {
    if (operand.kind === 'path') return compileInnerPath(operand.path);
    const value = operand.kind === 'literal' ? operand.value : undefined;
    return () => value;
  });
  return (current, surroundings) =>
    readers.flatMap((read) => {
      const value = read(current, surroundings);
      return value === undefined ? [] : [value];
    });
}

/**
 * Applies a path function to the value it is appended to.
 *
 * @returns undefined where Jayway fails: a numeric function without numbers, `first()` of nothing
 * Source: Jayway JsonPath, "Functions"
 */
export function applyFunction(
  name: PathFunctionName,
  value: Json,
  parameters: readonly Json[],
): Json | undefined {
  switch (name) {
    case 'length':
    case 'size':
      return lengthOf(parameters[0] ?? value);
    case 'keys':
      return isJsonObject(value) ? Object.keys(value) : null;
    case 'append':
      return Array.isArray(value) ? [...value, ...parameters] : value;
    case 'concat':
      return [...(Array.isArray(value) ? value : []), ...parameters.flat()]
        .filter((each) => typeof each === 'string')
        .join('');
    case 'first':
      return Array.isArray(value) ? value[0] : undefined;
    case 'last':
      return Array.isArray(value) ? value.at(-1) : undefined;
    case 'index': {
      const [index] = parameters;
      return Array.isArray(value) && typeof index === 'number' ? value.at(index) : undefined;
    }
    default:
      return aggregate(name, numbersOf(value, parameters));
  }
}

function lengthOf(value: Json): Json {
  if (Array.isArray(value)) return value.length;
  return isJsonObject(value) ? Object.keys(value).length : null;
}

function numbersOf(value: Json, parameters: readonly Json[]): readonly number[] {
  const candidates: JsonArray = [...(Array.isArray(value) ? value : []), ...parameters.flat()];
  return candidates.filter((each) => typeof each === 'number');
}

function aggregate(
  name: 'min' | 'max' | 'avg' | 'sum' | 'stddev',
  numbers: readonly number[],
): number | undefined {
  if (numbers.length === 0) return undefined;
  const sum = numbers.reduce((total, each) => total + each, 0);
  switch (name) {
    case 'sum':
      return sum;
    case 'avg':
      return sum / numbers.length;
    case 'min':
      return numbers.reduce((least, each) => Math.min(least, each));
    case 'max':
      return numbers.reduce((most, each) => Math.max(most, each));
    case 'stddev': {
      const squares = numbers.reduce((total, each) => total + each * each, 0);
      return Math.sqrt(squares / numbers.length - (sum / numbers.length) ** 2);
    }
  }
}
