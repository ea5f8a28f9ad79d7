import type { Json } from '../../../asl';
import { jsonText } from '../jsonText';
import { objectArgument, textArgument } from './argumentTypes';
import { ArgumentProblem, type IntrinsicFunction } from './intrinsicFunction.types';

/** Recorded: intrinsic_functions/json_manipulation.test_string_to_json. */
export const stringToJson: IntrinsicFunction = {
  minArguments: 1,
  maxArguments: 1,
  apply: (values) => {
    const text = textArgument(values, 0);
    if (text instanceof ArgumentProblem) return text;
    const value = parseJson(text);
    return value === undefined ? new ArgumentProblem('The argument is not a valid JSON text') : value;
  },
};

/** The value of a JSON text, null for a blank one; undefined when it is not JSON. */
export function parseJson(text: string): Json | undefined {
  if (text.trim() === '') return null;
  try {
    const value = JSON.parse(text) as Json;
    return Object.is(value, -0) ? 0 : value;
  } catch {
    return undefined;
  }
}

/** Recorded: intrinsic_functions/json_manipulation.test_json_to_string. */
export const jsonToString: IntrinsicFunction = {
  minArguments: 1,
  maxArguments: 1,
  apply: (values) => jsonText(values[0] ?? null),
};

/** Shallow: a key of the second object wins. Recorded: intrinsic_functions/json_manipulation.test_json_merge. */
export const jsonMerge: IntrinsicFunction = {
  minArguments: 3,
  maxArguments: 3,
  apply: (values) => {
    const base = objectArgument(values, 0);
    if (base instanceof ArgumentProblem) return base;
    const changes = objectArgument(values, 1);
    if (changes instanceof ArgumentProblem) return changes;
    if (values[2] !== false) {
      return new ArgumentProblem('The third argument must be false: only shallow merging is supported');
    }
    return { ...base, ...changes };
  },
};
