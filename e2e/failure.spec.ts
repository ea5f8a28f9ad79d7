import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type Studio, test } from './studio';

const ORDER = `{
  "StartAt": "Charge",
  "States": {
    "Charge": {
      "Type": "Pass",
      "Parameters": { "currency": "EUR", "amount.$": "$.order.totl" },
      "Next": "Wait for it"
    },
    "Wait for it": { "Type": "Wait", "Seconds": 1, "End": true }
  }
}`;
const INPUT = JSON.stringify({
  order: { id: 7, total: 12, currency: 'EUR', lines: [{ sku: 'a', price: 12 }] },
});
const TASK = `{
  "QueryLanguage": "JSONata",
  "StartAt": "Ask",
  "States": {
    "Ask": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Arguments": { "FunctionName": "price" },
      "Output": "{% $states.result.Payload.price * 2 %}",
      "Next": "Which"
    },
    "Which": {
      "Type": "Choice",
      "Choices": [{ "Condition": "{% $states.input > 100 %}", "Next": "Done" }]
    },
    "Done": { "Type": "Succeed" }
  }
}`;

const PRICE = `{
  "QueryLanguage": "JSONata",
  "StartAt": "Price",
  "States": {
    "Price": { "Type": "Pass", "Output": { "price": "{% $states.input.count * 2 %}" }, "End": true }
  }
}`;
const ITEMS = `{
  "StartAt": "Each",
  "States": {
    "Each": {
      "Type": "Map",
      "ItemProcessor": {
        "StartAt": "Rest",
        "States": { "Rest": { "Type": "Wait", "SecondsPath": "$.secnds", "End": true } }
      },
      "End": true
    }
  }
}`;

const failed = (page: Page) => page.getByRole('region', { name: 'The expression that failed' });

async function runTo(studio: Studio, definition: string, state: string, input = '{}'): Promise<void> {
  await studio.paste(definition);
  await expect(studio.state(state)).toBeVisible();
  await studio.setInput(input);
  await studio.setSpeed(4);
  await studio.runControl('Run').click();
  await expect(studio.state(state)).toHaveAttribute('data-status', 'failed');
  await studio.pick(state);
  await studio.tab(/State/).click();
}

test.describe('A failure', () => {
  test('shows its expression, the data it saw, and is mended with one press', async ({ studio, page }) => {
    await runTo(studio, ORDER, 'Charge', INPUT);
    await expect(failed(page)).toContainText('Parameters › amount.$');
    await expect(failed(page).locator('mark')).toHaveText('.totl');
    await expect(failed(page)).toContainText('$.order has no “totl”. It has “id”, “total”, “currency”');
    await failed(page).getByText('{"order":{"id":7', { exact: false }).first().click();
    await expect(failed(page).getByRole('textbox', { name: 'What $ was' })).toHaveValue(/"price": 12/);
    await failed(page).getByRole('button', { name: 'Show in the text' }).click();
    await expect(studio.editor().getByRole('textbox', { name: /Editor content|Definition/ })).toBeFocused();
    await page.getByRole('button', { name: 'Use $.order.total' }).click();
    await expect.poll(() => studio.text()).toContain('{ "currency": "EUR", "amount.$": "$.order.total" }');
    await expect(page.getByText('says something else there since this run')).toBeVisible();
    await studio.runControl('Run').click();
    await expect(studio.state('Charge')).toHaveAttribute('data-status', 'succeeded');
  });

  test('of a Task whose answer lacks a field is mended by a mock, that of a Choice by a Default', async ({
    studio,
    page,
  }) => {
    await runTo(studio, TASK, 'Ask');
    await expect(failed(page).locator('mark')).toHaveText('.price');
    await page.getByRole('button', { name: 'Mock this Task…' }).click();
    const answer = page.getByRole('region', { name: 'Mock of Ask' }).getByRole('textbox').first();
    await expect(answer).toHaveValue(/StatusCode/);
    await answer.fill('{ "Payload": { "price": 4 } }');
    await expect(answer).toHaveValue('{ "Payload": { "price": 4 } }');
    await studio.runControl('Run').click();
    await expect(studio.state('Ask')).toHaveAttribute('data-status', 'succeeded');
    await expect(studio.state('Which')).toHaveAttribute('data-status', 'failed');
    await studio.pick('Which');
    await expect(page.getByRole('region', { name: 'Error', exact: true })).toContainText('States.Runtime');
    await page.getByRole('button', { name: 'Add a Default that fails with a message' }).click();
    await expect.poll(() => studio.text()).toContain('"Default"');
  });

  test('of an expression that throws is told plainly, with what AWS says behind it', async ({
    studio,
    page,
  }) => {
    await runTo(studio, PRICE, 'Price', '{ "count": "3" }');
    await expect(failed(page)).toContainText(
      'What stands left of * has to be a number, and is the text “3” here.',
    );
    await expect(failed(page).locator('mark')).toHaveText('$states.input.count');
    const cause = page.getByRole('textbox', { name: 'Cause' });
    await expect(cause).toBeHidden();
    await page.getByText('What AWS says').click();
    await expect(cause).toHaveValue(/T2001/);
    await page.getByRole('button', { name: 'Read $states.input.count as a number' }).click();
    await expect.poll(() => studio.text()).toContain('"{% $number($states.input.count) * 2 %}"');
    await studio.runControl('Run').click();
    await expect(studio.state('Price')).toHaveAttribute('data-status', 'succeeded');
  });

  test('in an item of a Map, of which no event tells, is found and mended', async ({ studio, page }) => {
    await runTo(studio, ITEMS, 'Rest', '[{ "seconds": 1 }]');
    await expect(failed(page)).toContainText('$ has no “secnds”. It has “seconds”.');
    await expect(failed(page).locator('mark')).toHaveText('.secnds');
    await page.getByRole('button', { name: 'Use $.seconds' }).click();
    await expect.poll(() => studio.text()).toContain('"SecondsPath": "$.seconds"');
    await studio.runControl('Run').click();
    await expect(studio.state('Rest')).toHaveAttribute('data-status', 'succeeded');
  });

  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
  ] as const)
    test(`is explained in the panel at its first height, at ${width} × ${height}`, async ({
      studio,
      page,
    }) => {
      await page.setViewportSize({ width, height });
      await runTo(studio, ORDER, 'Charge', INPUT);
      const whole = { ratio: 0.95 };
      await expect(failed(page).getByText('$.order has no “totl”', { exact: false })).toBeInViewport(whole);
      await expect(failed(page).locator('mark')).toBeInViewport(whole);
      await expect(page.getByRole('button', { name: 'Use $.order.total' })).toBeInViewport(whole);
    });

  for (const scheme of ['light', 'dark'] as const) {
    test(`has no accessibility violation, ${scheme}`, async ({ studio, page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await runTo(studio, ORDER, 'Charge', INPUT);
      await expect(page.getByRole('button', { name: 'Use $.order.total' })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual(
        [],
      );
    });
  }
});
