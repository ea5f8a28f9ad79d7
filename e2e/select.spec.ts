import type { Locator } from '@playwright/test';
import { hold } from './held';
import { boxOf, expect, type Studio, test } from './studio';

const CHAIN = `{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Next": "B" }, // first
    "B": { "Type": "Pass", "Next": "C" },
    "C": { "Type": "Pass", "Next": "D" },
    "D": { "Type": "Pass", "End": true }
  }
}`;

const chosen = (studio: Studio) =>
  studio.page
    .locator('[data-state-name][data-selected="true"]')
    .evaluateAll((states) => states.map((state) => (state as HTMLElement).dataset.stateName).sort());

test.describe('several states', () => {
  test.beforeEach(async ({ studio }) => {
    await studio.paste(CHAIN);
    await expect(studio.state('D')).toBeVisible();
  });

  test('are chosen with Shift, deleted together, and one undo brings them back', async ({ studio, page }) => {
    await studio.pick('B');
    await studio.pick('C', { modifiers: ['Shift'] });
    await expect.poll(() => chosen(studio)).toEqual(['B', 'C']);
    await expect(page.getByRole('toolbar', { name: 'Actions on 2 states' })).toBeVisible();
    await page.keyboard.press('Delete');
    await expect.poll(() => studio.text()).toContain('"A": { "Type": "Pass", "Next": "D" }, // first');
    await page.keyboard.press('Control+Z');
    await expect.poll(() => studio.text()).toBe(CHAIN);
  });

  test('are chosen with a box, and wrapped and unwrapped', async ({ studio, page }) => {
    await studio.still();
    const b = await boxOf(studio.state('B'));
    const c = await boxOf(studio.state('C'));
    await page.keyboard.down('Shift');
    await page.mouse.move(b.x - 30, b.y - 10);
    await page.mouse.down();
    await page.mouse.move(b.x + 20, b.y + 10, { steps: 4 });
    await page.mouse.move(c.x + c.width / 2, c.y + c.height / 2, { steps: 6 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await expect.poll(() => chosen(studio)).toEqual(['B', 'C']);
    await page.getByRole('button', { name: 'Wrap in a Map' }).click();
    await expect(studio.state('Map')).toBeVisible();
    expect((await studio.text()).replace('// first', '')).toContain('"Next": "Map"');
    await studio.pick('Map', { button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete, keep what is inside' }).click();
    await expect(studio.state('Map')).toHaveCount(0);
    const text = await studio.text();
    expect(JSON.parse(text.replace('// first', ''))).toEqual(JSON.parse(CHAIN.replace('// first', '')));
  });

  test('are copied, pasted and duplicated with what they say of each other', async ({ studio, page }) => {
    await studio.pick('A');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => chosen(studio)).toEqual(['A', 'B']);
    await page.keyboard.press('Control+D');
    await expect(studio.state('B (2)')).toBeVisible();
    await expect(studio.transition('A (2)', 'next')).toHaveCount(1);
    await page.keyboard.press('Control+A');
    await expect.poll(async () => (await chosen(studio)).length).toBe(6);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await chosen(studio)).length).toBe(1);
  });

  test('can be fitted into the view', async ({ studio, page }) => {
    await studio.pick('D');
    await page.keyboard.press('Shift+Digit2');
    await expect
      .poll(async () => {
        const area = await boxOf(studio.canvas());
        const box = await boxOf(studio.state('D'));
        return Math.abs(box.x + box.width / 2 - area.x - area.width / 2) < 5;
      })
      .toBe(true);
  });
});

test.describe('a menu that is opened while the worker is at work', () => {
  test('stays open when a state is deleted then', async ({ studio, page }) => {
    await studio.paste(CHAIN);
    await studio.pick('B');
    const { release } = await hold(page, '"type":"planEdit"');
    await page.keyboard.press('Delete');
    await stays(studio, release, page.getByText('Deleted B.', { exact: true }));
    await expect.poll(() => studio.text()).toContain('"A": { "Type": "Pass", "Next": "C" }, // first');
  });

  for (const [when, asked] of [
    ['added', 'planEdit'],
    ['drawn', 'analyse'],
  ] as const)
    test(`stays open when a new state is ${when} then, which keeps its name`, async ({ studio, page }) => {
      await studio.paste(CHAIN);
      await expect(studio.state('D')).toBeVisible();
      const place = await studio.onTransition('A', 'next', 0.5);
      const { release } = await hold(page, `"type":"${asked}"`);
      await studio.drag(studio.paletteItem('Wait'), place);
      await stays(studio, release, studio.state('Wait'));
      await expect(studio.state('Wait')).toHaveAttribute('data-selected', 'true');
      await expect(page.getByRole('textbox', { name: 'Name of Wait' })).toHaveCount(0);
    });

  async function stays(studio: Studio, release: () => Promise<void>, done: Locator): Promise<void> {
    const { page } = studio;
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const item = page.getByRole('menuitem', { name: 'Copy as formatted JSON' });
    await page.getByRole('menuitem', { name: 'Copy as typed' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(item).toBeFocused();
    await release();
    await expect(done).toHaveCount(1);
    await studio.still();
    await expect(item).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(item).toHaveCount(0);
  }
});

test('a container that is deleted offers to keep what was inside', async ({ studio, page }) => {
  await studio.pick('Prepare shipment', { position: { x: 60, y: 10 } });
  await page.keyboard.press('Delete');
  await expect(studio.state('Write invoice')).toHaveCount(0);
  await page.getByRole('button', { name: 'Keep what was inside' }).click();
  await expect(studio.state('Write invoice')).toBeVisible();
  await expect(studio.state('Prepare shipment')).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await expect(studio.state('Prepare shipment')).toBeVisible();
});

test.describe('moving a state', () => {
  test('onto another transition with the mouse; its old place heals', async ({ studio, page }) => {
    await studio.paste(CHAIN);
    await expect(studio.state('D')).toBeVisible();
    await studio.drag(studio.state('A'), await studio.onTransition('C', 'next', 0.5));
    await expect(studio.transition('C', 'next')).toHaveCount(1);
    await expect.poll(() => studio.text()).toContain('"StartAt": "B"');
    const text = await studio.text();
    expect(text).toContain('"A": { "Type": "Pass", "Next": "D" }, // first');
    expect(text).toContain('"C": { "Type": "Pass", "Next": "A" }');
    await page.keyboard.press('Control+Z');
    await expect.poll(() => studio.text()).toBe(CHAIN);
  });

  test('puts a copy there with Alt', async ({ studio, page }) => {
    await studio.paste(CHAIN);
    await expect(studio.state('D')).toBeVisible();
    const to = await studio.onTransition('C', 'next', 0.5);
    const from = await boxOf(studio.state('A'));
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.mouse.down();
    await page.keyboard.down('Alt');
    await page.mouse.move(from.x + 40, from.y + 30, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 10 });
    await expect(page.getByText('Copy here')).toBeVisible();
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await expect(studio.state('A (2)')).toBeVisible();
  });

  test('is refused with the reason, and given up with Escape', async ({ studio, page }) => {
    await studio.paste(
      JSON.stringify({
        StartAt: 'Each',
        States: {
          Each: {
            Type: 'Map',
            ItemProcessor: {
              StartAt: 'One',
              States: { One: { Type: 'Pass', Next: 'Two' }, Two: { Type: 'Pass', End: true } },
            },
            End: true,
          },
        },
      }),
    );
    await expect(studio.state('Two')).toBeVisible();
    const before = await studio.text();
    await studio.still();
    const header = await boxOf(studio.state('Each'));
    const inner = page.locator('[data-transition-id="/States/Each/ItemProcessor/States/One#next"]');
    const line = await inner.evaluate((element) => {
      const path = element as SVGPathElement;
      const { x, y } = path
        .getPointAtLength(path.getTotalLength() / 2)
        .matrixTransform(path.getScreenCTM() ?? new DOMMatrix());
      return { x, y };
    });
    await page.mouse.move(header.x + 60, header.y + 8);
    await page.mouse.down();
    await page.mouse.move(header.x + 80, header.y + 20, { steps: 3 });
    await page.mouse.move(line.x, line.y, { steps: 8 });
    await expect(page.getByText('cannot be put into itself')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await studio.text()).toBe(before);
  });
});

test.describe('the menu of a state', () => {
  test('makes a state the start and an end, with the keyboard', async ({ studio, page }) => {
    await studio.paste(CHAIN);
    await studio.pick('B');
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu', { name: 'Actions on B' })).toBeVisible();
    await page.getByRole('menuitem', { name: 'Make it the start' }).press('Enter');
    await expect.poll(() => studio.text()).toContain('"StartAt": "B"');
    await studio.pick('B', { button: 'right' });
    await page.getByRole('menuitem', { name: 'Make it an end' }).click();
    await expect.poll(() => studio.text()).toContain('"B": { "Type": "Pass", "End": true }');
  });
});
