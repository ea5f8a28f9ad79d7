import type { StateMachine } from '../model';
import { allScopes, allStates } from '../modelling/stateLookup';
import { referencesIn } from './references';

/** Longest name of a state, in characters. Source: quotas, "Quotas related to state machines". */
export const LONGEST_NAME = 80;

/** Names of states are unique in the whole machine, branches and processors included. Recorded: duplicate state name. */
export const namesIn = (machine: StateMachine): ReadonlySet<string> =>
  new Set(allStates(machine).map(({ name }) => name));

/**
 * Gives out names that no state has and no transition waits for, each once, after the console's convention:
 * `Pass`, `Pass (2)`, `Pass (3)`.
 */
export function nameSource(machine: StateMachine): (wish: string) => string {
  let known: Set<string> | undefined;
  /** By wish: the number to try next. */
  const counts = new Map<string, number>();
  return (wish) => {
    known ??= takenNames(machine);
    let name = wish;
    let count = counts.get(wish) ?? 2;
    for (; known.has(name); count++) name = `${wish} (${count})`;
    counts.set(wish, count);
    known.add(name);
    return name;
  };
}

function takenNames(machine: StateMachine): Set<string> {
  const taken = new Set(namesIn(machine));
  for (const { target } of allScopes(machine).flatMap(referencesIn)) taken.add(target);
  return taken;
}

/** Why a name cannot be a state's; undefined when it can. */
export function nameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'A state needs a name. Type one.';
  const length = [...name].length;
  if (length <= LONGEST_NAME) return undefined;
  return `A name may have ${LONGEST_NAME} characters at most, and this one has ${length}. Shorten it.`;
}
