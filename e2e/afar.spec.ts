import type { Page } from '@playwright/test';
import { expect, test } from './studio';

/** States one after another, too many to be read at once. */
function rowOf(count: number): string {
  const states: Record<string, unknown> = {};
  for (let at = 0; at < count; at++)
    states[`S${at}`] = { Type: 'Pass', ...(at + 1 < count ? { Next: `S${at + 1}` } : { End: true }) };
  return JSON.stringify({ StartAt: 'S0', States: states });
}

const picture = (page: Page) => page.getByRole('img', { name: /^Overview/ });

/** Where something is drawn in the picture: the uppermost and the lowest place on the screen. */
const extent = (page: Page) =>
  picture(page).evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { top, height } = canvas.getBoundingClientRect();
    // A copy is read, so that the picture itself stays what it is.
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', {
      willReadFrequently: true,
    });
    copy?.drawImage(canvas, 0, 0);
    const { data } = copy?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    const rows = new Set<number>();
    for (let at = 3; at < data.length; at += 4) if (data[at]) rows.add(Math.floor(at / 4 / canvas.width));
    const scale = height / canvas.height;
    return { from: top + Math.min(...rows) * scale, to: top + Math.max(...rows) * scale };
  });

test('a workflow of hundreds of states is seen as a whole, picked from and gone back into', async ({
  studio,
  page,
}) => {
  await studio.open();
  await studio.paste(rowOf(600));
  await expect(studio.state('S0')).toBeVisible();

  await page.getByRole('button', { name: 'Fit to view' }).click();
  await expect(picture(page)).toHaveAttribute('aria-label', /600 states drawn small/);
  await expect(studio.state('S0')).toHaveCount(0);
  await studio.still();
  const area = await studio.canvas().boundingBox();
  if (!area) throw new Error('The canvas has no place.');
  // All of it: from near the top of the canvas to near its bottom.
  await expect.poll(async () => (await extent(page)).from - area.y).toBeLessThan(60);
  await expect.poll(async () => area.y + area.height - (await extent(page)).to).toBeLessThan(60);

  const middle = { x: area.width / 2, y: area.height / 2 };
  await studio.canvas().click({ position: middle });
  await expect(picture(page)).toHaveAttribute('aria-label', /1 selected/);
  // Arrow keys go on from there, and the whole stays in sight.
  const selectedName = page.getByRole('treeitem', { selected: true });
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  await expect(selectedName).toHaveText(/S\d+/);
  const before = Number(/S(\d+)/.exec((await selectedName.textContent()) ?? '')?.[1]);
  await studio.canvas().click({ position: middle });
  await expect(page.locator('.react-flow')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(selectedName).toHaveText(new RegExp(`S${before + 1}(?!\\d)`));

  await studio.setSpeed(4);
  await studio.runControl('Run').click();
  await expect(picture(page)).toHaveAttribute('aria-label', /600 succeeded/);

  // What the picture has no room for is gone to.
  await studio.canvas().dblclick({ position: middle });
  await expect(picture(page)).toHaveCount(0);
  const card = page.locator('[data-node-id]').first();
  await expect(card).toBeVisible();
  await expect(card).toHaveAttribute('data-status', 'succeeded');
});
