import type { MouseEvent, PointerEvent, RefObject } from 'react';
import type { NodeId, StateNode } from '../../../asl';
import {
  breakpointsOn,
  isUncoveredState,
  selectedStates,
  selectMoment,
  selectPausedAt,
  useIsAhead,
  useWorkspace,
  useWorkspaceActions,
} from '../../../workspace';
import { atHand } from '../gestures/atHand';
import { type Interaction, interaction, useFocusOnRequest, useInteraction } from '../gestures/interaction';
import { showForm } from '../showForm';

/** What a state is to the line being dragged: a place to let go, not one, or nothing. */
export type RewireRole = 'none' | 'legal' | 'illegal' | 'over' | 'refused';

export interface StateCard {
  /** The debugger holds at this state. */
  readonly paused: boolean;
  /** How many breakpoints stand on it. */
  readonly breakpoints: number;
  /** The moment that is looked at stands at this state. */
  readonly here: boolean;
  /** The run comes here only after that moment. */
  readonly ahead: boolean;
  /** No run came here, and that is shown. */
  readonly uncovered: boolean;
  readonly renaming: boolean;
  readonly role: RewireRole;
  /** For the button that is the state: selection, focus, its form by double-click. */
  readonly card: {
    readonly ref: RefObject<HTMLButtonElement | null>;
    readonly onClick: (event: MouseEvent) => void;
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onContextMenu: (event: MouseEvent) => void;
    readonly onDoubleClick: () => void;
    readonly 'data-node-id': NodeId;
  };
}

export function useStateCard(node: StateNode): StateCard {
  const workspace = useWorkspaceActions();
  const breakpoints = useWorkspace((state) => breakpointsOn(state, node.path));
  const paused = useWorkspace((state) => selectPausedAt(state) === node.path);
  const here = useWorkspace((state) => selectMoment(state)?.at === node.path);
  const uncovered = useWorkspace((state) => isUncoveredState(state, node.path));
  const ahead = useIsAhead(node.path);
  const renaming = useInteraction((state) => state.renaming === node.id);
  const role = useInteraction((state) => rewireRole(state, node.id));
  const ref = useFocusOnRequest<HTMLButtonElement>(node.id);
  return {
    paused,
    breakpoints,
    here,
    ahead,
    uncovered,
    renaming,
    role,
    card: {
      ref,
      onClick: ({ shiftKey }) => {
        interaction.setState({ transition: undefined });
        if (shiftKey) workspace.selection.toggle(node.path, 'canvas');
        else workspace.selection.select(node.path, 'canvas');
      },
      onPointerDown: (event) => atHand()?.beginMove(workspace, event, node),
      onContextMenu: (event) => {
        event.preventDefault();
        event.stopPropagation();
        if (!selectedStates(workspace.store.getState()).includes(node.path))
          workspace.selection.select(node.path, 'canvas');
        interaction.setState({ stateMenu: { state: node.id, at: { x: event.clientX, y: event.clientY } } });
      },
      onDoubleClick: () => showForm(workspace),
      'data-node-id': node.id,
    },
  };
}

export function rewireRole({ rewire, surface }: Interaction, id: NodeId): RewireRole {
  if (rewire.phase !== 'dragging' || !surface) return 'none';
  const legal = atHand()?.verdictOn(surface.index, rewire.transition, id).ok ?? false;
  if (rewire.over === id) return legal ? 'over' : 'refused';
  return legal ? 'legal' : 'illegal';
}
