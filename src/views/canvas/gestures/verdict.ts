import {
  canConnect,
  type GraphNode,
  type NodeId,
  type TransitionId,
  type TransitionKind,
} from '../../../asl';
import { transitionSource } from '../model/connection';
import type { GraphIndex } from '../model/graphIndex';

/** May a transition lead to a node? If not, why. */
export type Verdict = ReturnType<typeof canConnect>;

/** The language's answer, and the drawing's own: Start and states that do not exist are no targets. */
export function verdictOn(index: GraphIndex, transition: TransitionId, to: NodeId): Verdict {
  const source = transitionSource(index, transition);
  const target = index.nodes.get(to);
  if (!source || !target) return no('It is not on the canvas any more.');
  if (target.kind === 'start') return no('Nothing can lead to Start.');
  if (target.kind === 'missing') return no(`There is no state named “${target.name}”.`);
  return canConnect(connectSource(index, transition, source), {
    scope: target.scope,
    isEnd: target.kind === 'end',
  });
}

/** May it lead to a state that is still to be made? */
export function verdictOnNew(index: GraphIndex, transition: TransitionId): Verdict {
  const source = transitionSource(index, transition);
  if (!source) return no('It is not on the canvas any more.');
  return canConnect(connectSource(index, transition, source), { scope: source.scope, isEnd: false });
}

function connectSource(
  index: GraphIndex,
  transition: TransitionId,
  source: GraphNode,
): Parameters<typeof canConnect>[0] {
  const state = source.kind === 'state' ? { name: source.name, type: source.type } : undefined;
  return { kind: kindOf(index, transition), scope: source.scope, ...(state && { state }) };
}

/** Of a transition that is still to be made, too: those are Next or Default. */
function kindOf(index: GraphIndex, transition: TransitionId): TransitionKind['type'] {
  const known = index.transitions.get(transition);
  return known?.kind.type ?? (transition.endsWith('#default') ? 'default' : 'next');
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
