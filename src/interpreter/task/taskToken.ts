import type { Frame } from '../frame';
import { StateKind } from '../program';
import { seededHex } from '../random';
import { taskWorkOf } from './taskWork';

/** Attempts of one visit get tokens of their own; visits are told apart by the id of their StateEntered. */
const ATTEMPTS_PER_VISIT = 100_003;

/**
 * The token of the attempt a frame is about to make or waits for; undefined when its resource has none. Decided by
 * the settings' seed, the visit and the attempt alone.
 * Recorded: callback/test_sync_with_task_token (`.sync` tasks have one, too).
 */
export function taskToken(frame: Frame): string | undefined {
  if (frame.state?.kind !== StateKind.Task || !taskWorkOf(frame).hasToken) return undefined;
  const { settings } = frame.execution;
  return seededHex(settings.seed, frame.enteredEvent * ATTEMPTS_PER_VISIT + frame.retryCount, 64);
}
