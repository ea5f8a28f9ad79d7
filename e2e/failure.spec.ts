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
    await expect(failed(page)).toContainText('Failed in Parameters › amount.$');
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
