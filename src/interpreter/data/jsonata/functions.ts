import type { Json, JsonArray } from '../../../asl';
import { canonicalText } from '../canonicalText';
import { chunks } from '../intrinsics/arrays';
import { hashText } from '../intrinsics/hash';
import { parseJson } from '../intrinsics/json';
import { JsonataError, MEMORY_LIMIT } from './jsonataError';
import { hasRepeatedKey } from './repeatedKey';

/** AWS accepts `$range(1, 360145, 1)` and refuses one element more. */
const MAX_RANGE = 360_145;

/** Arguments as the library hands them over: a missing one is undefined. */
type Argument = Json | undefined;
export type JsonataFunction = (...values: readonly Argument[]) => unknown;

export function signatureError(name: string, position: number): JsonataError {
  return new JsonataError(
    'T0410',
    `Argument ${position} of function "${name}" does not match function signature`,
  );
}

/** The argument at a position (0-based) as a number without its fraction. */
export function integer(name: string, values: readonly Argument[], position: number): number {
  const value = values[position];
  if (typeof value !== 'number') throw signatureError(name, position + 1);
  return Math.trunc(value) + 0;
}

/** AWS names the first argument that is too many. */
export function refuseMore(name: string, values: readonly Argument[], count: number): void {
  if (values[count] !== undefined) throw signatureError(name, count + 1);
}

/** Recorded: intrinsic_functions/array_jsonata.test_array_partition. */
function partition(...values: readonly Argument[]): unknown {
  refuseMore('partition', values, 2);
  const [list, size] = values;
  if (list === undefined) return undefined;
  if (!Array.isArray(list)) {
    throw new JsonataError('T0412', 'Argument 1 of function "partition" must be an array of undefined');
  }
  if (list.length === 0) return undefined;
  if (size === undefined) return [list];
  const length = integer('partition', values, 1);
  if (length < 0) throw new JsonataError('D3137', 'Second argument must be zero or greater');
  return length === 0 ? undefined : chunks(list as JsonArray, length);
}

/** One element stands alone. Recorded: intrinsic_functions/array_jsonata.test_array_range. */
function range(...values: readonly Argument[]): unknown {
  refuseMore('range', values, 3);
  const start = integer('range', values, 0);
  const end = integer('range', values, 1);
  if (values[2] === undefined) return undefined;
  const step = integer('range', values, 2);
  if (step === 0 || (end - start) * step < 0) return undefined;
  const length = Math.floor((end - start) / step) + 1;
  if (length > MAX_RANGE) throw new JsonataError(undefined, MEMORY_LIMIT);
  if (length === 1) return start;
  return Array.from({ length }, (_, index) => start + index * step);
}

/** Hexadecimal digest of a text. Source: developer guide, "Transforming data with JSONata". */
function hash(...values: readonly Argument[]): unknown {
  refuseMore('hash', values, 2);
  const [text, algorithm] = values;
  if (typeof text !== 'string') throw signatureError('hash', 1);
  if (algorithm === undefined) return undefined;
  if (typeof algorithm !== 'string') throw signatureError('hash', 2);
  const digest = hashText(text, algorithm);
  if (digest !== undefined) return digest;
  throw new JsonataError(
    'D3137',
    `Hash algorithm '${algorithm}' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5`,
  );
}

/** The value of a JSON text; AWS refuses a blank one and repeated keys. Recorded: intrinsic_functions/json_manipulation_jsonata.test_parse. */
function parse(...values: readonly Argument[]): unknown {
  refuseMore('parse', values, 1);
  const [text] = values;
  if (text === undefined) return undefined;
  if (typeof text !== 'string') throw signatureError('parse', 1);
  const value = text.trim() === '' ? undefined : parseJson(text);
  if (value === undefined || hasRepeatedKey(text)) throw new JsonataError('D3137', 'Invalid JSON');
  return value;
}

/** Comparing every pair, as the library does, takes hours for the longest arrays it admits. */
function distinct(...values: readonly Argument[]): unknown {
  const [list] = values;
  if (!Array.isArray(list) || list.length <= 1) return list;
  const seen = new Map<string, Json>();
  for (const each of list as JsonArray) {
    const key = canonicalText(each);
    if (!seen.has(key)) seen.set(key, each);
  }
  return Object.assign([...seen.values()], Object.hasOwn(list, 'sequence') && { sequence: true });
}

/** Functions that need nothing but their arguments: what AWS adds, and those of the library that need a bound. */
export const PURE_FUNCTIONS: ReadonlyMap<string, JsonataFunction> = new Map<string, JsonataFunction>([
  ['partition', partition],
  ['range', range],
  ['hash', hash],
  ['parse', parse],
  ['distinct', distinct],
]);
