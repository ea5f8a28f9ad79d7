import type { Page } from '@playwright/test';

export interface Held {
  /** Messages so far. */
  count(): Promise<number>;
  /** Lets all of it go. */
  release(): Promise<void>;
}

/**
 * Keeps back what the page asks of its workers, as a worker that is slow does.
 *
 * @param part of the messages, as JSON
 */
export async function hold(page: Page, part: string): Promise<Held> {
  await page.evaluate((wanted) => {
    const held: (() => void)[] = [];
    Object.assign(window, { held });
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, ...message: [unknown]) {
      if (JSON.stringify(message).includes(wanted)) held.push(() => postMessage.apply(this, message));
      else postMessage.apply(this, message);
    };
    window.addEventListener('release', () => {
      Worker.prototype.postMessage = postMessage;
      for (const send of held) send();
    });
  }, part);
  return {
    count: () => page.evaluate(() => (window as { held?: readonly unknown[] }).held?.length ?? 0),
    release: () => page.evaluate(() => void window.dispatchEvent(new Event('release'))),
  };
}
