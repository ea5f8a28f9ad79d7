import type { Failure } from './data/failure';
import { matchesError } from './errorNames';
import type { Frame } from './frame';
import type { RetrierProgram } from './program';

/**
 * Seconds to wait before the next attempt of a retrier.
 *
 * @param attempt retries this retrier has already made, >= 0
 * @param random  a number in [0, 1); asked for only when JitterStrategy is FULL
 * @returns seconds >= 0, never above MaxDelaySeconds
 * Source: Amazon States Language, "Retrying after error"; Recorded: test_state/test_state_configuration_retrier_retry_count
 */
export function retryDelay(retrier: RetrierProgram, attempt: number, random: () => number): number {
  const backoff = retrier.intervalSeconds * retrier.backoffRate ** attempt;
  const delay = Math.min(backoff, retrier.maxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return retrier.jitter ? random() * delay : delay;
}

/**
 * The delay before another attempt; undefined when the state is not to be retried. The first retrier that names
 * the error decides: once its attempts are used up, no later retrier is asked. Counts the retry.
 * Recorded: scenarios/test_map_state_retry_multiple_retriers.
 */
export function takeRetry(
  retriers: readonly RetrierProgram[] | undefined,
  failure: Failure,
  frame: Frame,
): number | undefined {
  if (retriers === undefined) return undefined;
  for (let i = 0; i < retriers.length; i++) {
    const retrier = retriers[i];
    if (retrier === undefined || !matchesError(retrier.errorEquals, failure)) continue;
    frame.retriesBy ??= [];
    const used = frame.retriesBy[i] ?? 0;
    if (used >= retrier.maxAttempts) return undefined;
    frame.retriesBy[i] = used + 1;
    frame.retryCount++;
    return retryDelay(retrier, used, () => frame.random());
  }
  return undefined;
}
