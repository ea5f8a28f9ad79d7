import type { Blueprint, EditIntent, ScopePath, TransitionId } from '../../../asl';
import { transitionSource } from './connection';
import { type GraphIndex, stateAt } from './graphIndex';

/** Where something new comes to stand. */
export type AddTarget =
  /** On a transition: between its source and where it leads. */
  | { readonly kind: 'transition'; readonly transition: TransitionId }
  /** At the end of a transition: it leads there from now on, and nowhere else. */
  | { readonly kind: 'lead'; readonly transition: TransitionId; readonly scope: ScopePath }
  /** In a scope, without a connection; first in an empty one. */
  | { readonly kind: 'scope'; readonly scope: ScopePath };

export function addIntent(blueprint: Blueprint, target: AddTarget): EditIntent {
  switch (target.kind) {
    case 'transition':
      return { type: 'insertState', on: target.transition, blueprint };
    case 'lead':
      return { type: 'addState', scope: target.scope, blueprint, from: target.transition };
    case 'scope':
      return { type: 'addState', scope: target.scope, blueprint };
  }
}

/** What adding there does, for a popover's title: `Insert after “Pack”`. */
export function describeTarget(index: GraphIndex, target: AddTarget): string {
  if (target.kind === 'scope') {
    return isEmptyScope(index, target.scope) ? 'Add the first state' : 'Add, not connected';
  }
  const source = transitionSource(index, target.transition);
  const known = index.transitions.get(target.transition);
  if (!source) return 'Add the next one';
  const name = source.kind === 'state' ? `“${source.name}”` : 'Start';
  if (target.kind === 'lead') return `Add, led to by ${name}`;
  const next = stateAt(index, known?.to)?.name;
  if (next === undefined) return `Add after ${name}`;
  return source.kind === 'state' ? `Insert between ${name} and “${next}”` : `Insert before “${next}”`;
}

export function isEmptyScope(index: GraphIndex, scope: ScopePath): boolean {
  return !index.scopes.get(scope)?.nodes.some(({ kind }) => kind === 'state');
}
