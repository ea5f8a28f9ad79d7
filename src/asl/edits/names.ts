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
  const taken = new Set(namesIn(machine));
  for (const { target } of allScopes(machine).flatMap(referencesIn)) taken.add(target);
  return (wish) => {
    let name = wish;
    for (let count = 2; taken.has(name); count++) name = `${wish} (${count})`;
    taken.add(name);
    return name;
  };
}

/** Why a name cannot be a state's; undefined when it can. */
export function nameProblem(name: string): string | undefined {
  if (name.trim() === '') return 'A state needs a name. Type one.';
  const length = [...name].length;
  if (length <= LONGEST_NAME) return undefined;
  return `A name may have ${LONGEST_NAME} characters at most, and this one has ${length}. Shorten it.`;
}
