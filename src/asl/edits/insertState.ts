import type { EditIntent, EditResult } from '../edit.types';
import { joinPointer } from '../parse/pointer';
import type { StatePath } from '../syntax';
import { Draft } from './draft';
import { withOnward } from './onward';
import { leadTo } from './retarget';
import { type EditSource, no, TRANSITION_GONE } from './source';
import { newStates } from './templates/newStates';
import { transitionSite } from './transitionSite';

/**
 * Puts a new state, or several, on a transition: source → new → old target. What follows a new Succeed or Fail is no longer
 * reached from here; a Choice that would have to go to End goes to a new Succeed state.
 */
export function insertState(
  { parsed, machine }: EditSource,
  { on, blueprint }: Extract<EditIntent, { type: 'insertState' }>,
): EditResult {
  const site = transitionSite(machine, on);
  if (!site) return no(TRANSITION_GONE);
  const { scope, state, target, kind } = site;
  const source = state?.definition.Type;
  if (state && (source === 'Succeed' || source === 'Fail') && kind.type === 'end') {
    return no(`Nothing follows “${state.name}”: a ${source} state ends the execution. Insert before it.`);
  }
  const onward = target === undefined ? ({ End: true } as const) : { Next: target };
  const created = newStates(machine, blueprint, onward);
  const draft = new Draft(parsed);
  const states = joinPointer(scope.path, 'States');
  for (const { name, definition } of created.states) {
    draft.insertProperty(states, name, definition, state ? { after: state.name } : { first: true });
  }
  const [{ name }] = created.states;
  leadTo(draft, site, name);
  return withOnward(
    draft.finish(`Insert “${name}”`, joinPointer(states, name) as StatePath),
    scope.path,
    created,
  );
}
