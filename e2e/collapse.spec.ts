import { boxOf, expect, test } from './studio';

test.describe('a container', () => {
  test('is drawn closed and open with the mouse, and stays so over a reload and a renaming', async ({
    studio,
    page,
  }) => {
    await expect(studio.state('Prepare shipment')).toBeVisible();
    await studio.still();
    const open = await boxOf(page.locator('.react-flow__node', { has: studio.state('Prepare shipment') }));
    await page.getByRole('button', { name: 'Collapse Prepare shipment' }).click();
    await expect(studio.state('Reserve items')).toHaveCount(0);
    await expect(studio.state('Prepare shipment')).toContainText('2 branches, 4 states');
    const container = page.locator('.react-flow__node', { has: studio.state('Prepare shipment') });
    await expect.poll(async () => (await boxOf(container)).height).toBeLessThan(open.height / 3);

    await studio.pick('Prepare shipment');
    await page.keyboard.press('F2');
    await page.keyboard.type('Ship it');
    await page.keyboard.press('Enter');
    await expect(studio.state('Ship it')).toContainText('2 branches, 4 states');
    await page.reload();
    await expect(studio.state('Ship it')).toContainText('2 branches, 4 states');
    await page.getByRole('button', { name: 'Expand Ship it' }).click();
    await expect(studio.state('Reserve items')).toBeVisible();
  });

  test('shows its status while it is closed, and opens with the keyboard', async ({ studio, page }) => {
    await studio.pick('Prepare shipment', { position: { x: 60, y: 10 } });
    await page.keyboard.press('-');
    await expect(studio.state('Reserve items')).toHaveCount(0);
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.state('Prepare shipment')).toHaveAttribute('data-status', 'succeeded');
    await studio.state('Prepare shipment').press('+');
    await expect(studio.state('Write invoice')).toHaveAttribute('data-status', 'succeeded');
  });

  test('opens for a state inside that is gone to', async ({ studio, page }) => {
    await page.getByRole('button', { name: 'Collapse Prepare shipment' }).click();
    await expect(studio.state('Reserve items')).toHaveCount(0);
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox', { name: /Search states/ }).fill('stock');
    await page.keyboard.press('Enter');
    await expect(studio.state('Take from stock')).toBeInViewport();
    await expect(studio.state('Take from stock')).toBeFocused();
  });
});
