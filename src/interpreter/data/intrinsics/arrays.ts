import type { Json, JsonArray } from '../../../asl';
import { canonicalText } from '../canonicalText';
import { deepEqual } from '../jsonText';
import { arrayArgument, integerArgument } from './argumentTypes';
import { ArgumentProblem, type IntrinsicFunction } from './intrinsicFunction.types';

/** Source: developer guide, "Intrinsics for arrays": the new array can have at most 1000 items. */
const MAX_RANGE = 1_000;

/** Recorded: intrinsic_functions/array.test_array. */
export const arrayFunction: IntrinsicFunction = {
  minArguments: 0,
  maxArguments: Number.POSITIVE_INFINITY,
  apply: (values) => values,
};

/** Chunks of an array; the last may be shorter. Recorded: intrinsic_functions/array.test_array_partition. */
export const arrayPartition: IntrinsicFunction = {
  minArguments: 2,
  maxArguments: 2,
  apply: (values) => {
    const list = arrayArgument(values, 0);
    if (list instanceof ArgumentProblem) return list;
    const size = integerArgument(values, 1);
    if (size instanceof ArgumentProblem) return size;
    if (size <= 0) return new ArgumentProblem(`The chunk size must be a positive integer, but was ${size}`);
    return chunks(list, size);
  },
};

export function chunks(list: JsonArray, size: number): JsonArray[] {
  const result: JsonArray[] = [];
  for (let start = 0; start < list.length; start += size) result.push(list.slice(start, start + size));
  return result;
}

/** Recorded: intrinsic_functions/array.test_array_contains. */
export const arrayContains: IntrinsicFunction = {
  minArguments: 2,
  maxArguments: 2,
  apply: (values) => {
    const list = arrayArgument(values, 0);
    if (list instanceof ArgumentProblem) return list;
    const wanted = values[1] ?? null;
    return list.some((each) => deepEqual(each, wanted));
  },
};

/** From start to end, both included, in steps. Recorded: intrinsic_functions/array.test_array_range. */
export const arrayRange: IntrinsicFunction = {
  minArguments: 3,
  maxArguments: 3,
  apply: (values) => {
    const start = integerArgument(values, 0);
    if (start instanceof ArgumentProblem) return start;
    const end = integerArgument(values, 1);
    if (end instanceof ArgumentProblem) return end;
    const step = integerArgument(values, 2);
    if (step instanceof ArgumentProblem) return step;
    if (step === 0) return new ArgumentProblem('The step must not be 0');
    const length = Math.max(0, Math.floor((end - start) / step) + 1);
    if (length > MAX_RANGE) {
      return new ArgumentProblem(`The range has ${length} items, more than the ${MAX_RANGE} allowed`);
    }
    return Array.from({ length }, (_, index) => start + index * step);
  },
};

/** Recorded: intrinsic_functions/array.test_array_get_item. */
export const arrayGetItem: IntrinsicFunction = {
  minArguments: 2,
  maxArguments: 2,
  apply: (values) => {
    const list = arrayArgument(values, 0);
    if (list instanceof ArgumentProblem) return list;
    const index = integerArgument(values, 1);
    if (index instanceof ArgumentProblem) return index;
    const item = list[index];
    if (item !== undefined) return item;
    return new ArgumentProblem(`Index ${index} is outside of the array, which has ${list.length} items`);
  },
};

/** Recorded: intrinsic_functions/array.test_array_length. */
export const arrayLength: IntrinsicFunction = {
  minArguments: 1,
  maxArguments: 1,
  apply: (values) => {
    const list = arrayArgument(values, 0);
    return list instanceof ArgumentProblem ? list : list.length;
  },
};

/** The first of every value, in the array's order. Source: developer guide, "Intrinsics for arrays". */
export const arrayUnique: IntrinsicFunction = {
  minArguments: 1,
  maxArguments: 1,
  apply: (values) => {
    const list = arrayArgument(values, 0);
    return list instanceof ArgumentProblem ? list : distinct(list);
  },
};

function distinct(list: JsonArray): JsonArray {
  const seen = new Map<string, Json>();
  for (const each of list) {
    const key = canonicalText(each);
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}
