import type { CanvasActions } from '../canvasActions';
import { type GraphIndex, stateAt } from '../model/graphIndex';
import type { KeyPlan } from './canvasKeys';

/** Does what a key was meant to. */
export function carryOutKey(
  plan: Exclude<KeyPlan, { type: 'show' }>,
  index: GraphIndex,
  actions: CanvasActions,
): void {
  switch (plan.type) {
    case 'deselect':
      actions.select(undefined);
      break;
    case 'focusTransition':
      actions.focusTransition(plan.transition);
      break;
    case 'retarget':
      actions.retarget(plan.transition);
      break;
    case 'selectAll':
      actions.selectAll(plan.states);
      break;
    case 'quickAdd':
      actions.quickAdd(plan.target);
      break;
    case 'nudge': {
      const state = stateAt(index, plan.state);
      if (state) actions.nudge(state, plan.by);
      break;
    }
    default: {
      const state = stateAt(index, plan.state);
      if (state) actions[plan.type](state);
    }
  }
}
