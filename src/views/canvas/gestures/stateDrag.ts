import type { PointerEvent } from 'react';
import type { Point, StateNode, TransitionId } from '../../../asl';
import type { Workspace } from '../../../workspace';
import { canvasActions } from '../canvasActions';
import { transitionAt } from '../geometry/hitTest';
import { stateAt } from '../model/graphIndex';
import { interaction } from './interaction';
import { type MoveEvent, stepMove } from './moveDrag';
import { isOwnTransition, moveVerdict } from './moveVerdict';
import { trackPointer } from './trackPointer';

/** Screen pixels from a line within which a state is put on it. */
const REACH = 24;

/** Begins to drag a state; a press that does not move stays a click. */
export function beginMove(workspace: Workspace, event: PointerEvent<HTMLElement>, state: StateNode): void {
  if (event.button !== 0 || event.shiftKey) return;
  const actions = canvasActions(workspace);
  // The canvas would be panned; what the browser does at a press besides is to give the focus.
  event.preventDefault();
  event.currentTarget.focus({ preventScroll: true });
  let copy = event.altKey;
  const hearAlt = (pressed: KeyboardEvent) => {
    copy = pressed.altKey;
  };
  window.addEventListener('keydown', hearAlt, { capture: true });
  window.addEventListener('keyup', hearAlt, { capture: true });
  const finish = () => {
    window.removeEventListener('keydown', hearAlt, { capture: true });
    window.removeEventListener('keyup', hearAlt, { capture: true });
  };
  send({ type: 'press', state: state.id, at: { x: event.clientX, y: event.clientY } });
  trackPointer({
    move: (at) => send({ type: 'move', at, over: transitionUnder(at, state, copy), copy }),
    up: () => {
      finish();
      const plan = send({ type: 'release' });
      if (plan?.type === 'insert') actions.moveTo(state, plan.onto, plan.copy);
      else if (plan) actions.place(state, plan.from, plan.to);
    },
    cancel: () => {
      finish();
      send({ type: 'cancel' });
    },
  });
}

function transitionUnder(client: Point, state: StateNode, copy: boolean): TransitionId | undefined {
  const { surface } = interaction.getState();
  const point = surface?.toCanvas(client);
  if (!surface || !point) return undefined;
  const { index, layout } = surface;
  const here = stateAt(index, state.id);
  return transitionAt(index, layout, point, REACH / surface.zoom(), (id) =>
    copy || !here ? true : !isOwnTransition(index, here, id),
  );
}

/** Why the state may not be put where it is held; undefined when it may. */
export function moveRefusal(): string | undefined {
  const { move, surface } = interaction.getState();
  if (move.phase !== 'dragging' || move.over === undefined || !surface) return undefined;
  const state = stateAt(surface.index, move.state);
  const verdict = state && moveVerdict(surface.index, state, move.over, move.copy);
  return verdict && !verdict.ok ? verdict.reason : undefined;
}

function send(event: MoveEvent) {
  const { move, plan } = stepMove(interaction.getState().move, event);
  interaction.setState({ move });
  return plan;
}
