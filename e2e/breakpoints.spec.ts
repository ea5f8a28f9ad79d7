import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { boxOf, expect, type Studio, test } from './studio';

const CHARGES = `{
  "StartAt": "Each order",
  "States": {
    "Each order": {
      "Type": "Map",
      "ItemsPath": "$.orders",
      "MaxConcurrency": 1,
      "ItemProcessor": {
        "StartAt": "Charge card",
        "States": {
          "Charge card": { "Type": "Pass", "Next": "Write receipt" },
          "Write receipt": { "Type": "Pass", "End": true }
        }
      },
      "Next": "Sum up"
    },
    "Sum up": { "Type": "Pass", "Next": "Done" },
    "Done": { "Type": "Succeed" }
  }
}`;
const ORDERS = JSON.stringify({ orders: [10, 20, 30, 40, 50].map((total) => ({ total })) });

async function openCharges(studio: Studio): Promise<void> {
  await studio.paste(CHARGES);
  await expect(studio.state('Write receipt')).toBeVisible();
  await studio.setInput(ORDERS);
  await studio.setSpeed(4);
}

/** Puts a breakpoint before a state and shows the list. */
async function breakBefore(studio: Studio, page: Page, state: string): Promise<void> {
  await studio.pick(state);
  await page.keyboard.press('F9');
  await studio.tab(/Breakpoints/).click();
  await expect(page.getByRole('checkbox', { name: 'Breakpoint 1 is on' })).toBeChecked();
}

const reason = (page: Page) => page.getByRole('status', { name: 'Why the run stands' });
const paused = (studio: Studio, name: string) =>
  expect(studio.state(name)).toHaveAccessibleName(/paused here/);

