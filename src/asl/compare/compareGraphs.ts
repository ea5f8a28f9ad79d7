import type { Analysis } from '../analyze';
import type { Graph, ScopeGraph } from '../graph';
import { stateNodeId } from '../graphing/ids';
import type { Json } from '../json';
import type { State } from '../model';
import { toJson } from '../parse/toJson';
import type { StatePath } from '../syntax';
import type {
  ComparedState,
  ComparedTransition,
  FieldChange,
  GraphComparison,
  StateName,
} from './compare.types';
import { fieldChanges } from './fieldChanges';
import { type MatchedScope, type MatchedState, matchScopes } from './matchScopes';
import { mergeScope } from './mergeScope';
import { mergedState } from './nodeIds';
import { renamesIn, stateChanges } from './stateChanges';
import { type Renames, scopeTwin, scopeValue } from './values';

/** What a comparison needs of a version. */
export type Version = Pick<Analysis, 'parsed' | 'machine' | 'graph'>;

/**
 * Compares two versions of a definition: what of the second is new, what of the first is gone, and what is otherwise.
 * From the other side it is the same comparison with before and after exchanged.
 */
export function compareGraphs(before: Version, after: Version): GraphComparison {
  const machine = matchScopes({ before: before.machine, after: after.machine });
  const graphs = { before: scopesOf(before.graph), after: scopesOf(after.graph) };
  const scopes: ScopeGraph[] = [];
  const states: ComparedState[] = [];
  const transitions: ComparedTransition[] = [];
  const visit = (scope: MatchedScope, parent: StatePath | undefined): void => {
    const merged = mergeScope(scope, graphs, parent);
    const renames = renamesIn(scope);
    scopes.push(merged.graph);
    transitions.push(...merged.transitions);
    for (const state of scope.states) {
      states.push(compareState(state, renames));
      for (const inside of state.scopes) visit(inside, mergedState(state.sides));
    }
  };
  visit(machine, undefined);
  const own = fieldChanges(scopeTwin(before.machine, renamesIn(machine)), scopeValue(after.machine));
  const found =
    own.length > 0 || states.some(isDifferent) || transitions.some(isDifferent) ? own : unread(before, after);
  return { machine: found, states, transitions, graph: { scopes } };
}

const scopesOf = ({ scopes }: Graph) => new Map(scopes.map((scope) => [scope.path, scope]));

const isDifferent = ({ status }: ComparedState | ComparedTransition): boolean => status !== 'same';

function compareState(matched: MatchedState, renames: Renames): ComparedState {
  const { before, after } = matched.sides;
  const node = stateNodeId(mergedState(matched.sides));
  const fields = stateChanges(matched, renames);
  if (!before) return { node, fields, status: 'added', after: nameOf(after) };
  if (!after) return { node, fields, status: 'removed', before: nameOf(before) };
  const changed = fields.length > 0 ? 'changed' : 'same';
  const status = before.name === after.name ? changed : 'renamed';
  return { node, fields, status, before: nameOf(before), after: nameOf(after) };
}

const nameOf = ({ path, name }: State): StateName => ({ path, name });

/** Differences where no state and no field is: texts that are something else than a definition. */
function unread(before: Version, after: Version): readonly FieldChange[] {
  const old = wholeValue(before);
  return fieldChanges({ written: old, renamed: old }, wholeValue(after));
}

const wholeValue = ({ parsed }: Version): Json => (parsed.root ? toJson(parsed.root) : null);
