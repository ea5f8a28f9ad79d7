import type { EditIntent, EditResult } from '../edit.types';
import type { Scope, State, StateMachine } from '../model';
import { allStates, childScopes, findScope, findState } from '../modelling/stateLookup';
import { joinPointer, valueUnder } from '../parse/pointer';
import type { StatePath } from '../syntax';
import { Draft } from './draft';
import { itemsUnder, type Reference, referencesIn } from './references';
import { type EditSource, GONE, no } from './source';

/**
 * Takes a state out of its scope, with all that is inside it, and heals the chain: what led to it leads to what
 * followed it. README.md has the rules for where nothing followed.
 */
export function deleteState(
  { parsed, machine }: EditSource,
  { state: path }: Extract<EditIntent, { type: 'deleteState' }>,
): EditResult {
  const state = findState(machine, path);
  const scope = state && findScope(machine, state.scope);
  if (!state || !scope) return no(GONE);
  const draft = new Draft(parsed);
  draft.removeProperty(joinPointer(scope.path, 'States'), state.name);
  const { successor, orphaned } = detach(draft, state, scope);
  const select = neighbour(machine, scope, successor, orphaned);
  return draft.finish(`Delete “${state.name}”`, select);
}

interface Detached {
  readonly successor: string | undefined;
  /** What led to the state. */
  readonly orphaned: readonly Reference[];
}

/** Leads what led to a state to what follows it; the state itself stays as it is. */
export function detach(draft: Draft, state: State, scope: Scope): Detached {
  const successor = successorOf(state, scope);
  const orphaned = referencesIn(scope).filter(({ target, from }) => target === state.name && from !== state);
  if (successor === undefined) endAt(draft, orphaned, state, scope);
  else for (const { owner, field } of orphaned) draft.setValue(joinPointer(owner, field), successor);
  return { successor, orphaned };
}

/**
 * The name that the state leads to: its Next; of a Choice its Default, else its first rule's. A name that some
 * state has comes before one that is not there yet. Undefined for End, and for a state that only leads to itself.
 */
function successorOf(state: State, scope: Scope): string | undefined {
  const order: Readonly<Record<Reference['kind']['type'], number>> = {
    start: 3,
    catch: 3,
    end: 3,
    choice: 2,
    default: 1,
    next: 0,
  };
  const names = referencesIn(scope)
    .filter(({ from, kind, target }) => from === state && order[kind.type] < 3 && target !== state.name)
    .sort((a, b) => order[a.kind.type] - order[b.kind.type])
    .map(({ target }) => target);
  return names.find((name) => scope.states.some((other) => other.name === name)) ?? names[0];
}

/** Nothing follows the state: transitions to it end here, or go. */
function endAt(draft: Draft, orphaned: readonly Reference[], state: State, scope: Scope): void {
  const choosers = new Set<State>();
  const catching = new Map<State, number[]>();
  for (const { kind, owner, from } of orphaned) {
    if (kind.type === 'start') startElsewhere(draft, scope, state);
    else if (kind.type === 'next' && from) end(draft, owner, from);
    else if (kind.type === 'default') draft.removeProperty(owner, 'Default');
    else if (kind.type === 'choice' && from) choosers.add(from);
    else if (kind.type === 'catch' && from) catching.set(from, [...(catching.get(from) ?? []), kind.catcher]);
  }
  for (const chooser of choosers) dropRules(draft, chooser, orphaned);
  for (const [catcher, indexes] of catching) {
    if (indexes.length === itemsUnder(catcher.node, 'Catch').length)
      draft.removeProperty(catcher.path, 'Catch');
    else for (const index of indexes) draft.removeItem(joinPointer(catcher.path, 'Catch'), index);
  }
}

function startElsewhere(draft: Draft, scope: Scope, state: State): void {
  const other = scope.states.find(({ name }) => name !== state.name);
  if (other) draft.setValue(joinPointer(scope.path, 'StartAt'), other.name);
  else draft.removeProperty(scope.path, 'StartAt');
}

/** `"Next": "X"` becomes `"End": true` in its place; where End is written already, or means nothing, Next goes. */
function end(draft: Draft, owner: string, { node, definition }: State): void {
  const written = node && valueUnder(node, 'End');
  if (definition.Type === 'Choice' || written) {
    draft.removeProperty(owner, 'Next');
    if (written && definition.Type !== 'Choice') draft.setValue(joinPointer(owner, 'End'), true);
    return;
  }
  draft.renameKey(owner, 'Next', 'End');
  draft.setValue(joinPointer(owner, 'Next'), true);
}

/** Rules that lead to the state go; if none would be left, they all lead to Default's state instead. */
function dropRules(draft: Draft, chooser: State, orphaned: readonly Reference[]): void {
  const own = orphaned.filter(({ from }) => from === chooser);
  const rules = own.flatMap(({ kind }) => (kind.type === 'choice' ? [kind.rule] : []));
  const list = joinPointer(chooser.path, 'Choices');
  const { definition, node } = chooser;
  const hasDefault = !own.some(({ kind }) => kind.type === 'default');
  const other = definition.Type === 'Choice' && hasDefault ? definition.Default : undefined;
  const all = rules.length === itemsUnder(node, 'Choices').length;
  for (const rule of rules) {
    if (all && other !== undefined) draft.setValue(joinPointer(list, rule, 'Next'), other);
    else draft.removeItem(list, rule);
  }
}

/** What is selected afterwards: what follows, else what led there, else the container. */
function neighbour(
  machine: StateMachine,
  scope: Scope,
  successor: string | undefined,
  orphaned: readonly Reference[],
): StatePath | undefined {
  const next = scope.states.find(({ name }) => name === successor);
  const before = orphaned.find(({ from }) => from !== undefined)?.from;
  return next?.path ?? before?.path ?? containerOf(machine, scope)?.path;
}

const containerOf = (machine: StateMachine, { path }: Scope): State | undefined =>
  path === ''
    ? undefined
    : allStates(machine).find((state) => childScopes(state).some((child) => child.path === path));
