import type { EditIntent, EditResult } from '../edit.types';
import { findScope, findState } from '../modelling/stateLookup';
import { joinPointer } from '../parse/pointer';
import type { StatePath } from '../syntax';
import { Draft } from './draft';
import { nameProblem, namesIn } from './names';
import { referencesIn } from './references';
import { type EditSource, GONE, no } from './source';

/** Gives a state another name, and every transition of its scope that names it. */
export function renameState(
  { parsed, machine }: EditSource,
  { state: path, name }: Extract<EditIntent, { type: 'renameState' }>,
): EditResult {
  const state = findState(machine, path);
  const scope = state && findScope(machine, state.scope);
  if (!state || !scope) return no(GONE);
  const label = `Rename “${state.name}” to “${name}”`;
  if (name === state.name) return { ok: true, edits: [], label, select: path };
  const problem = nameProblem(name);
  if (problem !== undefined) return no(problem);
  if (namesIn(machine).has(name)) {
    return no(`There is a state “${name}” already, and names are unique in the whole machine. Take another.`);
  }
  const draft = new Draft(parsed);
  draft.renameKey(joinPointer(scope.path, 'States'), state.name, name);
  for (const { owner, field, target } of referencesIn(scope)) {
    if (target === state.name) draft.setValue(joinPointer(owner, field), name);
  }
  return draft.finish(label, joinPointer(scope.path, 'States', name) as StatePath);
}
