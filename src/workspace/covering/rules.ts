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
  const places = new Map<string, readonly (number | undefined)[]>();
  for (const [list, old] of before) {
    const said = now.get(list);
    if (said && said.join('\n') !== old.join('\n')) places.set(list, placesOf(old, said));
  }
  if (places.size === 0) return coverage;
  const transitions = Object.entries(coverage.transitions).flatMap(([id, count]) => {
    const [, list = '', place = ''] = RULE.exec(id) ?? [];
    const there = places.get(list);
    if (there === undefined) return [[id, count] as const];
    const goes = there[Number(place)];
    return goes === undefined ? [] : [[list + goes, count] as const];
  });
  return { ...coverage, transitions: Object.fromEntries(transitions) };
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
