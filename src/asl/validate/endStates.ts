import type { State } from '../model';
import { hasPlaceholder } from '../parse/placeholder';
import { propertyOf } from '../parse/pointer';
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
    };
  },
};

/** End beside Next is drawn by its Next and reported for having both: it counts here. */
function mayEnd({ definition, node }: State): boolean {
  if (definition.Type === undefined) return true;
  const end = node && propertyOf(node, 'End')?.value;
  return end !== undefined && !(end.kind === 'scalar' && end.value === false);
}
