import type { StateNode, Transition } from '../../../asl';
import type { StateProgress } from '../../../worker';
import { STATUS_LOOKS } from '../../parts';
import { type GraphIndex, stateAt } from './graphIndex';

/**
 * A state in words, for its accessible name: "Charge card, Task, Lambda: Invoke, retries 3 times, succeeded, 2 visits".
 *
 * @param inside what a container that is drawn closed says of its inside
 */
export function describeState(
  node: StateNode,
  progress?: StateProgress,
  paused = false,
  inside?: string,
): string {
  const parts = [node.name, node.type ?? 'unknown type', node.summary === node.type ? '' : node.summary];
  if (inside !== undefined) parts.push(`collapsed, ${inside}`);
  if (node.distributed) parts.push('distributed');
  if (node.retries) parts.push(times('retries', node.retries));
  if (node.unreachable) parts.push('unreachable');
  if (progress && progress.status !== 'notStarted') {
    parts.push(STATUS_LOOKS[progress.status].label);
    if (progress.retries > 0) parts.push(times('retried', progress.retries));
    if (progress.visits > 1) parts.push(`${progress.visits} visits`);
  }
  if (paused) parts.push('paused here');
  return parts.filter(Boolean).join(', ');
}

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

function times(verb: string, count: number): string {
  return count === 1 ? `${verb} once` : `${verb} ${count} times`;
}
