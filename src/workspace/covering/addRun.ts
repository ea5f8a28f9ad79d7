import type { Glance } from '../progressStore';
import type { CoverageCount, CoverageState } from './coverage.types';

/** Where one run came, by path and by transition. */
export interface CountedRun {
  readonly id: string;
  readonly states: ReadonlyMap<string, number>;
  readonly transitions: ReadonlyMap<string, number>;
}

export const countRun = (id: string, { states, taken }: Glance): CountedRun => ({
  id,
  states: new Map(states.filter(({ visits }) => visits > 0).map(({ path, visits }) => [path, visits])),
  transitions: new Map(taken.filter(({ count }) => count > 0).map((each) => [each.id, each.count])),
});

/** @param before the same run as it was counted last: one that was redriven ends again */
export function addRun(
  coverage: CoverageState,
  run: CountedRun,
  before: CountedRun | undefined,
): CoverageState {
  return {
    runs: coverage.runs + (before ? 0 : 1),
    states: added(coverage.states, run.states, before?.states),
    transitions: added(coverage.transitions, run.transitions, before?.transitions),
  };
}

type Counts = CoverageState['states'];

function added(
  counts: Counts,
  now: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number> = new Map(),
): Counts {
  const result = new Map<string, CoverageCount>(Object.entries(counts));
  for (const [key, times] of now) {
    const { runs, times: sum } = result.get(key) ?? { runs: 0, times: 0 };
    const counted = before.get(key);
    result.set(key, {
      runs: counted === undefined ? runs + 1 : Math.max(1, runs),
      times: sum + Math.max(0, times - (counted ?? 0)),
    });
  }
  return Object.fromEntries(result);
}
