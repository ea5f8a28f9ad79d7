import type { Pulse } from '../run/pulse';

/** Real time that moves only when the test says so, and when a session looks at the clock. Milliseconds. */
export interface FakePulse extends Pulse {
  /** Moves on, does what is due on the way, and lets every promise have its turn. */
  pass(duration: number): Promise<void>;
  /** Times the session let messages in. */
  readonly breaths: number;
}

/** @param glance how much time each look at the clock takes: work in a fake world costs nothing else */
export function createFakePulse(glance = 0): FakePulse {
  let now = 0;
  let breaths = 0;
  let timers: { readonly at: number; readonly action: () => void }[] = [];
  return {
    get breaths() {
      return breaths;
    },
    now() {
      now += glance;
      return now;
    },
    breathe() {
      breaths++;
      return new Promise((resolve) => setTimeout(resolve, 0));
    },
    after(delay, action) {
      const timer = { at: now + delay, action };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async pass(duration) {
      const end = now + duration;
      for (;;) {
        await turns();
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.action();
      }
      now = Math.max(now, end);
    },
  };
}

/** Messages that are on their way arrive, and so do the answers to them. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}
