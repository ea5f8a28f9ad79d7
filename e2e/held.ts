import type { Page } from '@playwright/test';

/**
 * Keeps back what the page asks of its workers, as a worker that is slow does.
 *
 * @param type of the messages
 * @returns lets all of it go
 */
export async function hold(page: Page, type: string): Promise<() => Promise<void>> {
  await page.evaluate((wanted) => {
    const held: (() => void)[] = [];
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, ...message: [unknown]) {
      if (JSON.stringify(message).includes(`"type":"${wanted}"`))
        held.push(() => postMessage.apply(this, message));
      else postMessage.apply(this, message);
    };
    window.addEventListener('release', () => {
      Worker.prototype.postMessage = postMessage;
      for (const send of held) send();
    });
  }, type);
  return () => page.evaluate(() => void window.dispatchEvent(new Event('release')));
}
