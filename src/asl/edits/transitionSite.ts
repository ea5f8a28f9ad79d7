import type { TransitionId, TransitionKind } from '../graph';
import type { Scope, State, StateMachine } from '../model';
import { findScope, findState } from '../modelling/stateLookup';
import { joinPointer, valueUnder } from '../parse/pointer';
import type { ScopePath, StatePath } from '../syntax';
import { itemsUnder, type Reference } from './references';

/** Where in the text a transition is written, or would be. */
export interface TransitionSite {
  readonly kind: TransitionKind;
  readonly scope: Scope;
  /** Absent for the transition from Start. */
  readonly state: State | undefined;
  /** JSON Pointer of the object that has the field. */
  readonly owner: string;
  readonly field: Reference['field'];
  /** The name it leads to; undefined for End, and where nothing is written. */
  readonly target: string | undefined;
}

/**
 * The place of a transition. Next, End and Default need not be written yet: a state's handle can be drawn
 * somewhere before it leads anywhere. Undefined when the state, rule or catcher does not exist.
 */
export function transitionSite(machine: StateMachine, id: TransitionId): TransitionSite | undefined {
  const hash = id.lastIndexOf('#');
  const from = id.slice(0, hash);
  const [kind, index = ''] = id.slice(hash + 1).split(':');
  if (from.startsWith('start:')) return startSite(machine, from.slice('start:'.length) as ScopePath);
  const state = findState(machine, from as StatePath);
  const scope = state && findScope(machine, state.scope);
  if (!state?.node || !scope) return undefined;
  const onward = valueUnder(state.node, 'Next');
  switch (kind) {
    case 'next':
    case 'end': {
      const target = textOf(onward);
      return {
        kind: { type: target === undefined ? 'end' : 'next' },
        scope,
        state,
        owner: state.path,
        field: 'Next',
        target,
      };
    }
    case 'default': {
      const target = textOf(valueUnder(state.node, 'Default'));
      return { kind: { type: 'default' }, scope, state, owner: state.path, field: 'Default', target };
    }
    case 'choice':
      return itemSite(scope, state, 'Choices', Number(index), { type: 'choice', rule: Number(index) });
    case 'catch':
      return itemSite(scope, state, 'Catch', Number(index), { type: 'catch', catcher: Number(index) });
    default:
      return undefined;
  }
}

function startSite(machine: StateMachine, path: ScopePath): TransitionSite | undefined {
  const scope = findScope(machine, path);
  if (!scope?.node) return undefined;
  return {
    kind: { type: 'start' },
    scope,
    state: undefined,
    owner: path,
    field: 'StartAt',
    target: scope.StartAt,
  };
}

function itemSite(
  scope: Scope,
  state: State,
  list: 'Choices' | 'Catch',
  index: number,
  kind: TransitionKind,
): TransitionSite | undefined {
  const item = itemsUnder(state.node, list)[index];
  if (item?.kind !== 'object') return undefined;
  const owner = joinPointer(state.path, list, index);
  return { kind, scope, state, owner, field: 'Next', target: textOf(valueUnder(item, 'Next')) };
}

const textOf = (node: ReturnType<typeof valueUnder>): string | undefined =>
  node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
