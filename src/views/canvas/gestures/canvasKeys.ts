import type { NodeId, TransitionId } from '../../../asl';
import { type GraphIndex, isContainer, stateAt } from '../model/graphIndex';
import { canInsert } from '../model/insertion';
import { type Direction, entry, siblingTransition, travel } from '../model/navigation';

/** Where the keyboard is: on a node, on a transition, or on the canvas itself. */
export interface KeyPlace {
  readonly node?: NodeId | undefined;
  readonly transition?: TransitionId | undefined;
  readonly selected?: NodeId | undefined;
}

export type KeyPlan =
  | { readonly type: 'goTo'; readonly state: NodeId }
  | { readonly type: 'focusTransition'; readonly transition: TransitionId }
  | { readonly type: 'openMenu'; readonly kind: 'insert' | 'retarget'; readonly transition: TransitionId }
  | { readonly type: 'rename' | 'remove' | 'select'; readonly state: NodeId }
  | { readonly type: 'deselect' };

export interface PressedKey {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

const ARROWS: ReadonlyMap<string, Direction> = new Map([
  ['ArrowDown', 'down'],
  ['ArrowUp', 'up'],
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
]);

/**
 * What a key means on the canvas; undefined when it means nothing there. Keys with Ctrl or Cmd belong to
 * the shell.
 *
 * @param cameFrom the state the last arrow key left
 */
export function planKey(
  index: GraphIndex,
  place: KeyPlace,
  pressed: PressedKey,
  cameFrom?: NodeId,
): KeyPlan | undefined {
  if (pressed.ctrlKey || pressed.metaKey) return undefined;
  const transition = place.transition && index.transitions.get(place.transition);
  if (transition) return planTransitionKey(index, transition, pressed);
  const state = stateAt(index, place.node ?? place.selected);
  if (!state) return planCanvasKey(index, pressed);
  const arrow = ARROWS.get(pressed.key);
  if (arrow === 'down' && pressed.altKey) {
    const first = index.outgoing.get(state.id)?.[0];
    return first && { type: 'focusTransition', transition: first.id };
  }
  if (arrow) return goTo(travel(index, state.id, arrow, cameFrom)?.id);
  switch (pressed.key) {
    case 'Enter':
      return isContainer(state) && place.selected === state.id
        ? goTo(travel(index, state.id, 'in')?.id)
        : { type: 'select', state: state.id };
    case 'Escape':
      return goTo(travel(index, state.id, 'out')?.id) ?? { type: 'deselect' };
    case 'F2':
      return { type: 'rename', state: state.id };
    case 'Delete':
    case 'Backspace':
      return { type: 'remove', state: state.id };
    default:
      return undefined;
  }
}

function planTransitionKey(
  index: GraphIndex,
  transition: NonNullable<ReturnType<GraphIndex['transitions']['get']>>,
  { key }: PressedKey,
): KeyPlan | undefined {
  switch (key) {
    case 'ArrowDown':
      return goTo(stateAt(index, transition.to)?.id);
    case 'ArrowUp':
    case 'Escape':
      return goTo(stateAt(index, transition.from)?.id) ?? { type: 'deselect' };
    case 'ArrowLeft':
    case 'ArrowRight': {
      const next = siblingTransition(index, transition, key === 'ArrowLeft' ? -1 : 1);
      return next && { type: 'focusTransition', transition: next.id };
    }
    case 'Enter':
    case '+':
      return canInsert(index, transition.id)
        ? { type: 'openMenu', kind: 'insert', transition: transition.id }
        : undefined;
    case 'F2':
      return { type: 'openMenu', kind: 'retarget', transition: transition.id };
    default:
      return undefined;
  }
}

function planCanvasKey(index: GraphIndex, { key }: PressedKey): KeyPlan | undefined {
  const first = index.graph.scopes[0];
  return first && (ARROWS.has(key) || key === 'Enter') ? goTo(entry(index, first.path)?.id) : undefined;
}

function goTo(state: NodeId | undefined): KeyPlan | undefined {
  return state === undefined ? undefined : { type: 'goTo', state };
}
