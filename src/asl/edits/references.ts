import type { TransitionKind } from '../graph';
import type { Scope, State } from '../model';
import { joinPointer, valueUnder } from '../parse/pointer';
import type { ObjectNode, SyntaxNode } from '../syntax';

/** A name in the text that a transition leads to. */
export interface Reference {
  readonly kind: TransitionKind;
  /** JSON Pointer of the object that has the field. */
  readonly owner: string;
  readonly field: 'StartAt' | 'Next' | 'Default';
  readonly target: string;
  /** The state the transition leaves; absent for StartAt. */
  readonly from: State | undefined;
}

/**
 * Every name of a state in a scope: StartAt, Next, Default, and the Next of choice rules and catchers. Read off
 * the text's tree, so that fields which a state's type does not have are found, too.
 */
export function referencesIn(scope: Scope): readonly Reference[] {
  const found: Reference[] = [];
  const add = (
    node: ObjectNode | undefined,
    owner: string,
    field: Reference['field'],
    kind: TransitionKind,
    from: State | undefined,
  ): void => {
    const value = node && valueUnder(node, field);
    if (value?.kind !== 'scalar' || typeof value.value !== 'string') return;
    found.push({ kind, owner, field, target: value.value, from });
  };
  add(scope.node, scope.path, 'StartAt', { type: 'start' }, undefined);
  for (const state of scope.states) {
    const { node, path } = state;
    itemsUnder(node, 'Choices').forEach((item, rule) => {
      add(asObject(item), joinPointer(path, 'Choices', rule), 'Next', { type: 'choice', rule }, state);
    });
    add(node, path, 'Default', { type: 'default' }, state);
    add(node, path, 'Next', { type: 'next' }, state);
    itemsUnder(node, 'Catch').forEach((item, catcher) => {
      add(asObject(item), joinPointer(path, 'Catch', catcher), 'Next', { type: 'catch', catcher }, state);
    });
  }
  return found;
}

export function itemsUnder(node: ObjectNode | undefined, field: string): readonly SyntaxNode[] {
  const value = node && valueUnder(node, field);
  return value?.kind === 'array' ? value.items : [];
}

const asObject = (node: SyntaxNode): ObjectNode | undefined => (node.kind === 'object' ? node : undefined);
