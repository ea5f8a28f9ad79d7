import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { boxOf, expect, type Studio, test } from './studio';

const COUNTER = `{
  "QueryLanguage": "JSONata",
  "StartAt": "Init",
  "States": {
    "Init": { "Type": "Pass", "Assign": { "n": 0 }, "Next": "Count" },
    "Count": { "Type": "Pass", "Assign": { "n": "{% $n + 1 %}" }, "Next": "Enough?" },
    "Enough?": { "Type": "Choice", "Choices": [{ "Condition": "{% $n < 3 %}", "Next": "Count" }], "Default": "Done" },
    "Done": { "Type": "Succeed" }
  }
}`;

const scrubber = (page: Page): Locator => page.getByRole('slider', { name: 'Moment of the run' });
const valueText = async (page: Page) => (await scrubber(page).getAttribute('aria-valuetext')) ?? '';
const bar = (page: Page): Locator => page.getByText(/^Viewing event/);

async function runOrder(studio: Studio): Promise<void> {
  await studio.setSpeed(4);
  await studio.runControl('Run').click();
  await expect(studio.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
  await expect(scrubber(studio.page)).toBeVisible();
}

test.describe('the scrubber', () => {
  test('dragged with the mouse, it shows the canvas as it was', async ({ studio, page }) => {
    await runOrder(studio);
    const box = await boxOf(scrubber(page));
    await page.mouse.move(box.x + box.width - 2, box.y + 12);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.06, box.y + 12, { steps: 12 });
    await expect(studio.state('Charge card')).toHaveAttribute('data-ahead', 'true');
    await page.mouse.up();
    await expect(bar(page)).toContainText(/Viewing event \d+ of 70/);
    await expect(studio.state('Order shipped')).toHaveAttribute('data-status', 'notStarted');
    await expect(studio.state('Reject order')).toHaveAttribute('data-ahead', 'false');
    await expect(studio.state('Validate order')).not.toHaveAttribute('data-status', 'notStarted');
    await page.getByRole('button', { name: 'Live' }).click();
    await expect(studio.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
    await expect(studio.state('Charge card')).toHaveAttribute('data-ahead', 'false');
    await expect(bar(page)).toHaveCount(0);
  });

  test('the keys go by events, states and errors', async ({ studio, page }) => {
    await runOrder(studio);
    await scrubber(page).focus();
    await page.keyboard.press('Home');
    await expect.poll(() => valueText(page)).toBe('Before the first of 70 events');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => valueText(page)).toContain('Event 1 of 70, Execution started');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => valueText(page)).toContain('Event 2 of 70, Validate order entered, +00:00:00');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => valueText(page)).toContain('Large order? entered');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(() => valueText(page)).toContain('Validate order entered');
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(() => valueText(page)).toContain('Charge card failed');
    await expect(studio.state('Charge card')).toHaveAttribute('data-status', 'retrying');
    await page.keyboard.press('ArrowLeft');
    await expect(studio.state('Charge card')).toHaveAttribute('data-status', 'inProgress');
    await page.keyboard.press('End');
    await expect.poll(() => valueText(page)).toContain('Event 70 of 70, Execution ended');
    await page.keyboard.press('Escape');
    await expect.poll(() => valueText(page)).toBe('Live, 70 events');
  });

  test('the history, the data and the text are those of the moment', async ({ studio, page }) => {
    await runOrder(studio);
    await studio.tab(/History/).click();
    const table = page.getByRole('table', { name: 'Execution history' });
    await table.getByRole('button', { name: 'ChoiceStateEntered' }).first().click();
    await page.getByRole('button', { name: 'Show this moment' }).click();
    await expect(table.locator('[aria-current="step"]')).toContainText('Large order?');
    await expect(bar(page)).toBeVisible();
    await expect(page.locator('.monaco-editor .statecraft-moment').first()).toBeVisible();
    await table.getByRole('button', { name: 'ChoiceStateExited' }).first().dblclick();
    await expect(table.locator('[aria-current="step"]')).toContainText('ChoiceStateExited');
    await studio.pick('Validate order');
    await studio.tab(/State: Validate order/).click();
    await expect(page.getByRole('button', { name: 'Visit 1' })).toBeVisible();
    await studio.pick('Charge card');
    await expect(page.getByText('At this moment the run has not come to this state.')).toBeVisible();
    await page.getByRole('button', { name: 'Live' }).click();
    await expect(page.getByRole('textbox', { name: 'Output' })).toBeVisible();
  });

  test('the table of visits is that of the moment', async ({ studio, page }) => {
    await runOrder(studio);
    await studio.tab(/History/).click();
    await page.getByRole('radio', { name: 'Table' }).check();
    const row = (name: RegExp) => page.getByRole('treeitem', { name });
    await expect(row(/^Order shipped, Succeed, succeeded/)).toBeVisible();
    await scrubber(page).focus();
    await page.keyboard.press('Home');
    await expect(row(/^Order shipped, Succeed, not yet at this moment/)).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(row(/^Validate order, .*in progress/)).toHaveAttribute('aria-current', 'step');
    await page.getByRole('button', { name: 'Live' }).click();
    await expect(row(/^Order shipped, Succeed, succeeded/)).toBeVisible();
  });

  test('a run that goes on does not disturb the moment, and its end moves on', async ({ studio, page }) => {
    await studio.setSpeed(0);
    await studio.runControl('Run').click();
    await expect(scrubber(page)).toBeVisible();
    await scrubber(page).focus();
    await page.keyboard.press('Home');
    await expect(bar(page)).toContainText('Viewing event 0 of');
    const most = async () => Number(await scrubber(page).getAttribute('aria-valuemax'));
    const before = await most();
    await expect.poll(most).toBeGreaterThan(before);
    await expect(scrubber(page)).toHaveAttribute('aria-valuenow', '0');
    await expect(studio.state('Validate order')).toHaveAttribute('data-status', 'notStarted');
    await page.keyboard.press('Escape');
    await expect(studio.state('Validate order')).toHaveAttribute('data-status', 'succeeded');
  });
});

