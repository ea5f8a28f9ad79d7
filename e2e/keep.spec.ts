import { expect, test } from './studio';

test.describe('nothing is lost', () => {
  test('document, input and last run survive a reload', async ({ studio, page }) => {
    await studio.pick('Large order?');
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Big order?');
    await page.keyboard.press('Enter');
    await expect(studio.state('Big order?')).toBeVisible();
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
    const text = await studio.text();

    await page.reload();
    await expect(studio.state('Big order?')).toBeVisible();
    expect(await studio.text()).toBe(text);
    await expect(studio.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
    await expect(studio.result()).toContainText('before the page was reloaded');
    await studio.pick('Charge card');
    await studio.tab(/State/).click();
    await expect(page.getByRole('textbox', { name: 'Input' })).toHaveValue(/"O-1042"/);
  });

  test('panel sizes survive a reload', async ({ studio, page }) => {
    const editor = page.getByRole('region', { name: 'Definition', exact: true });
    const before = await editor.boundingBox();
    const handle = await page.getByRole('separator', { name: 'Resize the editor' }).boundingBox();
    if (!before || !handle) throw new Error('not on the screen');
    await page.mouse.move(handle.x, handle.y + 100);
    await page.mouse.down();
    await page.mouse.move(handle.x - 120, handle.y + 100, { steps: 6 });
    await page.mouse.up();
    await expect
      .poll(async () => (await editor.boundingBox())?.width ?? 0)
      .toBeGreaterThan(before.width + 80);
    const wide = (await editor.boundingBox())?.width ?? 0;
    await page.waitForTimeout(800);
    await page.reload();
    await expect(studio.state('Validate order')).toBeVisible();
    await expect
      .poll(async () => Math.abs(((await editor.boundingBox())?.width ?? 0) - wide))
      .toBeLessThan(4);
  });
});
