import { remove, set, writeFix } from '../fixes/write';
import type { ScopeGraph, Transition } from '../graph';
import type { State } from '../model';
import { hasPlaceholder } from '../parse/placeholder';
import { propertyOf } from '../parse/pointer';
import type { QuickFix, StatePath } from '../syntax';
import type { Rule } from './rule.types';

/** Source: AWS, `Workflow has no terminal state`; asked of the machine only, not of branches and processors. */
export const endStates: Rule = {
  *scope({ scope, graph, parent }) {
    if (parent !== undefined || scope.states.length === 0) return;
    if (graph.transitions.some(({ to }) => to === graph.end)) return;
    // What is unknown may be an end: a state without a type, an End or a target that a placeholder decides.
    if (scope.states.some(mayEnd)) return;
    if (graph.nodes.some((node) => node.kind === 'missing' && hasPlaceholder(node.name))) return;
    const range = scope.node && propertyOf(scope.node, 'States')?.keyRange;
    if (range === undefined) return;
    yield {
      code: 'MISSING_END_STATE',
      severity: 'error',
      message: 'No state ends this state machine. Give one End: true, or add a Succeed or Fail state.',
      range,
      fixes: endFixes(scope.states, graph),
    };
  },
};

/** So many states from the last one are looked at for one that can end the machine. */
const MOST_TRIED = 20;

/** The last state whose way on nothing else depends on ends the machine instead. */
function endFixes(states: readonly State[], graph: ScopeGraph): readonly QuickFix[] {
  const onward = new Map<string, Transition[]>();
  for (const transition of graph.transitions) {
    const known = onward.get(transition.from);
    if (known) known.push(transition);
    else onward.set(transition.from, [transition]);
  }
  const last = states
    .filter(({ definition }) => 'Next' in definition && definition.Next !== undefined)
    .slice(-MOST_TRIED)
    .reverse()
    .find(({ path }) => reachesAll(graph, onward, path));
  if (last === undefined) return [];
  const { path, name } = last;
  return [writeFix('addEnd', `End at “${name}”`, [remove(path, 'Next'), set(path, 'End', true)])];
}

/** Whether every state can still be entered when one does not lead on. */
function reachesAll(
  { start, nodes }: ScopeGraph,
  onward: ReadonlyMap<string, readonly Transition[]>,
  without: StatePath,
): boolean {
  const seen = new Set<string>([start]);
  const waiting: string[] = [start];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const { to, kind } of onward.get(at) ?? []) {
      if (seen.has(to) || (at === without && kind.type === 'next')) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  return nodes.every((node) => node.kind !== 'state' || seen.has(node.id));
}

/** End beside Next is drawn by its Next and reported for having both: it counts here. */
function mayEnd({ definition, node }: State): boolean {
  if (definition.Type === undefined) return true;
  const end = node && propertyOf(node, 'End')?.value;
  return end !== undefined && !(end.kind === 'scalar' && end.value === false);
}
