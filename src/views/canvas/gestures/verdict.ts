import type { GraphNode, NodeId, TransitionId } from '../../../asl';
import { transitionSource } from '../model/connection';
import type { GraphIndex } from '../model/graphIndex';

/** May a transition lead to a node? */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly reason: string };

const YES: Verdict = { ok: true };

export function verdictOn(index: GraphIndex, transition: TransitionId, to: NodeId): Verdict {
  const source = transitionSource(index, transition);
  const target = index.nodes.get(to);
  if (!source || !target) return no('It is not on the canvas any more.');
  if (target.scope !== source.scope) {
    return no('A transition cannot cross the border of a Parallel or Map.');
  }
  if (target.kind === 'start') return no('Nothing can lead to Start.');
  if (target.kind === 'missing') return no(`There is no state named “${target.name}”.`);
  if (target.kind === 'end' && !/#(next|end)$/.test(transition)) {
    return no('Only a state’s own Next can be turned into End.');
  }
  return YES;
}

/** Where a transition may be led, in the order of the definition, without where it leads. */
export function legalTargets(index: GraphIndex, transition: TransitionId): readonly GraphNode[] {
  const current = index.transitions.get(transition)?.to;
  const scope = transitionSource(index, transition)?.scope;
  const nodes = (scope !== undefined && index.scopes.get(scope)?.nodes) || [];
  return nodes.filter(({ id }) => id !== current && verdictOn(index, transition, id).ok);
}

function no(reason: string): Verdict {
  return { ok: false, reason };
}
