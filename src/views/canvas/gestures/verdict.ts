import type { NodeId, TransitionId } from '../../../asl';
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

function no(reason: string): Verdict {
  return { ok: false, reason };
}
