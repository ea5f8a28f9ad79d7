// Real workflows as the app draws them: `npm run build && node scripts/pictures.mjs DIR FILE...` pastes each file of a
// folder and writes docs/pictures/<folder>-<width>-<scheme>.png, at two sizes, light and dark.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp } from './app.mjs';
import { ROOT } from './setup.mjs';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
];
const [directory, ...files] = process.argv.slice(2);
if (!directory || files.length === 0) {
  console.error('usage: node scripts/pictures.mjs DIR FILE...');
  process.exit(2);
}
const out = join(ROOT, 'docs', 'pictures');
mkdirSync(out, { recursive: true });
const app = await startApp();
for (const size of SIZES) {
  for (const scheme of ['light', 'dark']) {
    for (const file of files) {
      const page = await app.open({ ...size, scheme });
      const text = readFileSync(join(directory, file), 'utf8');
      await page.evaluate((definition) => navigator.clipboard.writeText(definition), text);
      await page.getByRole('region', { name: 'Canvas' }).click({ position: { x: 8, y: 120 } });
      await page.keyboard.press('Control+V');
      await page.locator('[data-state-name="Validate order"]').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Run and history' }).click();
      await page.getByRole('button', { name: 'Fit to view' }).click();
      await page.waitForTimeout(900);
      const [name] = file.split('/');
      await page.screenshot({
        path: join(out, `${name}-${size.width}-${scheme}.png`),
      });
      await page.context().close();
    }
  }
}
await app.close();
