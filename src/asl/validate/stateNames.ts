import { LONGEST_NAME, nameSource } from '../edits/names';
import type { State } from '../model';
import { allStates, findState } from '../modelling/stateLookup';
import { hasPlaceholder } from '../parse/placeholder';
import type { QuickFix, StatePath } from '../syntax';
import type { Rule } from './rule.types';

/**
 * Names are unique in the whole machine, branches and processors included, and not too long.
 * Source: AWS, INVALID_STATE_NAME: `exceeds the 80-character limit allowed by the service`.
 */
export const stateNames: Rule = {
  *machine(machine) {
    const first = new Map<string, State>();
    const freshName = nameSource(machine);
    for (const state of allStates(machine)) {
      const other = first.get(state.name);
      if (other === undefined) {
        first.set(state.name, state);
        continue;
      }
      const container = findState(machine, containerOf(other));
      const place = container === undefined ? 'at the top level' : `inside “${container.name}”`;
      yield {
        code: 'DUPLICATE_STATE_NAME',
        severity: 'error',
        message: `There is another state “${state.name}” ${place}. Names must be unique in the whole state machine: rename one of them.`,
        range: state.keyRange,
        state,
        fixes: [renameFix(state, freshName(shortened(state.name)))],
      };
    }
    for (const state of allStates(machine)) {
      const { length } = [...state.name];
      if (length <= LONGEST_NAME || hasPlaceholder(state.name)) continue;
      yield {
        code: 'INVALID_STATE_NAME',
        severity: 'error',
        message: `This name has ${length} characters; a state's name may have ${LONGEST_NAME}. Shorten it.`,
        range: state.keyRange,
        state,
        fixes: [renameFix(state, freshName(shortened(state.name)))],
      };
    }
  },
};

/** The path of the state that a scope is in, from the scope's path; no state's path for the machine. */
const containerOf = (state: State): StatePath =>
  state.scope.replace(/\/(?:Branches\/\d+|ItemProcessor|Iterator)$/, '') as StatePath;

/** Short enough, with room for a number. */
const shortened = (name: string): string =>
  [...name]
    .slice(0, LONGEST_NAME - 6)
    .join('')
    .trim() || 'State';

const renameFix = (state: State, name: string): QuickFix => ({
  kind: 'renameState',
  title: `Rename to “${name}”`,
  safe: false,
  change: { type: 'renameState', state: state.path, name },
});
