import { existsSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import type { KeepingFigure } from './rounds';

const OUT = '.cache/run/keeping';
const ORIGIN = 'http://localhost:4197';

/** In a worker of Chromium with a database of its own: what the page pays. */
export async function measureKeepingInChromium(): Promise<readonly KeepingFigure[]> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      lib: { entry: 'bench/keeping/page.worker.ts', formats: ['es'], fileName: () => 'worker.js' },
      outDir: OUT,
      emptyOutDir: true,
      target: 'es2022',
      minify: true,
    },
  });
  const known = existsSync('.cache/browser.json')
    ? JSON.parse(readFileSync('.cache/browser.json', 'utf8'))
    : {};
  const browser = await chromium.launch({ ...known, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const context = await browser.newContext();
    await context.route(`${ORIGIN}/**`, (route) => {
      const file = new URL(route.request().url()).pathname.slice(1);
      return file === ''
        ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Bench</title>' })
        : route.fulfill({ contentType: 'text/javascript', path: `${OUT}/${file}` });
    });
    const page = await context.newPage();
    await page.goto(`${ORIGIN}/`);
    return await page.evaluate(
      () =>
        new Promise<readonly KeepingFigure[]>((resolve, reject) => {
          const worker = new Worker('/worker.js', { type: 'module' });
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
        }),
    );
  } finally {
    await browser.close();
  }
}
