import type { EditIntent } from '../../edit.types';
import type { TransitionId } from '../../graph';
import type { StateType } from '../../model';
import type { ScopePath, StatePath } from '../../syntax';

/** Intents by their parts; the state's path may be the name of a state of the machine itself. */

export const pathOf = (state: string): StatePath =>
  (state.startsWith('/') ? state : `/States/${state}`) as StatePath;

const transitionOf = (id: string): TransitionId =>
  (id.startsWith('start:') || id.startsWith('/') ? id : `/States/${id}`) as TransitionId;

export const rename = (state: string, name: string): EditIntent => ({
  type: 'renameState',
  state: pathOf(state),
  name,
});

export const remove = (state: string): EditIntent => ({ type: 'deleteState', state: pathOf(state) });

export const lead = (transition: string, state: string): EditIntent => ({
  type: 'retarget',
  transition: transitionOf(transition),
  to: { state: pathOf(state) },
});

export const leadToEnd = (transition: string, scope = ''): EditIntent => ({
  type: 'retarget',
  transition: transitionOf(transition),
  to: { end: scope as ScopePath },
});

export const insert = (stateType: StateType, on: string): EditIntent => ({
  type: 'insertState',
  on: transitionOf(on),
  stateType,
});

export const add = (stateType: StateType, scope = ''): EditIntent => ({
  type: 'addState',
  scope: scope as ScopePath,
  stateType,
});
