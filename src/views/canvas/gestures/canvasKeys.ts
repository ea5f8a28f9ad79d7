import type { NodeId, Point, StatePath, Transition, TransitionId } from '../../../asl';
import type { AddTarget } from '../model/addTarget';
import { defaultTarget } from '../model/dropTarget';
import { entry } from '../model/entry';
import { type GraphIndex, isContainer, stateAt } from '../model/graphIndex';
import { canInsert } from '../model/insertion';
import { type Direction, siblingTransition, travel } from '../model/navigation';

/** Where the keyboard is: on a node, on a transition, or on the canvas itself. */
export interface KeyPlace {
  readonly node?: NodeId | undefined;
  readonly transition?: TransitionId | undefined;
  readonly selected?: NodeId | undefined;
  /** The state is a container whose inside is not drawn. */
  readonly closed?: boolean | undefined;
  /** More states are selected than that one. */
  readonly several?: boolean | undefined;
  /** Which way the workflow is drawn. */
  readonly direction: 'down' | 'right';
}

export type KeyPlan =
  | { readonly type: 'goTo'; readonly state: NodeId }
  | { readonly type: 'focusTransition'; readonly transition: TransitionId }
  | { readonly type: 'retarget'; readonly transition: TransitionId }
  /** Ask what to add there. */
  | { readonly type: 'quickAdd'; readonly target: AddTarget }
  | { readonly type: StateAction; readonly state: NodeId }
  /** Move it by hand, in canvas pixels. */
  | { readonly type: 'nudge'; readonly state: NodeId; readonly by: Point }
  | { readonly type: 'selectAll'; readonly states: readonly StatePath[] }
  | { readonly type: 'show'; readonly what: 'all' | 'selection' }
  | { readonly type: 'deselect' };

/** What is done to a state. Copied states are pasted by the page, which hears of a paste wherever the focus is. */
export type StateAction =
  | 'open'
  | 'rename'
  | 'remove'
  | 'select'
  | 'extend'
  | 'duplicate'
  | 'copy'
  | 'cut'
  | 'openMenu'
  | 'collapse'
  | 'expand';

