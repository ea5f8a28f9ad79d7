import type { StatePath } from '../../../asl';
import type { StepKind } from '../../breakpoint.types';
import { roleOf } from '../../fold/eventRole';
import type { Fold } from '../../fold/fold';
import type { ReadableHistory } from '../../fold/readableHistory';
import { endsLane, sameLane, standOf } from './lanes';

/** How far a run goes on by itself. `from`: the visit it began at, -1 for none. */
export type Goal =
  | { readonly type: 'into' }
  | { readonly type: 'over' | 'out'; readonly from: number }
  | { readonly type: 'exit'; readonly visit: number }
  | { readonly type: 'to'; readonly state: StatePath };

/** @param at the visit the run stands at, -1 for none */
export function stepGoal(kind: StepKind, fold: Fold, at: number): Goal {
  if (kind === 'into') return { type: 'into' };
  if (kind === 'exit') return at < 0 ? { type: 'into' } : { type: 'exit', visit: at };
  const from = standOf(fold, at);
  return kind === 'over' && from < 0 ? { type: 'into' } : { type: kind, from };
}

/** The visit the run stands at when an event, just read by the fold, reaches the goal; undefined when it does not. */
export function reached(goal: Goal, fold: Fold, history: ReadableHistory, event: number): number | undefined {
  const { visits } = fold;
  const role = roleOf(history.record(event).type);
  const visit = visits.visitOf(event);
  if (goal.type === 'exit') {
    const isOver = role === 'executionFailed' || role === 'executionEnded';
    return isOver || visits.isOpen(goal.visit) ? undefined : goal.visit;
  }
  if (role === 'entered') {
    if (goal.type === 'into') return visit;
    if (goal.type === 'to') return fold.pathOf(visit) === goal.state ? visit : undefined;
    return followsOutside(goal, fold, visit) ? visit : undefined;
  }
  if (goal.type === 'into' || goal.type === 'to' || goal.from < 0) return undefined;
  const parent = visits.parent.get(goal.from);
  if (parent < 0) return undefined;
  if (role === 'exited' && visit >= 0 && sameLane(fold, visit, goal.from) && endsLane(fold, visit))
    return parent;
  // A lane that fails ends with its container's attempt.
  return visit === parent && (role === 'containerFailed' || role === 'exited' || role === 'aborted')
    ? parent
    : undefined;
}

/** The state entered comes after where the step began, in the same lane (`over`) or in one around it. */
function followsOutside(
  { type, from }: Extract<Goal, { readonly from: number }>,
  fold: Fold,
  entered: number,
): boolean {
  const { visits } = fold;
  const first = type === 'over' || from < 0 ? from : visits.parent.get(from);
  for (let at = first; at >= 0; at = visits.parent.get(at)) {
    if (!visits.isOpen(at) && sameLane(fold, entered, at)) return true;
  }
  return false;
}
