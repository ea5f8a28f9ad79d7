// Makes docs/screenshot.png from the built app: the example after a run. `npm run build && npm run screenshot`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser } from './ensure-browser.mjs';
import { createStaticServer, listen } from './server.mjs';
import { ROOT } from './setup.mjs';

ensureBrowser();
const found = join(ROOT, '.cache', 'browser.json');
const known = existsSync(found) ? JSON.parse(readFileSync(found, 'utf8')) : {};
const server = createStaticServer(join(ROOT, 'dist'));
const port = await listen(server, 4197, true);
const browser = await chromium.launch({
  ...known,
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : [],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
await page.goto(`http://127.0.0.1:${port}/`);
await page.locator('.monaco-editor .view-line').first().waitFor();
await page.getByRole('slider', { name: 'Speed' }).fill('4');
await page.getByRole('button', { name: 'Run', exact: true }).click();
await page.locator('[data-state-name="Validate order"][data-status="succeeded"]').waitFor();
await page.locator('[data-state-name="Charge card"]').click();
await page.getByRole('tab', { name: /State/ }).click();
await page.mouse.move(700, 470);
await page.waitForTimeout(800);
await page.screenshot({ path: join(ROOT, 'docs', 'screenshot.png') });
await browser.close();
server.close();
