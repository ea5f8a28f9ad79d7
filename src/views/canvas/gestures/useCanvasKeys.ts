import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import type { NodeId, TransitionId } from '../../../asl';
import { useWorkspaceActions, type WorkspaceState } from '../../../workspace';
import { isClosed } from '../model/closed';
import { type GraphIndex, stateAt } from '../model/graphIndex';
import type { CanvasActions } from '../useCanvasActions';
import type { KeyPlace, KeyPlan, planKey } from './canvasKeys';

/** What keys mean: not needed for the first picture, so loaded after it, before anybody can have pressed one. */
let plan: typeof planKey | undefined;

/** The canvas's keyboard: one handler for everything on it. */
export function useCanvasKeys(
  index: GraphIndex,
  actions: CanvasActions,
  show: (what: 'all' | 'selection') => void,
) {
  const { store } = useWorkspaceActions();
  const cameFrom = useRef<NodeId>(undefined);
  useEffect(() => {
    void import('./canvasKeys').then((keys) => {
      plan = keys.planKey;
    });
  }, []);
  return useCallback(
    (event: KeyboardEvent) => {
      const place = placeOf(event, index, store.getState());
      const meant = place && plan?.(index, place, event, cameFrom.current);
      if (!meant) return;
      event.preventDefault();
      event.stopPropagation();
      if (meant.type === 'goTo') cameFrom.current = place.node ?? place.selected;
      if (meant.type === 'show') show(meant.what);
      else carryOut(meant, index, actions);
    },
    [index, actions, show, store],
  );
}

/** Undefined in a text field, and in menus and bars that have keys of their own. */
function placeOf(
  event: KeyboardEvent,
  index: GraphIndex,
  { analysis, selection, settings }: WorkspaceState,
): KeyPlace | undefined {
  const target = event.target as HTMLElement;
  if (target instanceof HTMLInputElement) return undefined;
  const node = target.dataset.nodeId as NodeId | undefined;
  const transition = target.dataset.transitionButton as TransitionId | undefined;
  if (!node && !transition && !target.classList.contains('react-flow')) return undefined;
  const selected = selection.state as string | undefined as NodeId | undefined;
  const several = selection.also.length > 0;
  const state = stateAt(index, node ?? selected);
  const closed = state && analysis.layout && isClosed(index, analysis.layout, state);
  return { node, transition, selected, several, closed, direction: settings.direction };
}

function carryOut(plan: Exclude<KeyPlan, { type: 'show' }>, index: GraphIndex, actions: CanvasActions): void {
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
