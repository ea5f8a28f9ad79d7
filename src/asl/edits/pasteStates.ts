import type { EditIntent, EditResult } from '../edit.types';
import { isJsonObject, type Json, type JsonObject } from '../json';
import type { State, StateMachine } from '../model';
import { allStates, findScope, findState } from '../modelling/stateLookup';
import { joinPointer, valueUnder } from '../parse/pointer';
import { setOwn, toJson } from '../parse/toJson';
import type { ScopePath, StatePath } from '../syntax';
import { Draft } from './draft';
import { type Fragment, mapObject, mapTargets, readFragment, renameFragment } from './fragment';
import { nameSource } from './names';
import { leadTo } from './retarget';
import { type EditSource, GONE, no } from './source';
import type { TransitionSite } from './transitionSite';

/**
 * Puts copied states into a scope under names that are free. After a state with a successor they come into its
 * chain: it leads to the first of them, and where they would have ended they lead to what followed it. What they say of
 * states that are not here is left out.
 */
export function pasteStates(
  source: EditSource,
  { text, after }: Extract<EditIntent, { type: 'pasteStates' }>,
): EditResult {
  const fragment = readFragment(text);
  if (fragment === undefined) {
    return no('These are no states that could be pasted here. Copy states, or an object of states by name.');
  }
  const state = after === undefined ? undefined : findState(source.machine, after);
  if (after !== undefined && state === undefined) return no(GONE);
  const count = fragment.size;
  const [first = ''] = fragment.keys();
  return put(
    source,
    fragment,
    state,
    (name) => (count === 1 ? `Paste “${name}”` : `Paste ${count} states`),
    first,
  );
}

/** Puts a copy of several states of one scope after them. */
export function duplicateStates(
  source: EditSource,
  { states }: Extract<EditIntent, { type: 'duplicateStates' }>,
): EditResult {
  const found = inOrder(source.machine, states);
  const fragment = copyStates(
    source,
    found.map(({ path }) => path),
  );
  const last = [...found].reverse().find(hasSuccessor) ?? found.at(-1);
  if (fragment === undefined || last === undefined) return no(GONE);
  if (found.some(({ scope }) => scope !== last.scope)) {
    return no('The states are in different branches. Copy and paste them one branch at a time.');
  }
  const [first = ''] = fragment.keys();
  return put(source, fragment, last, () => `Duplicate ${fragment.size} states`, first);
}

/** States by their paths, in the order of the text. */
const inOrder = (machine: StateMachine, paths: readonly StatePath[]): readonly State[] =>
  allStates(machine).filter(({ path }) => paths.includes(path));

/** Puts a copy of a state after it. */
export function duplicateState(
  source: EditSource,
  { state: path }: Extract<EditIntent, { type: 'duplicateState' }>,
): EditResult {
  const state = findState(source.machine, path);
  const definition = state?.node && toJson(state.node);
  if (state === undefined || !isJsonObject(definition)) return no(GONE);
  const fragment = new Map([[state.name, definition]]);
  return put(source, fragment, state, () => `Duplicate “${state.name}”`, state.name);
}

function put(
  { parsed, machine }: EditSource,
  fragment: Fragment,
  after: State | undefined,
  label: (name: string) => string,
  first: string,
): EditResult {
  const path = after?.scope ?? ('' as ScopePath);
  const scope = findScope(machine, path);
  if (!scope?.node) return no('There is no object here that a state could be added to. Mend the text first.');
  const states = valueUnder(scope.node, 'States');
  if (states?.kind !== 'object') {
    return no('“States” is not an object here, so that no state can be added to it. Mend the text first.');
  }
  const renamed = renameFragment(fragment, nameSource(machine));
  const entry = entryOf(renamed);
  const here = new Set([...scope.states.map(({ name }) => name), ...renamed.keys()]);
  const chained = after !== undefined && hasSuccessor(after);
  const onward = chained ? successorOf(after) : undefined;
  const draft = new Draft(parsed);
  if (scope.states.length === 0) draft.setProperty(path, 'StartAt', entry, { before: 'States' });
  for (const [name, definition] of renamed) {
    const placed = { after: after?.name };
    draft.insertProperty(joinPointer(path, 'States'), name, settled(definition, here, onward), placed);
  }
  if (chained) leadOn(draft, after, entry);
  return draft.finish(label(first), joinPointer(path, 'States', entry) as StatePath);
}

