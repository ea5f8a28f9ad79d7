import type { StateNode } from '../../asl';
import type { StateProgress } from '../../worker';
import { STATUS_LOOKS } from './statusLook';

export interface StateCircumstances {
  readonly progress?: StateProgress | undefined;
  readonly paused?: boolean;
  /** What a container that is drawn closed says of its inside. */
  readonly inside?: string | undefined;
  /** How many breakpoints stand on it. */
  readonly breakpoints?: number;
}

/**
 * A state in words, for its accessible name: "Charge card, Task, Lambda: Invoke, retries 3 times, succeeded, 2 visits".
 */
export function describeState(
  node: StateNode,
  { progress, paused = false, inside, breakpoints = 0 }: StateCircumstances = {},
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
  if (breakpoints > 0) parts.push(breakpoints === 1 ? 'breakpoint' : `${breakpoints} breakpoints`);
  if (paused) parts.push('paused here');
  return parts.filter(Boolean).join(', ');
}

/** `retried once`, `retried 3 times`. */
export function times(verb: string, count: number): string {
  return count === 1 ? `${verb} once` : `${verb} ${count} times`;
}
