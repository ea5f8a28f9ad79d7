import { pointerSegments, type StatePath } from '../../../asl';
import type { Breakpoint, StateMoment } from '../../breakpoint.types';

/** What a sentence about a stop needs. */
export interface Met {
  readonly breakpoint: Breakpoint;
  readonly state: StatePath;
  /** The iteration of the innermost Map, -1 outside. */
  readonly item: number;
  readonly hits: number;
  /** Why its condition could not be evaluated. */
  readonly problem: string | undefined;
}

const PLACES: Readonly<Record<StateMoment | 'variable', string>> = {
  entry: 'before',
  exit: 'after',
  error: 'in',
  retry: 'in',
  iteration: 'in',
  variable: 'after',
};

/** Why the run stopped, for the user: "Paused before Charge card: breakpoint on item 3". */
export function stopReason({ breakpoint, state, item, hits, problem }: Met): string {
  const place = `Paused ${PLACES[breakpoint.kind]} ${nameOf(state)}`;
  if (problem !== undefined) {
    return `${place}: the condition of its breakpoint cannot be evaluated. ${problem}`;
  }
  const parts = [momentWords(breakpoint, item)];
  if (breakpoint.kind !== 'iteration' && item >= 0) {
    parts.push(breakpoint.item === undefined ? ` (item ${item})` : ` on item ${item}`);
  }
  if (breakpoint.condition !== undefined) parts.push(`, ${breakpoint.condition}`);
  if (breakpoint.hits !== undefined) parts.push(`, hit ${hits}`);
  return `${place}: ${parts.join('')}`;
}

export const targetReason = (state: StatePath): string => `Paused before ${nameOf(state)}: run to here`;

/** Of the execution whose Task has started another one, while that is gone through. */
export const insideReason = (state: StatePath | undefined, machine: string): string =>
  `Paused in ${state === undefined ? 'a Task' : nameOf(state)}, inside its child execution of “${machine}”: Step into goes there again, Step over leaves it`;

/** Of the execution whose Task has started one that stands at a breakpoint of its own. */
export const stoppedInsideReason = (state: StatePath | undefined, machine: string): string =>
  `Paused in ${state === undefined ? 'a Task' : nameOf(state)}: a breakpoint stopped its child execution of “${machine}”. Step into goes there again, Step over leaves it`;

/** Of the execution whose Task has started one that is not there yet. */
export const awaitedReason = (state: StatePath | undefined, machine: string): string =>
  `Paused in ${state === undefined ? 'a Task' : nameOf(state)}: its child execution of “${machine}” is still being made, and is gone into as soon as it is there`;

/** Of the execution whose Task has started one of which nobody can tell whether it comes to a breakpoint. */
export const unsearchedReason = (state: StatePath | undefined, machine: string, why: string): string =>
  `Paused in ${state === undefined ? 'a Task' : nameOf(state)}: its child execution of “${machine}” cannot be looked through for breakpoints (${why}). Step into goes there, Continue passes it`;

/** Of the execution whose Task has started one that cannot be shown any further. */
export const brokenReason = (state: StatePath | undefined, machine: string, why: string): string =>
  `Paused in ${state === undefined ? 'a Task' : nameOf(state)}: its child execution of “${machine}” cannot be gone through any further (${why}). The run itself can go on`;

function momentWords(breakpoint: Breakpoint, item: number): string {
  switch (breakpoint.kind) {
    case 'error':
      return 'breakpoint on error';
    case 'retry':
      return 'breakpoint on retry';
    case 'iteration':
      return `item ${item} begins`;
    case 'variable':
      return `the variable ${breakpoint.variable} changed`;
    default:
      return 'breakpoint';
  }
}

const nameOf = (state: StatePath): string => pointerSegments(state).at(-1) ?? state;
