import type { EpochMs, Json, JsonArray } from '../../../asl';
import type { EvaluationScope } from '../evaluationScope';
import { JavaRandom } from '../intrinsics/javaRandom';
import { randomUuid } from '../intrinsics/uuid';
import { formatTimestamp } from '../timestamp';
import { integer, type JsonataFunction, refuseMore } from './functions';

/**
 * Makes a function for one evaluation.
 *
 * @param formatTime the library's `$fromMillis`, for `$now` with a picture
 */
type MakeFunction = (scope: EvaluationScope, formatTime: JsonataFunction) => JsonataFunction;

/**
 * Functions that read the execution's own clock and random numbers. The library would ask the machine, and the
 * execution would no longer follow from its journal. `$random` with a seed is java.util.Random's first number,
 * as users measured on AWS.
 */
export const EXECUTION_FUNCTIONS: ReadonlyMap<string, MakeFunction> = new Map<string, MakeFunction>([
  [
    'random',
    (scope) =>
      (...values) => {
        refuseMore('random', values, 1);
        return values[0] === undefined
          ? scope.random()
          : new JavaRandom(integer('random', values, 0)).nextDouble();
      },
  ],
  [
    'uuid',
    (scope) =>
      (...values) => {
        refuseMore('uuid', values, 0);
        return randomUuid(() => scope.random());
      },
  ],
  [
    'shuffle',
    (scope) => (list) => (Array.isArray(list) ? shuffled(list as JsonArray, () => scope.random()) : list),
  ],
  ['millis', (scope) => () => scope.now],
  [
    'now',
    (scope, formatTime) => (picture, zone) =>
      picture === undefined ? formatTimestamp(scope.now as EpochMs) : formatTime(scope.now, picture, zone),
  ],
]);

function shuffled(list: JsonArray, random: () => number): JsonArray {
  const result: Json[] = [...list];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const moved = result[last] ?? null;
    result[last] = result[other] ?? null;
    result[other] = moved;
  }
  return result;
}
