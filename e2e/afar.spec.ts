import type { Page } from '@playwright/test';
import { boxOf, expect, test } from './studio';

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

/** How many elements of nodes were made since somebody began to count. */
const cardsDrawn = (page: Page) => page.evaluate(() => (globalThis as { cardsDrawn?: number }).cardsDrawn);

test('what the picture cannot show by itself is said: no state drawn in passing, none lost from sight', async ({
  studio,
  page,
}) => {
  await studio.paste(rowOf(600));
  await expect(studio.state('S0')).toBeVisible();
  await studio.still();

  // All states are in sight at once where the view goes: none is drawn as a card for a moment.
  await page.evaluate(() => {
    const seen = globalThis as { cardsDrawn?: number };
    seen.cardsDrawn = 0;
    const nodes = document.querySelector('.react-flow__nodes');
    if (!nodes) throw new Error('There are no nodes.');
    new MutationObserver((records) => {
      for (const { addedNodes } of records) seen.cardsDrawn = (seen.cardsDrawn ?? 0) + addedNodes.length;
    }).observe(nodes, { childList: true });
  });
  await page.getByRole('button', { name: 'Fit to view' }).click();
  await expect(picture(page)).toHaveAttribute('aria-label', /600 states drawn small/);
  await studio.still();
  expect(await cardsDrawn(page)).toBeLessThan(10);

  // Nor on the way back, but those that are in sight then.
  await page.getByRole('button', { name: /^Zoom is/ }).click();
  await expect(page.locator('[data-node-id]').first()).toBeVisible();
  await studio.still();
  expect(await cardsDrawn(page)).toBeLessThan(60);
  await page.getByRole('button', { name: 'Fit to view' }).click();
  await expect(picture(page)).toHaveAttribute('aria-label', /600 states drawn small/);
  await studio.still();

  const area = await studio.canvas().boundingBox();
  if (!area) throw new Error('The canvas has no place.');
  const middle = { x: area.width / 2, y: area.height / 2 };
  const tip = page.locator('[data-spot]');
  await studio.canvas().hover({ position: middle });
  await expect(tip).toHaveText(/^S\d+Pass$/);
  await studio.canvas().click({ position: middle });
  await expect(picture(page)).toHaveAttribute('aria-label', /1 selected/);
  await expect(page.locator('.react-flow')).toBeFocused();
  // No card has the focus that would say which state is selected now.
  await page.keyboard.press('ArrowDown');
  await expect(studio.canvas().getByRole('status')).toHaveText(/^S\d+, Pass/);

  // The name of what was under the pointer goes when the view moves under it.
  await studio.canvas().hover({ position: { x: middle.x, y: middle.y + 40 } });
  await expect(tip).toHaveText(/^S\d+Pass$/);
  await page.getByRole('button', { name: 'Zoom in' }).evaluate((button) => (button as HTMLElement).click());
  await expect(tip).toHaveCount(0);
  await studio.still();

  // “Here” says little where no card can be read.
  const item = await boxOf(studio.paletteItem('Task'));
  await page.mouse.move(item.x + 20, item.y + 10);
  await page.mouse.down();
  await page.mouse.move(item.x + 60, item.y + 30, { steps: 3 });
  await page.mouse.move(area.x + middle.x, area.y + middle.y, { steps: 3 });
  await expect(page.getByText(/^Insert after S\d+$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.up();

  // What Undo brings back is seen, too, though it is a speck at this zoom.
  await page.locator('.react-flow').focus();
  await page.keyboard.press('Control+Z');
  await expect(picture(page)).toHaveCount(0);
  await expect(page.locator('[data-node-id]').first()).toBeInViewport();
});

test('a container far away is selected at its frame, and its states are still its states', async ({
  studio,
  page,
}) => {
  const inner = { StartAt: 'In', States: { In: { Type: 'Pass', End: true } } };
  await studio.paste(
    JSON.stringify({ StartAt: 'Each', States: { Each: { Type: 'Map', ItemProcessor: inner, End: true } } }),
  );
  await expect(studio.state('Each')).toBeVisible();
  const zoom = page.getByRole('button', { name: /^Zoom is/ });
  for (
    let times = 0;
    times < 12 && !/^Zoom is 1\d %/.test((await zoom.getAttribute('aria-label')) ?? '');
    times++
  ) {
    const before = await zoom.getAttribute('aria-label');
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await expect(zoom).not.toHaveAttribute('aria-label', before ?? '');
    await studio.still();
  }
  const bar = await boxOf(studio.state('Each'));
  expect(bar.height).toBeLessThan(8);
  await page.mouse.click(bar.x + bar.width / 2, bar.y - 3);
  await expect(studio.state('Each')).toHaveAttribute('data-selected', 'true');
  await studio.state('In').click();
  await expect(studio.state('In')).toHaveAttribute('data-selected', 'true');
  await expect(studio.state('Each')).toHaveAttribute('data-selected', 'false');
  await page.mouse.click(bar.x - 3, bar.y + 10);
  await expect(studio.state('Each')).toHaveAttribute('data-selected', 'true');
  await studio.state('In').click();
  await expect(studio.state('Each')).toHaveAttribute('data-selected', 'false');
  await page.keyboard.down('Shift');
  await page.mouse.click(bar.x - 3, bar.y + 10);
  await page.keyboard.up('Shift');
  await expect(studio.state('Each')).toHaveAttribute('data-selected', 'true');
  await expect(studio.state('In')).toHaveAttribute('data-selected', 'true');
  await page.mouse.click(bar.x - 40, bar.y + 10);
  await expect(studio.state('Each')).toHaveAttribute('data-selected', 'false');
});
