import { textArgument } from './argumentTypes';
import { ArgumentProblem, type IntrinsicFunction } from './intrinsicFunction.types';

/**
 * Splits at every single character of the second argument and drops empty parts.
 * Recorded: intrinsic_functions/string_operations.test_string_split.
 */
export const stringSplit: IntrinsicFunction = {
  minArguments: 2,
  maxArguments: 2,
  apply: (values) => {
    const text = textArgument(values, 0);
    if (text instanceof ArgumentProblem) return text;
    const splitters = textArgument(values, 1);
    if (splitters instanceof ArgumentProblem) return splitters;
    const parts: string[] = [];
    let start = 0;
    for (let index = 0; index <= text.length; index++) {
      if (index < text.length && !splitters.includes(text.charAt(index))) continue;
      if (index > start) parts.push(text.slice(start, index));
      start = index + 1;
    }
    return parts;
  },
};
