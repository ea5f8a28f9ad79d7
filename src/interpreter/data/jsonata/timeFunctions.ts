import jsonata from 'jsonata';
import type { EpochMs } from '../../../asl/brand';
import { formatTimestamp } from '../timestamp';
import type { JsonataFunction } from './functions';

const format = jsonata('$fromMillis($time, $picture, $zone)');

/**
 * `$now()` and `$millis()` in virtual time: the library would ask the machine's clock, and the execution would
 * no longer follow from its journal.
 *
 * @param now milliseconds since 1970
 */
export function timeFunctions(now: number): ReadonlyMap<string, JsonataFunction> {
  return new Map<string, JsonataFunction>([
    ['millis', () => now],
    [
      'now',
      (picture, zone) =>
        picture === undefined
          ? formatTimestamp(now as EpochMs)
          : format.evaluate(undefined, { time: now, picture, zone }),
    ],
  ]);
}
