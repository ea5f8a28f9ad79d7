import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './studio';

test.describe('the outline', () => {
  test.beforeEach(async ({ studio, page }) => {
    await expect(studio.state('Validate order')).toBeVisible();
    await page.getByRole('button', { name: 'Outline', exact: true }).click();
    await expect(page.getByRole('tree', { name: 'States' })).toBeVisible();
  });

  test('is a tree of the states, with types and status, to be walked by keys', async ({ studio, page }) => {
    const tree = page.getByRole('tree', { name: 'States' });
    const line = (name: RegExp) => tree.getByRole('treeitem', { name });
    await expect(line(/^Prepare shipment, Parallel, 2 branches$/)).toHaveAttribute('aria-expanded', 'true');
    await expect(line(/^Branch 2$/)).toHaveAttribute('aria-level', '2');
    await expect(line(/^Take from stock, Task/)).toHaveAttribute('aria-level', '4');

    await line(/^Large order/).click();
    await expect(tree).toBeFocused();
    await page.keyboard.press('p');
    await expect(line(/^Prepare shipment/)).toHaveAttribute('aria-selected', 'true');
    await expect(studio.state('Prepare shipment')).toHaveAttribute('data-selected', 'true');
    await expect(studio.state('Prepare shipment')).toBeInViewport();
    await page.keyboard.press('ArrowLeft');
    await expect(line(/^Prepare shipment/)).toHaveAttribute('aria-expanded', 'false');
    await expect(line(/^Take from stock/)).toHaveCount(0);
    await page.keyboard.press('ArrowDown');
    await expect(line(/^Wait for courier/)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(studio.state('Wait for courier')).toBeFocused();
  });

  test('opens what is around a state that is selected elsewhere, and shows how a run is doing', async ({
    studio,
    page,
  }) => {
    const tree = page.getByRole('tree', { name: 'States' });
    await tree.getByRole('treeitem', { name: /^Prepare shipment/ }).click();
    await page.keyboard.press('ArrowLeft');
    await expect(tree.getByRole('treeitem', { name: /^Write invoice/ })).toHaveCount(0);
    await studio.pick('Write invoice');
    await expect(tree.getByRole('treeitem', { name: /^Write invoice/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('F9');
    await expect(tree.getByRole('treeitem', { name: /^Write invoice, .*, breakpoint$/ })).toBeVisible();
    await page.keyboard.press('F9');
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(tree.getByRole('treeitem', { name: /^Write invoice, .*, succeeded$/ })).toBeVisible();

    // It stays what was chosen.
    await page.reload();
    await expect(tree.getByRole('treeitem', { name: /^Write invoice, .*, succeeded$/ })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('[data-testid="palette"]').analyze();
    expect(violations).toEqual([]);
  });
});
