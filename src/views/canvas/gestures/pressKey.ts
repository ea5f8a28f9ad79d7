import type { KeyboardEvent, RefObject } from 'react';
import type { NodeId, TransitionId } from '../../../asl';
import type { Workspace, WorkspaceState } from '../../../workspace';
import { canvasActions } from '../canvasActions';
import { isClosed } from '../model/closed';
import { type GraphIndex, stateAt } from '../model/graphIndex';
import { type KeyPlace, planKey } from './canvasKeys';
import { carryOutKey } from './carryOutKey';

/** What a key on the canvas is pressed in. */
export interface KeySurroundings {
  readonly workspace: Workspace;
  readonly index: GraphIndex;
  show(what: 'all' | 'selection'): void;
  /** The node that the arrow keys left last. */
  readonly cameFrom: RefObject<NodeId | undefined>;
}

/** Does what a key on the canvas is for; one that is for nothing there is left to the page. */
export function pressKey(event: KeyboardEvent, { workspace, index, show, cameFrom }: KeySurroundings): void {
  const place = placeOf(event, index, workspace.store.getState());
  const meant = place && planKey(index, place, event, cameFrom.current);
  if (!meant) return;
  event.preventDefault();
  event.stopPropagation();
  if (meant.type === 'goTo') cameFrom.current = place.node ?? place.selected;
  if (meant.type === 'show') show(meant.what);
  else carryOutKey(meant, index, canvasActions(workspace));
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
