import type { Speed } from '../../../worker';

/** The slowest and fastest token, in milliseconds. Faster than that, edges only flash. */
const LONGEST = 600;
const SHORTEST = 120;

/**
 * How long the token of a transition travels, in milliseconds; 0 when a run is too fast to follow one.
 *
 * @param speed how fast the run goes
 */
export function tokenDuration(speed: Speed): number {
  if (speed === 'instant') return 0;
  if (typeof speed === 'object') return SHORTEST;
  const duration = Math.min(LONGEST, 800 / speed);
  return duration < SHORTEST ? 0 : duration;
}
