import { type KeyboardEvent, useCallback, useRef } from 'react';
import type { NodeId, TransitionId } from '../../../asl';
import { useWorkspaceActions, type WorkspaceState } from '../../../workspace';
import { isClosed } from '../model/closed';
import { type GraphIndex, stateAt } from '../model/graphIndex';
import { atHand } from './atHand';
import type { KeyPlace } from './canvasKeys';

/** The canvas's keyboard: one handler for everything on it. */
export function useCanvasKeys(index: GraphIndex, show: (what: 'all' | 'selection') => void) {
  const workspace = useWorkspaceActions();
  const cameFrom = useRef<NodeId>(undefined);
  return useCallback(
    (event: KeyboardEvent) => {
      const hands = atHand();
      const place = hands && placeOf(event, index, workspace.store.getState());
      const meant = place && hands.planKey(index, place, event, cameFrom.current);
      if (!meant) return;
      event.preventDefault();
      event.stopPropagation();
      if (meant.type === 'goTo') cameFrom.current = place.node ?? place.selected;
      if (meant.type === 'show') show(meant.what);
      else hands.carryOutKey(meant, index, hands.canvasActions(workspace));
    },
    [index, show, workspace],
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
