import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { boxOf, expect, type Studio, test } from './studio';

const EACH = `{
  "StartAt": "Both",
  "States": {
    "Both": {
      "Type": "Parallel",
      "ResultPath": null,
      "Branches": [
        { "StartAt": "Left", "States": { "Left": { "Type": "Pass", "End": true } } },
        { "StartAt": "Right", "States": { "Right": { "Type": "Wait", "Seconds": 30, "End": true } } }
      ],
      "Next": "Each"
    },
    "Each": {
      "Type": "Map",
      "ItemsPath": "$.items",
      "ToleratedFailurePercentage": 100,
      "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "Bad?",
        "States": {
          "Bad?": {
            "Type": "Choice",
            "Choices": [{ "Variable": "$", "NumericGreaterThan": 90, "Next": "Break" }],
            "Default": "Work"
          },
          "Work": { "Type": "Wait", "Seconds": 2, "End": true },
          "Break": { "Type": "Fail", "Error": "TooLarge" }
        }
      },
      "End": true
    }
  }
}`;

async function runEach(studio: Studio): Promise<void> {
  await studio.paste(EACH);
  await expect(studio.state('Each')).toBeVisible();
  await studio.setInput('{"items": [1, 2, 99, 4, 98, 6]}');
  await studio.setSpeed(4);
  await studio.runControl('Run').click();
  await expect(studio.state('Each')).toHaveAttribute('data-status', 'succeeded');
  await expect(studio.runControl('Stop')).toBeDisabled();
}

async function showHistory(page: Page, view: 'Events' | 'Table' | 'Timeline'): Promise<void> {
  await page.getByRole('tab', { name: /History/ }).click();
  await page.getByRole('radio', { name: view }).check();
}

const row = (page: Page, name: RegExp) => page.getByRole('treeitem', { name });

test.describe('the history', () => {
  test('is a table that is a tree; a row is selected everywhere', async ({ studio, page }) => {
    await runEach(studio);
    await showHistory(page, 'Table');
    await expect(row(page, /^Left, Pass, succeeded/)).toHaveAttribute('aria-level', '3');
    await row(page, /^Right, Wait/).click();
    await expect(studio.state('Right')).toHaveAttribute('data-selected', 'true');
    await expect(row(page, /^Right, Wait/)).toContainText('30 s');

    await row(page, /^Each, Map/).click();
    await page.keyboard.press('ArrowRight');
    await expect(row(page, /^Item 2, failed/)).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(row(page, /^Item 0, succeeded/)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowRight');
    await expect(row(page, /^Bad\?, Choice/)).toHaveAttribute('aria-level', '3');

    await studio.pick('Right');
    await page.getByRole('radio', { name: 'Timeline' }).check();
    await expect(row(page, /^Right: succeeded/)).toBeVisible();
  });

  test('is filtered to errors, and to what took long', async ({ studio, page }) => {
    await runEach(studio);
    await showHistory(page, 'Table');
    await page.getByRole('button', { name: 'Errors' }).click();
    await expect(row(page, /^Break · item 2, Fail, failed/)).toBeVisible();
    await expect(row(page, /^Left/)).toHaveCount(0);
    await page.getByRole('button', { name: 'Slow' }).click();
    await expect(page.getByRole('treeitem').first()).toContainText('Right');
    await page.getByRole('button', { name: 'Retries' }).click();
    await expect(page.getByText('Nothing was tried again.')).toBeVisible();
  });

  test('is a timeline: hover, click, brush, fit, and the keys', async ({ studio, page }) => {
    await runEach(studio);
    await showHistory(page, 'Timeline');
    const label = await boxOf(row(page, /^Right: succeeded, from 0 ms to 30/));
    const chart = await boxOf(page.getByTestId('timeline-chart'));
    const y = label.y + label.height / 2;
    await page.mouse.move(chart.x + chart.width * 0.4, y);
    await expect(page.getByRole('tooltip')).toContainText('30.000 s long');
    await page.mouse.click(chart.x + chart.width * 0.4, y);
    await expect(studio.state('Right')).toHaveAttribute('data-selected', 'true');
    await expect(row(page, /^Right/)).toHaveAttribute('aria-selected', 'true');

    await page.mouse.move(chart.x + 40, y);
    await page.mouse.down();
    await page.mouse.move(chart.x + 120, y, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(chart.x + chart.width - 20, y);
    await expect(page.getByRole('tooltip')).toContainText('Right');

    await page.getByRole('tree', { name: 'Timeline' }).focus();
    await page.keyboard.press('f');
    await page.mouse.move(chart.x + chart.width - 8, y);
    await page.mouse.move(chart.x + chart.width - 4, y);
    await expect(page.getByRole('tooltip')).toHaveCount(0);
    await page.keyboard.press('End');
    await expect(row(page, /^Each/)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowRight');
    await expect(row(page, /^Item 4: failed/)).toBeVisible();
  });

  test('shows the items of a Map, and leads into one of them', async ({ studio, page }) => {
    await runEach(studio);
    await studio.pick('Each');
    await studio.tab(/State: Each/).click();
    const grid = page.getByRole('listbox', { name: 'Items by status' });
    await expect(grid.getByRole('option')).toHaveCount(6);
    await expect(page.getByRole('img', { name: '4 succeeded, 2 failed' })).toBeVisible();
    await grid.focus();
    await page.keyboard.press('e');
    await expect(grid.getByRole('option', { name: 'Item 2: failed, TooLarge' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('e');
    await expect(grid.getByRole('option', { name: /^Item 4/ })).toHaveAttribute('aria-selected', 'true');
    await page.getByRole('button', { name: 'All items' }).click();
    await page.getByRole('searchbox', { name: 'Filter the items' }).fill('toolarge');
    await expect(page.getByRole('listbox', { name: 'All items' }).getByRole('option')).toHaveCount(2);

    await studio.pick('Break');
    await expect(page.getByRole('button', { name: /^Visit/ })).toHaveText(/Visit 2 · item 4/);
    await page.getByRole('button', { name: 'Show all items' }).click();
    await expect(page.getByRole('button', { name: /^Visit/ })).toHaveCount(2);
  });

  test('says how near the run is to the limits, and what it cost', async ({ studio, page }) => {
    await runEach(studio);
    await studio.tab(/Input/).click();
    await expect(studio.result()).toContainText(/Events\s*\d+ of 25,000/);
    await expect(studio.result()).toContainText(/Largest payload/);
    await expect(studio.result()).toContainText(/about \$0\.000/);
    await expect(page.getByText('over the limit')).toHaveCount(0);
  });

  for (const view of ['Table', 'Timeline'] as const) {
    test(`is accessible as ${view}`, async ({ studio, page }) => {
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      await runEach(studio);
      await showHistory(page, view);
      await expect(row(page, /^Right/)).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual(
        [],
      );
    });
  }

  test('has accessible items', async ({ studio, page }) => {
    await runEach(studio);
    await studio.pick('Each');
    await studio.tab(/State: Each/).click();
    await page.getByRole('button', { name: 'All items' }).click();
    await expect(page.getByRole('listbox', { name: 'All items' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual(
      [],
    );
  });
});