test.describe('for everybody', () => {
  test('no accessibility violation while a moment is looked at', async ({ studio, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await runOrder(studio);
    await studio.tab(/State/).last().click();
    await page.getByRole('button', { name: 'Step back' }).click();
    await expect(bar(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  });
});

test.describe('stepping back', () => {
  test('goes to the state before; on goes the moment first, then the run', async ({ studio, page }) => {
    await studio.runControl('Step').click();
    await expect(studio.state('Validate order')).toHaveAttribute('data-status', 'inProgress');
    await studio.runControl('Step').click();
    await expect(studio.state('Large order?')).toHaveAttribute('data-status', 'inProgress');
    await page.keyboard.press('Shift+F10');
    await expect.poll(() => valueText(page)).toContain('Validate order entered');
    await expect(studio.state('Large order?')).toHaveAttribute('data-ahead', 'true');
    await page.keyboard.press('F10');
    await expect(bar(page)).toHaveCount(0);
    await expect(studio.state('Large order?')).toHaveAttribute('data-status', 'inProgress');
    await page.keyboard.press('F10');
    await expect(studio.state('Large order?')).toHaveAttribute('data-status', 'succeeded');
    await page.getByRole('button', { name: 'Step back' }).click();
    await expect.poll(() => valueText(page)).toContain('Large order? entered');
    await studio.setSpeed(4);
    await studio.runControl('Continue').click();
    await expect(studio.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
    await expect(bar(page)).toHaveCount(0);
  });
});

test.describe('data in scope', () => {
  test('variables and watched expressions follow the moment and outlive the page', async ({
    studio,
    page,
  }) => {
    await studio.paste(COUNTER);
    await expect(studio.state('Count')).toBeVisible();
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
    await studio.tab(/State/).last().click();
    const data = page.getByRole('complementary', { name: 'Data in scope' });
    await expect(data).toContainText('$n3');
    const field = page.getByRole('textbox', { name: 'Expression to watch' });
    await field.fill('$n * 100');
    await field.press('Enter');
    await field.fill('$n +');
    await field.press('Enter');
    const watches = page.getByRole('list', { name: 'Watch expressions' }).getByRole('listitem');
    await expect(watches.nth(0).getByRole('status')).toHaveText('300');
    await expect(watches.nth(1).getByRole('status')).not.toHaveText(/^[…\d]/);
    await scrubber(page).focus();
    await page.keyboard.press('Home');
    await expect(watches.nth(0).getByRole('status')).toHaveText('Nothing has happened yet.');
    for (let state = 0; state < 4; state++) await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => valueText(page)).toContain('Count entered');
    await expect(watches.nth(0).getByRole('status')).toHaveText('100');
    await expect(data).toContainText('$n1');
    await page.getByRole('button', { name: 'Stop watching $n +' }).click();
    await expect(watches).toHaveCount(1);
    await page.getByRole('textbox', { name: 'Watched expression $n * 100' }).fill('$n * 7');
    await page.keyboard.press('Enter');
    await expect(watches.nth(0).getByRole('status')).toHaveText('7');
    await page.reload();
    await expect(scrubber(page)).toBeVisible();
    await studio.tab(/State/).last().click();
    await expect(watches.nth(0).getByRole('status')).toHaveText('21');
    await scrubber(page).focus();
    await page.keyboard.press('Home');
    await expect(bar(page)).toContainText('Viewing event 0 of');
  });
});
