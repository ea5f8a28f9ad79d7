import type { RunRecord } from './runs.types';

/** How long a run is kept after it was written. */
const KEPT_MS = 90 * 24 * 3600 * 1000;

/**
 * The runs to be let go so that the others fit: those that are too old, then the oldest that have ended. One that was
 * interrupted may yet be resumed: room alone is no reason to let go of it, its age is.
 *
 * @param runs those that nobody is at work on
 * @param size of all that are kept, these included
 * @param now real time
 */
export function runsToForget(
  runs: readonly RunRecord[],
  size: number,
  limit: number,
  now: number,
): readonly string[] {
  const isTooOld = (run: RunRecord) => run.keptSince < now - KEPT_MS;
  const tooOld = runs.filter(isTooOld);
  let left = tooOld.reduce((sum, run) => sum - run.size, size);
  const forgotten = tooOld.map(({ id }) => id);
  const ended = runs.filter((run) => run.point.status !== undefined && !isTooOld(run));
  for (const run of ended.sort((a, b) => a.keptSince - b.keptSince)) {
    if (left <= limit) break;
    forgotten.push(run.id);
    left -= run.size;
  }
  return forgotten;
}
