import type { EditIntent, EditResult } from '../edit.types';
import type { StatePath } from '../syntax';
import { deleteState } from './deleteState';
import { inSequence } from './sequence';
import type { EditSource } from './source';

/** Takes several states out, each as `deleteState` does; one inside another of them goes with it. */
export function deleteStates(
  source: EditSource,
  { states }: Extract<EditIntent, { type: 'deleteStates' }>,
): EditResult {
  const paths = outermost(states);
  const steps = paths.map((state) => (now: EditSource) => deleteState(now, { type: 'deleteState', state }));
  return inSequence(source, steps, `Delete ${paths.length} states`);
}

/** Without the states that are inside another one of them. */
export const outermost = (states: readonly StatePath[]): readonly StatePath[] =>
  [...new Set(states)].filter((path) => !states.some((other) => path.startsWith(`${other}/`)));
