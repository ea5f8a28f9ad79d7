import type { CoverageState } from './coverage.types';

/** The state that the id of a transition hangs on, and what comes behind it there. */
interface Hung {
  readonly before: '' | 'start:';
  readonly state: string;
  readonly behind: string;
}

const INSIDE = /^(.*?)((?:\/(?:Branches\/\d+|ItemProcessor|Iterator))?)$/;

/** A transition leaves a state, or begins a scope inside one. */
function hungOn(key: string): Hung {
  const hash = key.lastIndexOf('#');
  const from = hash < 0 ? key : key.slice(0, hash);
  const kind = hash < 0 ? '' : key.slice(hash);
  if (!from.startsWith('start:')) return { before: '', state: from, behind: kind };
  const [, state = '', scope = ''] = INSIDE.exec(from.slice('start:'.length)) ?? [];
  return { before: 'start:', state, behind: scope + kind };
}

/** Paths of the states that something is remembered of. */
export function rememberedStates({ states, transitions }: CoverageState): readonly string[] {
  const hung = [...Object.keys(states), ...Object.keys(transitions).map((key) => hungOn(key).state)];
  return [...new Set(hung)].filter((state) => state !== '');
}

/** The same counts after states were renamed or moved. @param paths what each is called now, when it is not as before */
export function renamed(coverage: CoverageState, paths: ReadonlyMap<string, string>): CoverageState {
  const moved = (counts: CoverageState['states'], now: (key: string) => string) =>
    Object.fromEntries(Object.entries(counts).map(([key, count]) => [now(key), count]));
  return {
    ...coverage,
    states: moved(coverage.states, (path) => paths.get(path) ?? path),
    transitions: moved(coverage.transitions, (id) => renamedKey(id, paths)),
  };
}

/** The id of a transition or its beginning, as it reads now. */
export function renamedKey(key: string, paths: ReadonlyMap<string, string>): string {
  const { before, state, behind } = hungOn(key);
  return before + (paths.get(state) ?? state) + behind;
}
