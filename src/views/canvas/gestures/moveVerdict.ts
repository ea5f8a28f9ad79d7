import type { StateNode, TransitionId } from '../../../asl';
import type { GraphIndex } from '../model/graphIndex';
import { canInsert } from '../model/insertion';
import type { Verdict } from './verdict';

/** May a state be put on a transition? If not, why; the edit itself has the last word. */
export function moveVerdict(index: GraphIndex, state: StateNode, onto: TransitionId, copy: boolean): Verdict {
  const transition = index.transitions.get(onto);
  if (!transition) return no('It is not on the canvas any more.');
  if (!canInsert(index, onto)) return no('Nothing can follow a state that ends the execution.');
  if (transition.scope.startsWith(`${state.path}/`)) return no(`“${state.name}” cannot be put into itself.`);
  if (copy || transition.scope === state.scope) return { ok: true };
  const stranger = (index.outgoing.get(state.id) ?? []).find(
    ({ kind }) => kind.type !== 'next' && kind.type !== 'end',
  );
  return stranger
    ? no(`“${state.name}” leads to states that are not in that branch. Copy it with Alt.`)
    : { ok: true };
}

/** Where the state is already: the transitions it begins or ends. */
export function isOwnTransition(index: GraphIndex, state: StateNode, id: TransitionId): boolean {
  const transition = index.transitions.get(id);
  return transition?.from === state.id || transition?.to === state.id;
}

const no = (reason: string): Verdict => ({ ok: false, reason });
