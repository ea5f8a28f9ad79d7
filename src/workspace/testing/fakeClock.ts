import type { Clock } from '../clock';

/** A clock that stands still until it is moved. Milliseconds. */
export interface FakeClock extends Clock {
  /** Moves on, and does what is due on the way, in order. */
  pass(duration: number): void;
}

export function createFakeClock(): FakeClock {
  let now = 1_700_000_000_000;
  let timers: { readonly at: number; readonly action: () => void }[] = [];
  return {
    now: () => now,
    after(delay, action) {
      const timer = { at: now + delay, action };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass(duration) {
      const end = now + duration;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((other) => other !== next);
        now = next.at;
        next.action();
      }
      now = end;
    },
  };
}
