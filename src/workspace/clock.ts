/** Real time, handed in so that tests play it. Milliseconds. */
export interface Clock {
  /** Since 1970. */
  now(): number;
  /** @returns how to call it off */
  after(delay: number, action: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delay, action) {
    const timer = setTimeout(action, delay);
    return () => clearTimeout(timer);
  },
};
