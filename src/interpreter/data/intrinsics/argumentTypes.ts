import { isJsonObject, type Json, type JsonArray, type JsonObject } from '../../../asl';
import { jsonText } from '../jsonText';
import { ArgumentProblem } from './intrinsicFunction.types';

const ORDINALS = ['first', 'second', 'third'];
/** Failures must not repeat a payload of 256 KiB. */
const SHOWN_LENGTH = 100;

function wrongType(position: number, wanted: string, value: Json | undefined): ArgumentProblem {
  const text = jsonText(value ?? null);
  const shown = text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}...` : text;
  return new ArgumentProblem(
    `The ${ORDINALS[position] ?? 'last'} argument must be ${wanted}, but was ${shown}`,
  );
}

/** The argument at a position (0-based) as an array. */
export function arrayArgument(values: readonly Json[], position: number): JsonArray | ArgumentProblem {
  const value = values[position];
  return Array.isArray(value) ? value : wrongType(position, 'an array', value);
}

export function objectArgument(values: readonly Json[], position: number): JsonObject | ArgumentProblem {
  const value = values[position];
  return isJsonObject(value) ? value : wrongType(position, 'an object', value);
}

export function textArgument(values: readonly Json[], position: number): string | ArgumentProblem {
  const value = values[position];
  return typeof value === 'string' ? value : wrongType(position, 'a string', value);
}

/** A number rounded to the nearest integer, halves upwards as Java's `Math.round` does. */
export function integerArgument(values: readonly Json[], position: number): number | ArgumentProblem {
  const value = values[position];
  // Adding 0 turns -0 into 0, which JSON would write as "0" but compare differently.
  return typeof value === 'number' ? Math.round(value) + 0 : wrongType(position, 'a number', value);
}