export interface PressedKey {
  readonly key: string;
  /** The key's place on the keyboard, e.g. `Digit1`. */
  readonly code?: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Which way an arrow key leads in a workflow drawn from top to bottom, and from left to right. */
const ARROWS: Readonly<Record<'down' | 'right', ReadonlyMap<string, Arrow>>> = {
  down: new Map([
    ['ArrowDown', 'down'],
    ['ArrowUp', 'up'],
    ['ArrowLeft', 'left'],
    ['ArrowRight', 'right'],
  ]),
  right: new Map([
    ['ArrowRight', 'down'],
    ['ArrowLeft', 'up'],
    ['ArrowUp', 'left'],
    ['ArrowDown', 'right'],
  ]),
};
type Arrow = Exclude<Direction, 'in' | 'out'>;

/**
 * What a key means on the canvas; undefined when it means nothing there. Keys with Ctrl or Cmd belong to
 * the shell, but those that copy or move a state.
 *
 * @param cameFrom the state the last arrow key left
 */
export function planKey(
  index: GraphIndex,
  place: KeyPlace,
  pressed: PressedKey,
  cameFrom?: NodeId,
): KeyPlan | undefined {
  if (pressed.ctrlKey || pressed.metaKey) return planHeldKey(index, place, pressed);
  const arrow = ARROWS[place.direction].get(pressed.key);
  const transition = place.transition && index.transitions.get(place.transition);
  if (transition) return planTransitionKey(index, transition, pressed, arrow);
  const state = stateAt(index, place.node ?? place.selected);
  const shown = pressed.shiftKey ? SHOWN.get(pressed.code ?? '') : undefined;
  if (shown) return { type: 'show', what: shown };
  if (isAdd(pressed)) return { type: 'quickAdd', target: defaultTarget(index, state?.id) };
  if (!state) return arrow || pressed.key === 'Enter' ? goToEntry(index) : undefined;
  if (arrow === 'down' && pressed.altKey) {
    const first = index.outgoing.get(state.id)?.[0];
    return first && { type: 'focusTransition', transition: first.id };
  }
  if (arrow) {
    const next = travel(index, state.id, arrow, cameFrom)?.id;
    return pressed.shiftKey && next !== undefined ? { type: 'extend', state: next } : goTo(next);
  }
  switch (pressed.key) {
    case 'Enter':
      if (pressed.altKey) return { type: 'open', state: state.id };
      if (place.selected !== state.id) return { type: 'select', state: state.id };
      if (place.closed) return { type: 'expand', state: state.id };
      return isContainer(state) ? goTo(travel(index, state.id, 'in')?.id) : { type: 'open', state: state.id };
    case 'Escape':
      if (place.several) return { type: 'select', state: state.id };
      return goTo(travel(index, state.id, 'out')?.id) ?? { type: 'deselect' };
    case 'F10':
      return pressed.shiftKey ? { type: 'openMenu', state: state.id } : undefined;
    case 'ContextMenu':
      return { type: 'openMenu', state: state.id };
    case '+':
      return place.closed ? { type: 'expand', state: state.id } : undefined;
    case '-':
      return isContainer(state) && !place.closed ? { type: 'collapse', state: state.id } : undefined;
    case 'F2':
      return { type: 'rename', state: state.id };
    case 'Delete':
    case 'Backspace':
      return { type: 'remove', state: state.id };
    default:
      return undefined;
  }
}

const SHOWN: ReadonlyMap<string, 'all' | 'selection'> = new Map([
  ['Digit1', 'all'],
  ['Digit2', 'selection'],
]);

/** Canvas pixels: the distance of the grid's dots. */
const NUDGE = 20;
const NUDGES: ReadonlyMap<string, Point> = new Map([
  ['ArrowUp', { x: 0, y: -NUDGE }],
  ['ArrowDown', { x: 0, y: NUDGE }],
  ['ArrowLeft', { x: -NUDGE, y: 0 }],
  ['ArrowRight', { x: NUDGE, y: 0 }],
]);

const CLIPBOARD: ReadonlyMap<string, StateAction> = new Map([
  ['d', 'duplicate'],
  ['c', 'copy'],
  ['x', 'cut'],
]);

function planHeldKey(index: GraphIndex, place: KeyPlace, pressed: PressedKey): KeyPlan | undefined {
  if (pressed.key.toLowerCase() === 'a' && !pressed.shiftKey && !pressed.altKey) {
    const scope = stateAt(index, place.node ?? place.selected)?.scope ?? index.graph.scopes[0]?.path;
    const nodes = scope === undefined ? [] : (index.scopes.get(scope)?.nodes ?? []);
    return {
      type: 'selectAll',
      states: nodes.flatMap((node) => (node.kind === 'state' ? [node.path] : [])),
    };
  }
  const nudge = NUDGES.get(pressed.key);
  const nudged = stateAt(index, place.node ?? place.selected);
  if (nudge && nudged && !place.transition) return { type: 'nudge', state: nudged.id, by: nudge };
  const action = CLIPBOARD.get(pressed.key.toLowerCase());
  const state = stateAt(index, place.node ?? place.selected);
  if (!action || !state || pressed.shiftKey || pressed.altKey || place.transition) return undefined;
  return { type: action, state: state.id };
}

/** Not Tab, which leads out of the canvas. */
const isAdd = ({ key, altKey }: PressedKey): boolean => key.toLowerCase() === 'a' && !altKey;

function planTransitionKey(
  index: GraphIndex,
  transition: Transition,
  { key }: PressedKey,
  arrow: Arrow | undefined,
): KeyPlan | undefined {
  if (arrow === 'down') return goTo(stateAt(index, transition.to)?.id);
  if (arrow === 'up' || key === 'Escape') {
    return goTo(stateAt(index, transition.from)?.id) ?? { type: 'deselect' };
  }
  if (arrow) {
    const next = siblingTransition(index, transition, arrow === 'left' ? -1 : 1);
    return next && { type: 'focusTransition', transition: next.id };
  }
  switch (key) {
    case 'Enter':
    case '+':
    case 'a':
    case 'A':
      return canInsert(index, transition.id)
        ? { type: 'quickAdd', target: { kind: 'transition', transition: transition.id } }
        : undefined;
    case 'F2':
      return { type: 'retarget', transition: transition.id };
    default:
      return undefined;
  }
}

function goToEntry(index: GraphIndex): KeyPlan | undefined {
  const first = index.graph.scopes[0];
  return first && goTo(entry(index, first.path)?.id);
}

function goTo(state: NodeId | undefined): KeyPlan | undefined {
  return state === undefined ? undefined : { type: 'goTo', state };
}
