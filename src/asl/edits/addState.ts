import type { EditIntent, EditResult } from '../edit.types';
import type { Json } from '../json';
import type { Scope } from '../model';
import { findScope } from '../modelling/stateLookup';
import { joinPointer, valueUnder } from '../parse/pointer';
import { setOwn } from '../parse/toJson';
import type { ParsedText, StatePath } from '../syntax';
import { canConnect } from './canConnect';
import { Draft } from './draft';
import { withOnward } from './onward';
import { connectSource, leadTo } from './retarget';
import { type EditSource, no, TRANSITION_GONE } from './source';
import { type NewState, newStates } from './templates/newStates';
import { transitionSite } from './transitionSite';
import { textStyle } from './writing/textStyle';
import { blockBody, flowWriter } from './writing/values';

/**
 * Adds a new state, or several, at the end of a scope, led to by nothing; in an empty scope it becomes the first one.
 * Led to by a transition, it stands after the state that transition leaves.
 */
export function addState(
  { parsed, machine }: EditSource,
  { scope: path, blueprint, from }: Extract<EditIntent, { type: 'addState' }>,
): EditResult {
  const scope = findScope(machine, path);
  if (!scope) return no('This branch is no longer in the text.');
  const created = newStates(machine, blueprint, { End: true });
  const [{ name }] = created.states;
  const label = `Add “${name}”`;
  const select = joinPointer(path, 'States', name) as StatePath;
  if (path === '' && !hasContent(parsed)) {
    const edits = [firstText(parsed, created.states)];
    return withOnward({ ok: true, edits, label, select }, path, created);
  }
  const site = from === undefined ? undefined : transitionSite(machine, from);
  if (from !== undefined && site === undefined) return no(TRANSITION_GONE);
  const verdict = site ? canConnect(connectSource(site), { scope: path, isEnd: false }) : ALLOWED;
  if (!verdict.ok) return verdict;
  if (!scope.node) return no('There is no object here that a state could be added to. Mend the text first.');
  const draft = new Draft(parsed);
  if (isEmpty(scope)) draft.setProperty(path, 'StartAt', name, { before: 'States' });
  else if (site) leadTo(draft, site, name);
  const states = valueUnder(scope.node, 'States');
  if (states?.kind === 'object') {
    for (const { name, definition } of created.states)
      draft.insertProperty(joinPointer(path, 'States'), name, definition, { after: site?.state?.name });
  } else if (states === undefined || (states.kind === 'scalar' && states.value === null)) {
    draft.setProperty(path, 'States', statesOf(created.states));
  } else {
    return no('“States” is not an object here, so that no state can be added to it. Mend the text first.');
  }
  return withOnward(draft.finish(label, select), path, created);
}

const ALLOWED = { ok: true } as const;

const isEmpty = ({ states }: Scope): boolean => states.length === 0;

/** A document with nothing in it but comments has no root, or a root that is null. */
const hasContent = ({ root }: ParsedText): boolean =>
  root !== undefined && !(root.kind === 'scalar' && root.value === null);

/** The whole of a definition, after what comments there are. */
function firstText(parsed: ParsedText, created: readonly [NewState, ...NewState[]]) {
  const { text, format } = parsed;
  const definition = { StartAt: created[0].name, States: statesOf(created) };
  const style = textStyle(parsed, []);
  const written =
    format === 'json' ? flowWriter(style).value(definition, '', 'lines') : blockBody(definition, '', style);
  const comments = text.trimEnd();
  const before = comments === '' ? '' : style.eol;
  return {
    range: { start: comments.length, end: text.length },
    text: before + written + style.eol,
  };
}

function statesOf(created: readonly NewState[]): Json {
  const states: Record<string, Json> = {};
  for (const { name, definition } of created) setOwn(states, name, definition);
  return states;
}
