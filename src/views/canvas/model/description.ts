import type { Transition } from '../../../asl';
import { times } from '../../parts';
import { type GraphIndex, stateAt } from './graphIndex';

/** A transition in words: "Check stock to Ship, rule 1: $.stock > 0". */
export function describeTransition(index: GraphIndex, transition: Transition): string {
  const kind = KIND_WORDS[transition.kind.type];
  const ordinal =
    transition.kind.type === 'choice'
      ? ` ${transition.kind.rule + 1}`
      : transition.kind.type === 'catch'
        ? ` ${transition.kind.catcher + 1}`
        : '';
  const words = transition.fullLabel && transition.kind.type !== 'default' ? `: ${transition.fullLabel}` : '';
  const way = `${nodeName(index, transition.from)} to ${nodeName(index, transition.to)}`;
  return `${way}, ${kind}${ordinal}${words}`;
}

/** To follow a transition's words: ", taken 2 times"; nothing when it was not taken. */
export function describeCount(taken: number): string {
  return taken > 0 ? `, ${times('taken', taken)}` : '';
}

const KIND_WORDS: Readonly<Record<Transition['kind']['type'], string>> = {
  start: 'start',
  next: 'next',
  choice: 'rule',
  default: 'default',
  catch: 'catch',
  end: 'end',
};

function nodeName(index: GraphIndex, id: Transition['from']): string {
  const node = index.nodes.get(id);
  if (node?.kind === 'start') return 'Start';
  if (node?.kind === 'end') return 'End';
  if (node?.kind === 'missing') return `${node.name} (missing)`;
  return stateAt(index, id)?.name ?? '';
}
