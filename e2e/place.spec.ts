import { boxOf, expect, test } from './studio';

test.describe('a state moved by hand', () => {
  test('stays where it was put, beside the text, over a reload, until it is tidied up', async ({
    studio,
    page,
  }) => {
    const before = await studio.text();
    await expect(studio.state('Reject order')).toBeVisible();
    await studio.still();
    const from = await boxOf(studio.state('Reject order'));
    const start = await boxOf(studio.state('Validate order'));
    await studio.drag(studio.state('Reject order'), { x: start.x - 90, y: start.y + 90 });
    const offset = async () => {
      const [state, first] = [
        await boxOf(studio.state('Reject order')),
        await boxOf(studio.state('Validate order')),
      ];
      return { x: Math.round(state.x - first.x), y: Math.round(state.y - first.y) };
    };
    await expect.poll(async () => (await offset()).x).toBeLessThan(-100);
    await studio.still();
    const put = await offset();
    expect(await studio.text()).toBe(before);

    await page.reload();
    await expect(studio.state('Reject order')).toBeVisible();
    await expect.poll(offset).toEqual(put);

    await page.getByRole('button', { name: /^Tidy up/ }).click();
    await expect.poll(async () => (await offset()).x).toBe(Math.round(from.x - start.x));
    await expect(page.getByRole('button', { name: /^Tidy up/ })).toHaveCount(0);
    await page.keyboard.press('Control+Z');
    await expect.poll(offset).toEqual(put);
  });

  test('is moved with the keyboard, and Undo takes it back', async ({ studio, page }) => {
    await studio.pick('Apply coupon');
    await studio.still();
    const before = await boxOf(studio.state('Apply coupon'));
    for (let i = 0; i < 3; i++) await page.keyboard.press('Control+ArrowRight');
    await expect
      .poll(async () => (await boxOf(studio.state('Apply coupon'))).x)
      .toBeGreaterThan(before.x + 30);
    for (let i = 0; i < 3; i++) await page.keyboard.press('Control+Z');
    await expect.poll(async () => (await boxOf(studio.state('Apply coupon'))).x).toBeCloseTo(before.x, 0);
  });
});

test('canvas and editor come back to where each workflow was left, over a reload too', async ({
  studio,
  page,
}) => {
  const viewport = page.locator('.react-flow__viewport');
  const where = async () => {
    await studio.still();
    return (await viewport.getAttribute('style')) ?? '';
  };
  const firstLine = () => page.locator('.monaco-editor .line-numbers').allTextContents();
  const isScrolled = async () => !(await firstLine()).includes('1');
  await studio.still();
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await studio.editor().hover();
  await page.mouse.wheel(0, 600);
  await expect.poll(isScrolled).toBe(true);
  const left = await where();

  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('menuitem', { name: 'New workflow beside this one' }).click();
  const tabs = page.getByRole('tablist', { name: 'Open workflows' }).getByRole('tab');
  await expect(tabs).toHaveCount(2);
  await expect(studio.state('Validate order')).toHaveCount(0);
  await expect.poll(isScrolled).toBe(false);
  await expect.poll(where).not.toBe(left);

  await tabs.first().click();
  await expect(studio.state('Validate order')).toHaveCount(1);
  await expect.poll(where).toBe(left);
  await expect.poll(isScrolled).toBe(true);

  await page.reload();
  await expect(studio.state('Validate order')).toHaveCount(1);
  await expect.poll(where).toBe(left);
  await expect.poll(isScrolled).toBe(true);
});
