import type { Fold } from '../fold/fold';
import type { Pulse } from './pulse';

/** Milliseconds of work before messages are let in: Stop and Pause act between two slices. */
export const SLICE = 8;
/** Events that are shown between two looks at the clock. */
export const GLIMPSE = 256;

/**
 * Shows events that are recorded, up to a position, and lets messages in on the way: there may be millions.
 *
 * @param isGivenUp asked after each slice: true ends it there
 * @param shown told each event
 */
export async function readInSlices(
  fold: Fold,
  end: number,
  pulse: Pulse,
  isGivenUp: () => boolean,
  shown?: (event: number) => unknown,
): Promise<void> {
  let sliceEnd = pulse.now() + SLICE;
  while (fold.position < end && fold.advanceOne()) {
    const told = shown?.(fold.position - 1);
    if (told instanceof Promise) await told;
    if (fold.position % GLIMPSE !== 0 || pulse.now() < sliceEnd) continue;
    await pulse.breathe();
    if (isGivenUp()) return;
    sliceEnd = pulse.now() + SLICE;
  }
}
