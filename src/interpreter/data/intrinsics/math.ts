import { integerArgument } from './argumentTypes';
import { ArgumentProblem, type IntrinsicFunction } from './intrinsicFunction.types';
import { JavaRandom } from './javaRandom';

const MIN_INTEGER = -(2 ** 31);
const MAX_INTEGER = 2 ** 31 - 1;

/** Each operand is rounded before the addition. Recorded: intrinsic_functions/math_operations.test_math_add. */
export const mathAdd: IntrinsicFunction = {
  minArguments: 2,
  maxArguments: 2,
  apply: (values) => {
    const a = integerArgument(values, 0);
    if (a instanceof ArgumentProblem) return a;
    const b = integerArgument(values, 1);
    if (b instanceof ArgumentProblem) return b;
    if (a < MIN_INTEGER || a > MAX_INTEGER || b < MIN_INTEGER || b > MAX_INTEGER) {
      return new ArgumentProblem(`Both arguments must be between ${MIN_INTEGER} and ${MAX_INTEGER}`);
    }
    return a + b;
  },
};

/**
 * An integer from start (included) to end (excluded). With a seed always the same one: AWS does not say how,
 * here it is the first `nextInt` of java.util.Random.
 * Source: developer guide, "Intrinsics for Math operations"; Recorded: intrinsic_functions/math_operations.test_math_random.
 */
export const mathRandom: IntrinsicFunction = {
  minArguments: 2,
  maxArguments: 3,
  apply: (values, scope) => {
    const start = integerArgument(values, 0);
    if (start instanceof ArgumentProblem) return start;
    const end = integerArgument(values, 1);
    if (end instanceof ArgumentProblem) return end;
    const size = end - start;
    if (size <= 0) return new ArgumentProblem(`The end ${end} must be greater than the start ${start}`);
    if (size > MAX_INTEGER) return new ArgumentProblem(`The range is larger than ${MAX_INTEGER}`);
    if (values.length < 3) return start + Math.floor(scope.random() * size);
    const seed = integerArgument(values, 2);
    return seed instanceof ArgumentProblem ? seed : start + new JavaRandom(seed).nextInt(size);
  },
};
