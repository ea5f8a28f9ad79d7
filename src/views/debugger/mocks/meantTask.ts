import { nearestName } from '../../../asl';

/**
 * The Task state that a mock was most likely for whose own is not there: the nearest by name of those that have no mock,
 * and when one mock and one Task are left, that one, whatever it is called now. Undefined when there is none.
 */
export function meantTask(
  stranger: string,
  strangers: readonly string[],
  free: readonly string[],
): string | undefined {
  return nearestName(stranger, free) ?? (strangers.length === 1 && free.length === 1 ? free[0] : undefined);
}
