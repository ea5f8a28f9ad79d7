import { outgoing } from '../graphing/outgoing';
import { isJsonObject, type Json } from '../json';
import type { Scope, State } from '../model';
import { addFact, type Facts, factsOf } from './facts';
import { type RuleField, stateValue, withoutMembers } from './values';

/**
 * What can be said of a state that has no counterpart of its name: what it does, and where it stands among the
 * states that both versions know.
 *
 * @param known names that both versions of the scope have
 */
export function stateFacts(
  scope: Scope,
  states: readonly State[],
  known: ReadonlySet<string>,
): ReadonlyMap<State, Facts> {
  const facts = new Map(states.map((state) => [state, factsOf(withoutTargets(stateValue(state)))]));
  const named = new Map(states.map((state) => [state.name, facts.get(state)]));
  for (const state of scope.states) {
    const own = facts.get(state);
    for (const { key, target } of outgoing(state)) {
      if (own && (target === undefined || known.has(target))) addFact(own, `to ${key} ${target ?? ''}`);
      const led = target === undefined ? undefined : named.get(target);
      if (led && known.has(state.name)) addFact(led, `from ${key} ${state.name}`);
    }
  }
  const first = scope.StartAt === undefined ? undefined : named.get(scope.StartAt);
  if (first) addFact(first, 'from start');
  return facts;
}

/** Where a state leads is said apart, and its Type has to be the same anyhow. */
function withoutTargets(value: Json): Json {
  const rest = withoutMembers(value, ['Type', 'Next', 'Default', 'End']);
  if (!isJsonObject(rest)) return rest;
  const rules = RULES.flatMap((field): [string, Json][] => {
    const items = Object.hasOwn(rest, field) ? rest[field] : undefined;
    return Array.isArray(items) ? [[field, items.map((item: Json) => withoutMembers(item, ['Next']))]] : [];
  });
  return { ...rest, ...Object.fromEntries(rules) };
}

const RULES: readonly RuleField[] = ['Choices', 'Catch'];
