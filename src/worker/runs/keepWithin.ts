import type { RunRecord } from './runs.types';

/** How long a run is kept after it was written. */
const KEPT_MS = 90 * 24 * 3600 * 1000;

/**
 * The runs to be let go so that the others fit: those that are too old, then the oldest. Only runs that have ended.
 * @param now real time
 */
export function runsToForget(runs: readonly RunRecord[], limit: number, now: number): readonly string[] {
  let size = runs.reduce((sum, run) => sum + run.size, 0);
  const forgotten: string[] = [];
  const ended = runs.filter(({ point }) => point.status !== undefined);
  for (const run of ended.sort((a, b) => a.keptSince - b.keptSince)) {
    if (size <= limit && run.keptSince >= now - KEPT_MS) break;
    forgotten.push(run.id);
    size -= run.size;
  }
  return forgotten;
}
