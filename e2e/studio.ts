import { readFile } from 'node:fs/promises';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { shake } from './shaken';

/** The page as a user meets it: every look and every touch goes through what is on the screen. */
export class Studio {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/');
    await expect(this.canvas()).toBeVisible();
    await expect(this.page.locator('.monaco-editor .view-line').first()).toBeVisible();
  }

  /** Until some words are in what the browser stores of the workspace. */
  async stored(words: string): Promise<void> {
    const all = () =>
      this.page.evaluate(
        () =>
          new Promise<string>((resolve, reject) => {
            const opening = indexedDB.open('statecraft');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const values = opening.result.transaction('parts').objectStore('parts').getAll();
              opening.result.close();
              values.onerror = () => reject(values.error);
              values.onsuccess = () => resolve(JSON.stringify(values.result));
            };
          }),
      );
    await expect.poll(all).toContain(words);
  }

  canvas(): Locator {
    return this.page.getByRole('region', { name: 'Canvas' });
  }
  state(name: string): Locator {
    return this.page.locator(`[data-state-name="${name}"]`);
  }
  /** Clicks a state as a hand does: when the canvas stands still, and in sight. */
  async pick(name: string, options?: Parameters<Locator['click']>[0]): Promise<void> {
    const state = this.state(name);
    await expect(state).toBeVisible();
    await this.still();
    const isInReach = await state.evaluate((element, at) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(x + (at?.x ?? width / 2), y + (at?.y ?? height / 2));
      return element.contains(hit);
    }, options?.position);
    if (!isInReach) {
      await this.page.getByRole('button', { name: 'Fit to view' }).click();
      await this.still();
    }
    await state.click(options);
  }
  /** `<from>#next`, `#choice:0`, ... of a top-level state. */
  transition(from: string, kind: string): Locator {
    const id = from === '' ? `start:#${kind}` : `/States/${from}#${kind}`;
    return this.page.locator(`[data-transition-id="${id}"]`);
  }
  /** A point on a transition's line, on the screen. @param part of its length, from 0 to 1 */
  async onTransition(from: string, kind: string, part: number) {
    const line = this.transition(from, kind);
    await expect(line).toHaveCount(1);
    await this.still();
    return line.evaluate((element, share) => {
      const path = element as SVGPathElement;
      const point = path.getPointAtLength(path.getTotalLength() * share);
      const { x, y } = point.matrixTransform(path.getScreenCTM() ?? new DOMMatrix());
      return { x, y };
    }, part);
  }
  paletteItem(type: string): Locator {
    return this.page.getByTestId('palette').getByRole('button', { name: new RegExp(`^${type}\\b`) });
  }
  runControl(name: 'Run' | 'Pause' | 'Continue' | 'Step' | 'Step into' | 'Step out' | 'Stop'): Locator {
    return this.page.getByRole('toolbar', { name: 'Run' }).getByRole('button', { name, exact: true });
  }
  tab(name: RegExp): Locator {
    return this.page.getByRole('tab', { name });
  }
  result(): Locator {
    return this.page.getByRole('region', { name: 'Result of the run' });
  }
  editor(): Locator {
    return this.page.locator('.monaco-editor').first();
  }

  /** The definition, byte for byte, by way of Export, Copy as typed. */
  async text(): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText('nothing copied'));
    await this.page.getByRole('button', { name: 'Export' }).click();
    await this.page.getByRole('menuitem', { name: 'Copy as typed' }).click();
    await expect.poll(() => this.clipboard()).not.toBe('nothing copied');
    return this.clipboard();
  }
  async definition(): Promise<Definition> {
    return JSON.parse(await this.text()) as Definition;
  }
  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Pastes where the canvas is, not into a field. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await this.canvas().click({ position: { x: 8, y: 120 } });
    await this.page.keyboard.press('Control+V');
  }

  async setInput(json: string): Promise<void> {
    await this.tab(/Input/).click();
    await this.page.getByRole('textbox', { name: 'Execution input' }).fill(json);
  }
  /** From 0 (slow motion) to 4 (instant), or as it is called. */
  async setSpeed(stop: number | string): Promise<void> {
    const label =
      ['Slow motion', 'Slow', 'Normal', 'Fast', 'Instant'].find((_, at) => at === stop) ?? String(stop);
    const speed = this.page.getByRole('combobox', { name: 'Speed', exact: true });
    await speed.selectOption(label);
    await expect(speed).toHaveValue(label);
  }

  /** Resolves once the execution worker does no longer answer: it is inside an expression. */
  async workerIsBusy(): Promise<void> {
    const worker = this.page.workers().find((each) => each.url().includes('execution.worker'));
    if (!worker) throw new Error('There is no execution worker.');
    const silence = () => new Promise<false>((resolve) => setTimeout(resolve, 400, false));
    await expect.poll(() => Promise.race([worker.evaluate(() => true), silence()])).toBe(false);
  }

  /** Resolves once nothing on the page moves any more: no animation, and the canvas stands where it stood some frames ago. */
  async still(): Promise<void> {
    await this.page.evaluate(async () => {
      const where = () => document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform;
      // What turns for as long as something runs does not move anything.
      const ends = (each: Animation) => each.effect?.getComputedTiming().endTime !== Infinity;
      const moves = () => document.getAnimations().some((each) => each.playState === 'running' && ends(each));
      for (let frames = 0, last = where(); frames < 12; frames++) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        if (moves() || where() !== last) frames = 0;
        last = where();
      }
    });
  }

  /** With the mouse, in steps, as a hand does it. */
  async drag(from: Locator, to: { readonly x: number; readonly y: number }): Promise<void> {
    const box = await boxOf(from);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width / 2 + 12, box.y + box.height / 2 + 12, { steps: 3 });
    await this.page.mouse.move(to.x, to.y, { steps: 12 });
    await this.page.mouse.up();
  }

  /** The file a menu item hands over. */
  async downloaded(menuItem: string): Promise<{ readonly name: string; readonly text: string }> {
    const { name, bytes } = await this.downloadedBytes(menuItem);
    return { name, text: bytes.toString('utf8') };
  }
  async downloadedBytes(menuItem: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click();
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('menuitem', { name: menuItem }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}

export interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export async function boxOf(locator: Locator) {
  await expect(locator.first()).toBeVisible();
  const box = await locator.first().boundingBox();
  if (!box) throw new Error('not on the screen');
  return box;
}

/** A page that is open, whose console must stay free of errors. */
export const test = base.extend<{ readonly studio: Studio }>({
  studio: async ({ page, context }, use, testInfo) => {
    if (process.env.E2E_SHAKEN) {
      testInfo.setTimeout(4 * testInfo.timeout);
      await shake(context, page);
    }
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    const studio = new Studio(page);
    await studio.open();
    await use(studio);
    expect(complaints).toEqual([]);
  },
});
export { expect };
