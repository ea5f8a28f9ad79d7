// The built app in a browser, for scripts that look at it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser } from './ensure-browser.mjs';
import { createStaticServer, listen } from './server.mjs';
import { ROOT } from './setup.mjs';

/** Serves dist and starts a browser. `open` gives a page that is ready: `{ width, height, scheme }`. */
export async function startApp() {
  ensureBrowser();
  const found = join(ROOT, '.cache', 'browser.json');
  const known = existsSync(found) ? JSON.parse(readFileSync(found, 'utf8')) : {};
  const server = createStaticServer(join(ROOT, 'dist'));
  const port = await listen(server, 4197, true);
  const browser = await chromium.launch({
    ...known,
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : [],
  });
  return {
    async open({ width, height, scheme }) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: scheme,
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.locator('.monaco-editor .view-line').first().waitFor();
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