test.describe('breakpoints', () => {
  test('inside a Map on item 3, at once; then the run goes on to its end', async ({ studio, page }) => {
    await openCharges(studio);
    await breakBefore(studio, page, 'Charge card');
    await page.getByRole('spinbutton', { name: 'Item of breakpoint 1' }).fill('3');
    await studio.runControl('Run').click();
    await expect(reason(page)).toHaveText('Paused before Charge card: breakpoint on item 3');
    await paused(studio, 'Charge card');
    await studio.pick('Charge card');
    await studio.tab(/State/).click();
    await expect(page.getByRole('button', { name: /Visit 4/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /Visit 5/ })).toBeHidden();
    // The data on show is that of the item it stands at, and goes on with it.
    await expect(page.getByRole('button', { name: /Visit 4/ })).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('button', { name: /Visit 1/ }).click();
    await expect(page.getByRole('button', { name: /Visit 1/ })).toHaveAttribute('aria-pressed', 'true');
    await studio.runControl('Continue').click();
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
    await expect(reason(page)).toBeEmpty();
  });

  test('with a condition, which is said to be wrong while it is', async ({ studio, page }) => {
    await openCharges(studio);
    await breakBefore(studio, page, 'Write receipt');
    const condition = page.getByRole('textbox', { name: 'Condition of breakpoint 1' });
    await condition.fill('$.total = 30');
    await expect(condition).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText('At “= 30”: expected')).toBeVisible();
    await condition.fill('$.total >= 30');
    await expect(condition).toHaveAttribute('aria-invalid', 'false');
    await studio.runControl('Run').click();
    await expect(reason(page)).toHaveText('Paused before Write receipt: breakpoint (item 2), $.total >= 30');
    await page.getByRole('checkbox', { name: 'Breakpoint 1 is on' }).uncheck();
    await studio.runControl('Continue').click();
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
  });

  test('on an error that is caught later, and on the retry after it', async ({ studio, page }) => {
    await studio.setSpeed(4);
    await breakBefore(studio, page, 'Charge card');
    await page.getByRole('combobox', { name: 'Moment of breakpoint 1' }).selectOption('on an error');
    await page.getByRole('button', { name: 'Add on Charge card' }).click();
    await page.getByRole('combobox', { name: 'Moment of breakpoint 2' }).selectOption('on a retry');
    await studio.runControl('Run').click();
    await expect(reason(page)).toHaveText('Paused in Charge card: breakpoint on error');
    await studio.runControl('Continue').click();
    await expect(reason(page)).toHaveText('Paused in Charge card: breakpoint on retry');
    await page.getByRole('button', { name: 'Remove all' }).click();
    await expect(page.getByText('No breakpoints.')).toBeVisible();
    await studio.runControl('Continue').click();
    await expect(studio.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
  });

  test('follow a rename, survive a reload, and go with their document', async ({ studio, page }) => {
    await openCharges(studio);
    await studio.pick('Sum up');
    await page.keyboard.press('F9');
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Add up');
    await page.keyboard.press('Enter');
    const dot = page.getByRole('button', { name: 'Breakpoint on Add up' });
    await expect(dot).toHaveAttribute('aria-pressed', 'true');
    await studio.stored('Add up');
    await page.reload();
    await expect(dot).toHaveAttribute('aria-pressed', 'true');
    await studio.runControl('Run').click();
    await expect(reason(page)).toHaveText('Paused before Add up: breakpoint');
    await studio.paste('{ "StartAt": "Add up", "States": { "Add up": { "Type": "Succeed" } } }');
    await expect(studio.state('Sum up')).toHaveCount(0);
    await expect(dot).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('Control+Z');
    await expect(studio.state('Write receipt')).toBeVisible();
    await expect(dot).toHaveAttribute('aria-pressed', 'true');
  });

  test('are put with a click in the corner of a state and in the margin of the text', async ({
    studio,
    page,
  }) => {
    await openCharges(studio);
    await studio.still();
    await studio.state('Done').hover();
    const corner = page.getByRole('button', { name: 'Breakpoint on Done' });
    await corner.click();
    await expect(corner).toHaveAttribute('aria-pressed', 'true');
    const line = studio.editor().locator('.view-line', { hasText: '"Sum up": {' });
    const margin = await boxOf(studio.editor().locator('.glyph-margin').first());
    const { y, height } = await boxOf(line);
    await page.mouse.click(margin.x + 8, y + height / 2);
    const summed = page.getByRole('button', { name: 'Breakpoint on Sum up' });
    await expect(summed).toHaveAttribute('aria-pressed', 'true');
    await expect(studio.editor().locator('.statecraft-breakpoint').first()).toBeVisible();
    await studio.runControl('Run').click();
    await expect(reason(page)).toHaveText('Paused before Sum up: breakpoint');
    await page.mouse.click(margin.x + 8, y + height / 2);
    await expect(summed).toHaveAttribute('aria-pressed', 'false');
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`the list has no accessibility violation, ${scheme}`, async ({ studio, page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await openCharges(studio);
      await breakBefore(studio, page, 'Charge card');
      await page.getByRole('textbox', { name: 'Condition of breakpoint 1' }).fill('$.total');
      await page.getByRole('button', { name: 'Add on a variable' }).click();
      await page.getByRole('textbox', { name: 'Variable of breakpoint 2' }).fill('x');
      await page.getByRole('checkbox', { name: 'Breakpoint 2 is on' }).uncheck();
      await studio.runControl('Run').click();
      await expect(reason(page)).toContainText('cannot be evaluated');
      const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual(
        [],
      );
    });
  }
});

test.describe('steps', () => {
  test('over, into and out of a container, by button', async ({ studio }) => {
    await openCharges(studio);
    await studio.runControl('Step').click();
    await paused(studio, 'Each order');
    await studio.runControl('Step into').click();
    await paused(studio, 'Charge card');
    await studio.runControl('Step').click();
    await paused(studio, 'Write receipt');
    await studio.runControl('Step out').click();
    await paused(studio, 'Each order');
    await studio.runControl('Step').click();
    await paused(studio, 'Sum up');
  });

  test('by key; restart begins again', async ({ studio, page }) => {
    await openCharges(studio);
    await studio.state('Each order').focus();
    await page.keyboard.press('F11');
    await paused(studio, 'Each order');
    await page.keyboard.press('F10');
    await paused(studio, 'Sum up');
    await studio.state('Sum up').focus();
    await page.keyboard.press('Control+Shift+F5');
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
  });

  test('to a state from its menu and by key', async ({ studio, page }) => {
    await openCharges(studio);
    await studio.pick('Sum up', { button: 'right' });
    await page.getByRole('menuitem', { name: 'Run to here' }).click();
    await expect(reason(page)).toHaveText('Paused before Sum up: run to here');
    await studio.pick('Done');
    await page.keyboard.press('Control+F10');
    await expect(reason(page)).toHaveText('Paused before Done: run to here');
    await studio.runControl('Continue').click();
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
  });
});
