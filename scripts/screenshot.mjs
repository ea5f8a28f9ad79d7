// Makes docs/screenshot.png from the built app: the example after a run. `npm run build && npm run screenshot`.
import { join } from 'node:path';
import { startApp } from './app.mjs';
import { ROOT } from './setup.mjs';

const app = await startApp();
const page = await app.open({ width: 1440, height: 900, scheme: 'light' });
await page.getByRole('combobox', { name: 'Speed', exact: true }).selectOption('Instant');
await page.getByRole('button', { name: 'Run', exact: true }).click();
await page.locator('[data-state-name="Validate order"][data-status="succeeded"]').waitFor();
await page.locator('[data-state-name="Charge card"]').click();
await page.getByRole('tab', { name: /State/ }).click();
await page.mouse.move(700, 470);
await page.waitForTimeout(800);
await page.screenshot({ path: join(ROOT, 'docs', 'screenshot.png') });
await app.close();
