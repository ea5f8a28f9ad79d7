import { boxOf, expect, test } from './studio';

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
    const before = await boxOf(editor);
    const handle = await boxOf(page.getByRole('separator', { name: 'Resize the editor' }));
    await page.mouse.move(handle.x, handle.y + 100);
    await page.mouse.down();
    await page.mouse.move(handle.x - 120, handle.y + 100, { steps: 6 });
    await page.mouse.up();
    const isWide = async () => Math.abs((await boxOf(editor)).width - before.width - 120) < 4;
    await expect.poll(isWide).toBe(true);
    // Right after the change; and the page before seems to have its workflows open for long.
    await page.addInitScript(() => {
      const request = LockManager.prototype.request;
      const late = new Promise((resolve) => setTimeout(resolve, 1500));
      LockManager.prototype.request = async function (this: LockManager, ...asked: unknown[]) {
        await late;
        return Reflect.apply(request, this, asked);
      };
    });
    await page.reload();
    await expect(studio.state('Validate order')).toBeVisible();
    await expect.poll(isWide).toBe(true);
  });
});