/** Puts states on a transition: source → entry, and where they would have ended they lead to its old target. */
export function putOn(
  { parsed, machine }: EditSource,
  fragment: Fragment,
  site: TransitionSite,
  label: (name: string) => string,
): EditResult {
  const { scope, state, target, kind } = site;
  const source = state?.definition.Type;
  if (state && (source === 'Succeed' || source === 'Fail') && kind.type === 'end') {
    return no(`Nothing follows “${state.name}”: a ${source} state ends the execution. Insert before it.`);
  }
  const [first = ''] = fragment.keys();
  const renamed = renameFragment(fragment, nameSource(machine));
  const entry = entryOf(renamed);
  const here = new Set([...scope.states.map(({ name }) => name), ...renamed.keys()]);
  const states = joinPointer(scope.path, 'States');
  const draft = new Draft(parsed);
  for (const [name, definition] of renamed) {
    const placed = state ? { after: state.name } : { first: true };
    draft.insertProperty(states, name, settled(definition, here, target), placed);
  }
  leadTo(draft, site, entry);
  return draft.finish(label(first), joinPointer(states, entry) as StatePath);
}

/** The state that no other of them leads to; the first when all are led to. */
function entryOf(fragment: Fragment): string {
  const led = new Set<string>();
  for (const [name, definition] of fragment) {
    mapTargets(definition, (target) => {
      if (target !== name) led.add(target);
      return target;
    });
  }
  const names = [...fragment.keys()];
  return names.find((name) => !led.has(name)) ?? names[0] ?? '';
}

/** Task, Pass, Wait, Parallel and Map lead on; the others choose or end. */
const hasSuccessor = ({ definition: { Type } }: State): boolean =>
  Type !== undefined && Type !== 'Choice' && Type !== 'Succeed' && Type !== 'Fail';

const successorOf = ({ definition }: State): string | undefined =>
  'Next' in definition ? definition.Next : undefined;

function leadOn(draft: Draft, { node, path }: State, entry: string): void {
  const hasEnd = node !== undefined && valueUnder(node, 'End') !== undefined;
  const hasNext = node !== undefined && valueUnder(node, 'Next') !== undefined;
  if (hasEnd && !hasNext) {
    draft.renameKey(path, 'End', 'Next');
    draft.setValue(joinPointer(path, 'End'), entry);
  } else {
    draft.setProperty(path, 'Next', entry);
  }
}

/**
 * A copied state as it may stand here: rules and catchers that lead to states that are not here go; a Next to one, and an
 * end, lead on to what followed, or end.
 */
function settled(definition: JsonObject, here: ReadonlySet<string>, onward: string | undefined): JsonObject {
  const known = (value: Json | undefined): boolean => typeof value !== 'string' || here.has(value);
  const kept = (value: Json): Json =>
    Array.isArray(value) ? value.filter((item) => !isJsonObject(item) || known(item.Next)) : value;
  const result: Record<string, Json> = {};
  const entries = Object.entries(mapObject(definition, (key, value) => (isList(key) ? kept(value) : value)));
  for (const [key, value] of entries) {
    const isEmptied = key === 'Catch' && Array.isArray(value) && value.length === 0;
    if (isEmptied || (key === 'Default' && !known(value))) continue;
    const leadsOn = (key === 'Next' && !known(value)) || (key === 'End' && value === true);
    if (!leadsOn) setOwn(result, key, value);
    else if (onward === undefined) setOwn(result, 'End', true);
    else setOwn(result, 'Next', onward);
  }
  return result;
}

const isList = (key: string): boolean => key === 'Choices' || key === 'Catch';

/** Copied states as text, in the order of the document; undefined when one of them is gone. */
export function copyStates({ machine }: EditSource, paths: readonly StatePath[]): Fragment | undefined {
  const fragment = new Map<string, JsonObject>();
  for (const path of paths) {
    const state = findState(machine, path);
    const definition = state?.node && toJson(state.node);
    if (state === undefined || !isJsonObject(definition)) return undefined;
    fragment.set(state.name, definition);
  }
  return fragment;
}
