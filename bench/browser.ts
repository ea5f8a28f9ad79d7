import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { type CanvasFigure, measureCanvas } from './canvas';
import { median, round } from './statistics';
import { type HistoryFigure, measureHistory } from './timeline';
import { workflowText } from './workflow';

const PORT = 4198;
const KEYSTROKES = 9;

export interface BrowserFigures {
  readonly firstContentfulPaintMs: number;
  /** Navigation start until the example's states are on the canvas. */
  readonly readyMs: number;
  /** Until Monaco takes keys. */
  readonly editorMs: number;
  /** A key in the editor until the canvas shows the new name, by number of states. */
  readonly keystrokeMs: Readonly<Record<string, number>>;
  readonly canvas: readonly CanvasFigure[];
  readonly history: HistoryFigure;
}

/** The built app in real Chromium, from our own server. Undefined without a build. */
export async function measureBrowser(): Promise<BrowserFigures | undefined> {
  if (!existsSync('dist/index.html')) return undefined;
  const server = spawn(process.execPath, ['scripts/serve.mjs', '--port', String(PORT)], { stdio: 'pipe' });
  await new Promise((resolve) => server.stdout.once('data', resolve));
  const known = existsSync('.cache/browser.json')
    ? JSON.parse(readFileSync('.cache/browser.json', 'utf8'))
    : {};
  const browser = await chromium.launch({
    ...known,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-sync',
    ],
  });
  try {
    const loads: { readonly paint: number; readonly ready: number; readonly editor: number }[] = [];
    for (let i = 0; i < 5; i++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      loads.push(await load(await context.newPage()));
      await context.close();
    }
    const keystrokeMs: Record<string, number> = {};
    for (const states of [50, 1000]) keystrokeMs[states] = await keystroke(await newPage(), states);
    const canvas: CanvasFigure[] = [];
    for (const states of [50, 1000, 5000]) {
      canvas.push(
        await measureCanvas(await newPage(), (page) => page.goto(`http://127.0.0.1:${PORT}/`), states),
      );
    }
    const history = await measureHistory(await newPage(), (page) => page.goto(`http://127.0.0.1:${PORT}/`));
    return {
      canvas,
      history,
      firstContentfulPaintMs: round(median(loads.map(({ paint }) => paint)), 0),
      readyMs: round(median(loads.map(({ ready }) => ready)), 0),
      editorMs: round(median(loads.map(({ editor }) => editor)), 0),
      keystrokeMs,
    };
  } finally {
    await browser.close();
    server.kill();
  }

  async function newPage(): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    return context.newPage();
  }
}

async function load(page: Page) {
  await page.addInitScript(() => {
    const seen = globalThis as { readyAt?: number };
    const watch = () => {
      if (document.querySelector('[data-state-name]')) seen.readyAt = performance.now();
      else requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
  });
  await page.goto(`http://127.0.0.1:${PORT}/`);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  return page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    ready: (globalThis as { readyAt?: number }).readyAt ?? 0,
    editor: performance.now(),
  }));
}

/** Types a letter into the first state's name and waits until the canvas says it; no debounce is left out. */
async function keystroke(page: Page, states: number): Promise<number> {
  await page.goto(`http://127.0.0.1:${PORT}/`);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.evaluate((text) => navigator.clipboard.writeText(text), workflowText(states));
  await page.getByRole('region', { name: 'Canvas' }).click({ position: { x: 8, y: 120 } });
  await page.keyboard.press('Control+V');
  await page.locator('[data-state-name="S0"]').waitFor();
  await page.locator('.view-line', { hasText: '"StartAt"' }).click();
  await page.keyboard.press('End');
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowLeft');
  const times: number[] = [];
  for (let i = 0; i < KEYSTROKES; i++) {
    // StartAt names a state that is not there: the canvas draws it as missing, under its new name.
    const name = `S0${'x'.repeat(i + 1)}`;
    await page.evaluate((wanted) => {
      const seen = globalThis as { keyAt?: number; drawnAt?: number };
      delete seen.drawnAt;
      addEventListener(
        'keydown',
        () => {
          seen.keyAt = performance.now();
        },
        { capture: true, once: true },
      );
      const watch = () => {
        const missing = document.querySelector<HTMLElement>('[data-missing-state]');
        if (missing?.dataset.missingState === wanted) seen.drawnAt = performance.now();
        else requestAnimationFrame(watch);
      };
      requestAnimationFrame(watch);
    }, name);
    await page.keyboard.press('x');
    await page.waitForFunction(() => (globalThis as { drawnAt?: number }).drawnAt !== undefined);
    times.push(
      await page.evaluate(() => {
        const { keyAt = 0, drawnAt = 0 } = globalThis as { keyAt?: number; drawnAt?: number };
        return drawnAt - keyAt;
      }),
    );
    await page.waitForTimeout(400);
  }
  return round(median(times), 0);
}
