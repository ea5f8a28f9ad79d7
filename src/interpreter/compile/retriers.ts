import type { Retrier } from '../../asl';
import type { RetrierProgram } from '../program';

/** Retry with its defaults. Source: errors.md 3. */
export function compileRetriers(
  retriers: readonly Retrier[] | undefined,
): readonly RetrierProgram[] | undefined {
  if (retriers === undefined || retriers.length === 0) return undefined;
  return retriers.map((retrier) => ({
    errorEquals: retrier.ErrorEquals,
    intervalSeconds: retrier.IntervalSeconds ?? 1,
    maxAttempts: retrier.MaxAttempts ?? 3,
    backoffRate: retrier.BackoffRate ?? 2,
    maxDelaySeconds: retrier.MaxDelaySeconds,
    jitter: retrier.JitterStrategy === 'FULL',
  }));
}
