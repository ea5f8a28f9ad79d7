import type { Graph, Transition } from '../../asl';
import type { CoverageState } from './coverage.types';

/** What the Choice rules and the catchers of each state say, in their order; by what their transitions' ids begin with. */
export type Rules = ReadonlyMap<string, readonly string[]>;

const RULE = /^(.*#(?:choice|catch):)(\d+)$/;
const CATCHER_NUMBER = /^Catch #\d+/;

export function rulesIn({ scopes }: Graph): Rules {
  const rules = new Map<string, string[]>();
  for (const transition of scopes.flatMap(({ transitions }) => transitions)) {
    const [, list = '', place = ''] = RULE.exec(transition.id) ?? [];
    if (list === '') continue;
    const said = rules.get(list) ?? [];
    said[Number(place)] = whatItSays(transition);
    rules.set(list, said);
  }
  return rules;
}

const whatItSays = ({ fullLabel, to }: Transition) => `${fullLabel.replace(CATCHER_NUMBER, '')} → ${to}`;

/**
 * The same counts after rules changed places, came or went. A rule is known by what it says; one that says something
 * else in its old place is the old one, edited. What is counted of rules that are gone is forgotten.
 */
export function ruled(coverage: CoverageState, before: Rules, now: Rules): CoverageState {
  const known = ruledIds(before, now);
  if (!known) return coverage;
  return { ...coverage, transitions: Object.fromEntries(known(Object.entries(coverage.transitions))) };
}

/**
 * What is known of transitions by their ids, by their ids now: as in `ruled`. @returns undefined when all ids are as
 * before
 */
export function ruledIds(before: Rules, now: Rules) {
  const places = new Map<string, readonly (number | undefined)[]>();
  for (const [list, old] of before) {
    const said = now.get(list);
    if (said && said.join('\n') !== old.join('\n')) places.set(list, placesOf(old, said));
  }
  if (places.size === 0) return undefined;
  return <Known>(entries: Iterable<readonly [string, Known]>): readonly (readonly [string, Known])[] =>
    [...entries].flatMap(([id, known]) => {
      const [, list = '', place = ''] = RULE.exec(id) ?? [];
      const there = places.get(list);
      if (there === undefined) return [[id, known] as const];
      const goes = there[Number(place)];
      return goes === undefined ? [] : [[list + goes, known] as const];
    });
}

/** Where each of the old rules is now. */
function placesOf(old: readonly string[], now: readonly string[]): readonly (number | undefined)[] {
  const taken = new Set<number>();
  const take = (place: number) => {
    if (place < 0 || place >= now.length || taken.has(place)) return undefined;
    taken.add(place);
    return place;
  };
  const stayed = old.map((said, place) => (now[place] === said ? take(place) : undefined));
  const found = old.map(
    (said, place) => stayed[place] ?? take(now.findIndex((each, at) => each === said && !taken.has(at))),
  );
  return found.map((place, at) => place ?? take(at));
}
