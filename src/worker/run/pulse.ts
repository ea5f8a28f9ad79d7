/** Real time as a run sees it, handed in so that tests play it. Milliseconds. */
export interface Pulse {
  /** Monotonic. */
  now(): number;
  /** Lets waiting messages in, then goes on; takes no longer than they do. */
  breathe(): Promise<void>;
  /** @returns how to call it off */
  after(delay: number, action: () => void): () => void;
}

/**
 * The worker's own. A message to oneself lets other messages in at once, where a timer would wait for at
 * least four milliseconds.
 */
export function createSystemPulse(): Pulse {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return {
    now: () => performance.now(),
    breathe: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        channel.port2.postMessage(null);
      }),
    after(delay, action) {
      const timer = setTimeout(action, delay);
      return () => clearTimeout(timer);
    },
  };
}
