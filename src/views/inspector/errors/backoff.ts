/** How long a retrier waits before each of its retries. Source: ASL specification, "Retry"; quotas of its fields. */
export interface Backoff {
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number | undefined;
  readonly jitter: boolean;
}

/** Seconds before each retry, at most `most` of them; with full jitter the longest each may be. */
export function delaysOf(backoff: Backoff, most: number): readonly number[] {
  const { intervalSeconds, maxAttempts, backoffRate, maxDelaySeconds = Number.POSITIVE_INFINITY } = backoff;
  const count = Math.max(0, Math.min(maxAttempts, most));
  return Array.from({ length: count }, (_, retry) =>
    Math.min(intervalSeconds * backoffRate ** retry, maxDelaySeconds),
  );
}

/** Seconds in a word or two: `1.5 s`, `2 min`, `3 h`. */
export function secondsInWords(seconds: number): string {
  const rounded = (value: number) => String(Math.round(value * 10) / 10);
  if (seconds < 60) return `${rounded(seconds)} s`;
  if (seconds < 3600) return `${rounded(seconds / 60)} min`;
  return seconds < 86_400 ? `${rounded(seconds / 3600)} h` : `${rounded(seconds / 86_400)} d`;
}
