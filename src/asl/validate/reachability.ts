import { hasPlaceholder } from '../parse/placeholder';
import type { Rule } from './rule.types';

/** Source: AWS, `State "pass2" is not reachable.`; not checked at the top level while no state there ends. */
export const reachability: Rule = {
  *scope({ scope, graph, parent }) {
    const unreachable = new Set<string>();
    for (const node of graph.nodes) {
      if (node.kind === 'state' && node.unreachable) unreachable.add(node.name);
      // A placeholder may become the name of any state.
      if (node.kind === 'missing' && hasPlaceholder(node.name)) return;
    }
    if (unreachable.size === 0) return;
    if (parent === undefined && !graph.transitions.some(({ to }) => to === graph.end)) return;
    for (const state of scope.states) {
      if (!unreachable.has(state.name)) continue;
      yield {
        code: 'MISSING_TRANSITION_TARGET',
        severity: 'error',
        message: `Nothing leads to “${state.name}”. Name it in a Next, Default or Catch, or delete it.`,
        range: state.keyRange,
        state,
        fixes: [
          {
            kind: 'deleteState',
            title: `Delete “${state.name}”`,
            safe: false,
            change: { type: 'deleteState', state: state.path },
          },
        ],
      };
    }
  },
};
