import type { EditIntent, EditResult } from '../edit.types';
import { findState } from '../modelling/stateLookup';
import { joinPointer, propertyOf } from '../parse/pointer';
import type { ParsedText } from '../syntax';
import { type ConnectSource, canConnect } from './canConnect';
import { Draft } from './draft';
import { type EditSource, GONE, no, TRANSITION_GONE } from './source';
import { type TransitionSite, transitionSite } from './transitionSite';

/** Leads a transition to another state of its scope, or to End. */
export function retarget(
  { parsed, machine }: EditSource,
  { transition, to }: Extract<EditIntent, { type: 'retarget' }>,
): EditResult {
  const site = transitionSite(machine, transition);
  if (!site) return no(TRANSITION_GONE);
  const target = 'state' in to ? findState(machine, to.state) : undefined;
  if ('state' in to && !target) return no(GONE);
  const scope = target ? target.scope : 'end' in to ? to.end : site.scope.path;
  const { state } = site;
  const verdict = canConnect(connectSource(site), { scope, isEnd: target === undefined });
  if (!verdict.ok) return verdict;
  const draft = new Draft(parsed);
  const from = state ? `“${state.name}”` : 'Start';
  if (!target) {
    leadToEnd(draft, site);
    return draft.finish(`End after ${from}`, state?.path);
  }
  leadTo(draft, site, target.name);
  return draft.finish(`Lead ${from} to “${target.name}”`, state?.path ?? target.path);
}

/** The transition as the one who asks whether it may lead somewhere. */
export const connectSource = ({ kind, scope, state }: TransitionSite): ConnectSource => ({
  kind: kind.type,
  scope: scope.path,
  ...(state && { state: { name: state.name, type: state.definition.Type } }),
});

/** Writes a name where the transition's is; an End that it takes the place of becomes Next. */
export function leadTo(draft: Draft, { owner, field, kind, state }: TransitionSite, name: string): void {
  const written = state?.node && propertyOf(state.node, 'End');
  const onward = kind.type === 'next' || kind.type === 'end';
  if (onward && written && endOf(written.value) && !has(state, 'Next')) {
    draft.renameKey(owner, 'End', 'Next');
    draft.setValue(joinPointer(owner, 'End'), name);
    return;
  }
  const after =
    kind.type === 'default' ? { after: 'Choices' } : kind.type === 'start' ? { before: 'States' } : {};
  draft.setProperty(owner, field, name, after);
}

export function leadToEnd(draft: Draft, { owner, state }: TransitionSite): void {
  if (has(state, 'End')) {
    draft.setValue(joinPointer(owner, 'End'), true);
    if (has(state, 'Next')) draft.removeProperty(owner, 'Next');
  } else if (has(state, 'Next')) {
    draft.renameKey(owner, 'Next', 'End');
    draft.setValue(joinPointer(owner, 'Next'), true);
  } else {
    draft.insertProperty(owner, 'End', true);
  }
}

const has = (state: TransitionSite['state'], field: string): boolean =>
  state?.node !== undefined && propertyOf(state.node, field) !== undefined;

const endOf = (value: ParsedText['root']): boolean => value?.kind === 'scalar' && value.value === true;
