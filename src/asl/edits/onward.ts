import type { EditResult } from '../edit.types';
import type { TransitionId } from '../graph';
import { joinPointer } from '../parse/pointer';
import type { ScopePath } from '../syntax';
import type { NewStates } from './templates/newStates';

/** A plan that adds states, with the transition that goes on from them. */
export function withOnward(plan: EditResult, scope: ScopePath, { onward }: NewStates): EditResult {
  if (!plan.ok || onward === undefined) return plan;
  const state = joinPointer(scope, 'States', onward.state);
  return { ...plan, onward: `${state}#${onward.kind}` as TransitionId };
}
