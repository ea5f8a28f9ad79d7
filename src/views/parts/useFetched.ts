import { useEffect, useRef, useState } from 'react';

/** Shortest time between two fetches of the same thing while it keeps changing, in milliseconds. */
const PAUSE = 120;

/**
 * Fetches a part of the run from the worker, again whenever `key` changes, and keeps showing the last
 * answer meanwhile. A change of `subject` is another thing: its old answer is not shown.
 */
export function useFetched<Key, Value>(
  subject: string,
  key: Key,
  fetch: (key: Key) => Promise<Value>,
): Value | undefined {
  const [answer, setAnswer] = useState<{ readonly subject: string; readonly value: Value }>();
  const latest = useRef(fetch);
  latest.current = fetch;
  const last = useRef({ subject: '', time: 0 });

  useEffect(() => {
    let gone = false;
    const wait =
      last.current.subject === subject ? Math.max(0, last.current.time + PAUSE - performance.now()) : 0;
    const timer = setTimeout(async () => {
      last.current = { subject, time: performance.now() };
      try {
        const value = await latest.current(key);
        if (!gone) setAnswer({ subject, value });
      } catch {
        // The worker is gone; the page has said so, and what is shown stays.
      }
    }, wait);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [subject, key]);

  return answer?.subject === subject ? answer.value : undefined;
}
