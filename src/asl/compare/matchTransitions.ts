import type { NodeId, Transition } from '../graph';
import { stateNodeId } from '../graphing/ids';
import type { State } from '../model';
import type { ComparedTransition, Sides } from './compare.types';
import { listPairs } from './listPairs';
import type { MatchedScope } from './matchScopes';
import { mergeInOrder } from './mergeInOrder';
import { goneTransition, type MergedIds } from './nodeIds';
import { renamesIn } from './stateChanges';
import { isSame } from './twin';
import { type Renames, type RuleField, rulesOf, ruleTwins } from './values';

/** What became of a transition, and how the merged graph has it. */
export interface MatchedTransition {
  readonly compared: ComparedTransition;
  readonly drawn: Transition;
}

/** What became of a rule or catcher: its index after, and whether it says the same in its old turn. */
type RulePairs = ReadonlyMap<number, { readonly to: number; readonly same: boolean }>;

interface RulesOfState {
  readonly choice: RulePairs;
  readonly catch: RulePairs;
}

/** What became of a scope's transitions, those of one node together. */
export function matchTransitions(
  scope: MatchedScope,
  before: readonly Transition[],
  after: readonly Transition[],
  ids: MergedIds,
): readonly MatchedTransition[] {
  const old = byOrigin(before, ids.before);
  const now = byOrigin(after, ids.after);
  const rules = rulesByNode(scope, ids);
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((from) => {
    const partner = new Map<Transition, Transition>();
    for (const transition of old.get(from) ?? []) {
      const other = (now.get(from) ?? []).find(
        (candidate) =>
          ids.before.get(transition.to) === ids.after.get(candidate.to) &&
          isCounterpart(transition, candidate, rules.get(from)),
      );
      if (other) partner.set(transition, other);
    }
    return mergeInOrder(old.get(from) ?? [], now.get(from) ?? [], partner).map((sides) => ({
      compared: compared(sides, rules.get(from)),
      drawn: drawn(sides, ids),
    }));
  });
}

function byOrigin(
  transitions: readonly Transition[],
  ids: ReadonlyMap<NodeId, NodeId>,
): ReadonlyMap<NodeId, readonly Transition[]> {
  const found = new Map<NodeId, Transition[]>();
  for (const transition of transitions) {
    const from = ids.get(transition.from) ?? transition.from;
    const known = found.get(from);
    if (known) known.push(transition);
    else found.set(from, [transition]);
  }
  return found;
}

/** The rules of the states that both versions have, by node. */
function rulesByNode(scope: MatchedScope, ids: MergedIds): ReadonlyMap<NodeId, RulesOfState> {
  const renames = renamesIn(scope);
  const found = new Map<NodeId, RulesOfState>();
  for (const { sides } of scope.states) {
    const { before, after } = sides;
    const id = after && ids.after.get(stateNodeId(after.path));
    if (!before || !after || id === undefined) continue;
    found.set(id, {
      choice: rulePairs(before, after, 'Choices', renames),
      catch: rulePairs(before, after, 'Catch', renames),
    });
  }
  return found;
}

function rulePairs(before: State, after: State, field: RuleField, renames: Renames): RulePairs {
  const old = ruleTwins(before, field, renames);
  const now = rulesOf(after, field);
  const { pairs, reordered } = listPairs(old, now);
  return new Map(
    pairs.map(([from, to]) => {
      const rule = old[from];
      const inTurn = !reordered || from === to;
      return [from, { to, same: inTurn && rule !== undefined && isSame(rule, now[to] ?? null) }];
    }),
  );
}

/** Whether it is the same rule, catcher or field that leads somewhere. */
function isCounterpart(
  { kind }: Transition,
  { kind: other }: Transition,
  rules: RulesOfState | undefined,
): boolean {
  if (kind.type === 'choice')
    return other.type === 'choice' && rules?.choice.get(kind.rule)?.to === other.rule;
  if (kind.type === 'catch')
    return other.type === 'catch' && rules?.catch.get(kind.catcher)?.to === other.catcher;
  return kind.type === other.type;
}

function compared({ before, after }: Sides<Transition>, rules: RulesOfState | undefined): ComparedTransition {
  if (!before) return { id: after.id, status: 'added', after: after.id };
  if (!after) return { id: goneTransition(before.id), status: 'removed', before: before.id };
  const same = ruleOf(before, rules)?.same ?? true;
  return { id: after.id, status: same ? 'same' : 'changed', before: before.id, after: after.id };
}

function ruleOf({ kind }: Transition, rules: RulesOfState | undefined) {
  if (kind.type === 'choice') return rules?.choice.get(kind.rule);
  return kind.type === 'catch' ? rules?.catch.get(kind.catcher) : undefined;
}

/** Its place in either text says nothing in the drawing of both. */
function drawn({ before, after }: Sides<Transition>, ids: MergedIds): Transition {
  const { targetRange, ...transition } = after ?? before;
  const known = after ? ids.after : ids.before;
  return {
    ...transition,
    id: after ? after.id : goneTransition(before.id),
    from: known.get(transition.from) ?? transition.from,
    to: known.get(transition.to) ?? transition.to,
  };
}
