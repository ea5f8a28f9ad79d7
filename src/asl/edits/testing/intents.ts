import type { EditIntent } from '../../edit.types';
import type { TransitionId } from '../../graph';
import type { StateType } from '../../model';
import type { ScopePath, StatePath } from '../../syntax';
import type { Blueprint } from '../templates/catalogue';

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

export const insert = (what: StateType | Blueprint, on: string): EditIntent => ({
  type: 'insertState',
  on: transitionOf(on),
  blueprint: blueprintOf(what),
});

export const add = (what: StateType | Blueprint, scope = '', from?: string): EditIntent => ({
  type: 'addState',
  scope: scope as ScopePath,
  blueprint: blueprintOf(what),
  ...(from === undefined ? {} : { from: transitionOf(from) }),
});

const blueprintOf = (what: StateType | Blueprint): Blueprint =>
  typeof what === 'string' ? { kind: 'state', stateType: what } : what;
