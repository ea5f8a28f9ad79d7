import type { EditIntent, EditResult } from '../edit.types';
import type { TransitionId } from '../graph';
import { isJsonObject } from '../json';
import type { State } from '../model';
import { findScope, findState } from '../modelling/stateLookup';
import { toJson } from '../parse/toJson';
import { deleteState, detach } from './deleteState';
import { Draft } from './draft';
import { mapTargets } from './fragment';
import { putOn } from './pasteStates';
import { leadTo, leadToEnd } from './retarget';
import { inSequence } from './sequence';
import { type EditSource, GONE, no, TRANSITION_GONE } from './source';
import { type TransitionSite, transitionSite } from './transitionSite';

/**
 * Takes a state out of its chain, which heals, and puts it on a transition: source → state → old target. Within its
 * scope only transitions change, its text stays where it is; into another scope it goes with all that is inside it.
 */
export function moveState(
  source: EditSource,
  { state: path, onto, copy = false }: Extract<EditIntent, { type: 'moveState' }>,
): EditResult {
  const { machine } = source;
  const state = findState(machine, path);
  const site = transitionSite(machine, onto);
  if (!state?.node) return no(GONE);
  if (!site) return no(TRANSITION_GONE);
  if (site.scope.path.startsWith(`${path}/`)) return no(`“${state.name}” cannot be put into itself.`);
  const definition = toJson(state.node);
  if (!isJsonObject(definition)) return no(GONE);
  if (copy) return putOn(source, new Map([[state.name, definition]]), site, (name) => `Copy “${name}” here`);
  if (site.scope.path !== state.scope) {
    const stranger = strangers(state)[0];
    if (stranger !== undefined) {
      return no(
        `“${state.name}” leads to “${stranger}”, which is not in that branch. Lead it elsewhere first, or copy it.`,
      );
    }
    return intoScope(source, state, onto);
  }
  if (site.state === state || site.target === state.name) return no(`“${state.name}” is there already.`);
  return withinScope(source, state, onto);
}

/** States that rules, Default and catchers lead to: they stay behind, and cannot be reached from another scope. */
function strangers({ node, definition }: State): readonly string[] {
  const value = node && toJson(node);
  if (value === undefined || !isJsonObject(value)) return [];
  const { Next: _, ...rest } = value;
  const names: string[] = [];
  mapTargets(definition.Type === 'Choice' ? value : rest, (name) => {
    names.push(name);
    return name;
  });
  return names;
}

function intoScope(source: EditSource, state: State, onto: TransitionId): EditResult {
  const { name, path } = state;
  const definition = state.node && toJson(state.node);
  const scope = findScope(source.machine, state.scope);
  if (definition === undefined || !isJsonObject(definition) || !scope) return no(GONE);
  if (scope.path !== '' && scope.states.length === 1) {
    return no(`“${name}” is the only state of its branch. Copy it, or delete the branch.`);
  }
  return inSequence(
    source,
    [
      (now) => deleteState(now, { type: 'deleteState', state: path }),
      (now) => {
        const site = transitionSite(now.machine, onto);
        if (!site) return no(TRANSITION_GONE);
        return putOn(now, new Map([[name, definition]]), site, () => '');
      },
    ],
    `Move “${name}”`,
  );
}

function withinScope(source: EditSource, { name, path }: State, onto: TransitionId): EditResult {
  return inSequence(
    source,
    [
      ({ parsed, machine }) => {
        const state = findState(machine, path);
        const scope = state && findScope(machine, state.scope);
        if (!state || !scope) return no(GONE);
        const draft = new Draft(parsed);
        detach(draft, state, scope);
        return draft.finish('');
      },
      ({ parsed, machine }) => {
        const state = findState(machine, path);
        const site = transitionSite(machine, onto);
        if (!state) return no(GONE);
        if (!site) {
          return no(
            'The transition was part of what led to the state, and has gone with it. Choose another one.',
          );
        }
        const draft = new Draft(parsed);
        leadTo(draft, site, name);
        leadOnward(draft, machine, state, site);
        return draft.finish('', path);
      },
    ],
    `Move “${name}”`,
  );
}

/** What followed on the transition follows the state; a Succeed or Fail is followed by nothing. */
function leadOnward(
  draft: Draft,
  machine: EditSource['machine'],
  state: State,
  { target }: TransitionSite,
): void {
  const { Type } = state.definition;
  if (Type === 'Succeed' || Type === 'Fail') return;
  const own = transitionSite(
    machine,
    `${state.path}#${Type === 'Choice' ? 'default' : 'next'}` as TransitionId,
  );
  if (!own) return;
  if (target !== undefined && target !== state.name) leadTo(draft, own, target);
  else if (Type !== 'Choice') leadToEnd(draft, own);
}
