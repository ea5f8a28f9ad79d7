import type { EpochMs, Json, JsonArray } from '../../../asl';
import type { EvaluationScope } from '../evaluationScope';
import { JavaRandom } from '../intrinsics/javaRandom';
import { randomUuid } from '../intrinsics/uuid';
import { formatTimestamp } from '../timestamp';
import { integer, type JsonataFunction, refuseMore } from './functions';

/** Names of the functions that only an execution can answer. */
export const EXECUTION_FUNCTIONS: readonly string[] = ['random', 'uuid', 'shuffle', 'millis', 'now'];

/**
 * Functions that read the execution's own clock and random numbers. The library would ask the machine, and the
 * execution would no longer follow from its journal. `$random` with a seed is java.util.Random's first number,
 * as users measured on AWS.
 *
 * @param formatTime the library's `$fromMillis`, for `$now` with a picture
 */
export function executionFunctions(
  scope: EvaluationScope,
  formatTime: JsonataFunction,
): ReadonlyMap<string, JsonataFunction> {
  const random = (): number => scope.random();
  return new Map<string, JsonataFunction>([
    [
      'random',
      (...values) => {
        refuseMore('random', values, 1);
        return values[0] === undefined ? random() : new JavaRandom(integer('random', values, 0)).nextDouble();
      },
    ],
    [
      'uuid',
      (...values) => {
        refuseMore('uuid', values, 0);
        return randomUuid(random);
      },
    ],
    ['shuffle', (list) => (Array.isArray(list) ? shuffled(list as JsonArray, random) : list)],
    ['millis', () => scope.now],
    [
      'now',
      (picture, zone) =>
        picture === undefined ? formatTimestamp(scope.now as EpochMs) : formatTime(scope.now, picture, zone),
    ],
  ]);
}

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
