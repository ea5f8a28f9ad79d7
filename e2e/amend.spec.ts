import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type Studio, test } from './studio';

const CHARGES = `{
  "StartAt": "Each order",
  "States": {
    "Each order": {
      "Type": "Map",
      "ItemsPath": "$.orders",
      "MaxConcurrency": 1,
      "ItemProcessor": {
        "StartAt": "Set rate",
        "States": {
          "Set rate": { "Type": "Pass", "Assign": { "rate": 2 }, "Next": "Charge card" },
          "Charge card": {
            "Type": "Pass",
            "Parameters": { "charged.$": "States.Array($.total, $rate)" },
            "End": true
          }
        }
      },
      "Next": "Big?"
    },
    "Big?": {
      "Type": "Choice",
      "Choices": [
        {
          "And": [
            { "Variable": "$[0].charged[0]", "NumericGreaterThan": 100 },
            { "Variable": "$[9]", "IsPresent": true }
          ],
          "Next": "Ask"
        },
        { "Variable": "$[0].charged[0]", "NumericEquals": 10, "Next": "Done" }
      ],
      "Default": "Ask"
    },
    "Ask": { "Type": "Pass", "Next": "Done" },
    "Done": { "Type": "Succeed" }
  }
}`;
const ORDERS = JSON.stringify({ orders: [10, 20, 30, 40, 50].map((total) => ({ total })) });

/** Fails at its second state, until that does not. */
const broken = (second: string) => `{
  "StartAt": "Fetch",
  "States": {
    "Fetch": { "Type": "Pass", "Result": { "n": 1 }, "Next": "Parse" },
    "Parse": { ${second} }
  }
}`;
const BAD = '"Type": "Pass", "Parameters": { "x.$": "$.missing" }, "End": true';

async function open(studio: Studio, definition: string, state: string, input = '{}'): Promise<void> {
  await studio.paste(definition);
  await expect(studio.state(state)).toBeVisible();
  await studio.setInput(input);
  await studio.setSpeed(4);
}

async function pausedBefore(studio: Studio, page: Page, name: string, item?: string): Promise<void> {
  await studio.pick(name);
  await page.keyboard.press('F9');
  await studio.tab(/Breakpoints/).click();
  if (item !== undefined) await page.getByRole('spinbutton', { name: 'Item of breakpoint 1' }).fill(item);
  await studio.runControl('Run').click();
  await expect(studio.state(name)).toHaveAccessibleName(/paused here/);
  await studio.pick(name);
  await studio.tab(/State/).click();
}

const dialog = (page: Page) => page.getByRole('dialog', { name: /Branch from/ });
const rules = (page: Page) => page.getByRole('region', { name: 'Rules' });

test.describe('amending a run', () => {
  test('other data for item 3 of a Map, from where a breakpoint stopped', async ({ studio, page }) => {
    await open(studio, CHARGES, 'Charge card', ORDERS);
    await pausedBefore(studio, page, 'Charge card', '3');
    await page.getByRole('button', { name: /Visit 4/ }).click();
    await page.getByRole('button', { name: 'Branch from here…' }).click();
    await expect(dialog(page)).toContainText('item 3');
    const input = dialog(page).getByRole('textbox', { name: 'Input of the state' });
    const variables = dialog(page).getByRole('textbox', { name: 'Variables' });
    await expect(input).toHaveValue(/"total": 40/);
    await input.fill('{ "total": ');
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await expect(dialog(page).getByRole('button', { name: 'Run from here' })).toBeDisabled();
    await input.fill('{ "total": 44 }');
    await variables.fill('{ "rate": 9 }');
    await dialog(page).getByRole('button', { name: 'Pause there' }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(studio.state('Charge card')).toHaveAccessibleName(/paused here/);
    await page.getByRole('button', { name: /Visit 4/ }).click();
    await expect(page.getByText('Changed by hand before it was entered: the input, $rate.')).toBeVisible();
    await studio.runControl('Continue').click();
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
    await studio.tab(/Input/).click();
    await expect(studio.result()).toContainText(
      /Branched from event \d+ of run [0-9a-f]{8}, with changed input and changed variables\./,
    );
    const output = studio.result().getByRole('textbox', { name: 'Output' });
    await expect
      .poll(async () => JSON.parse(await output.inputValue()).slice(3))
      .toEqual([{ charged: [44, 9] }, { charged: [50, 2] }]);
  });

  test('another rule of a Choice, from its table of truths', async ({ studio, page }) => {
    await open(studio, CHARGES, 'Big?', ORDERS);
    await pausedBefore(studio, page, 'Big?');
    await expect(rules(page).getByRole('row', { name: /rule 2|\$\[0\].charged\[0\] == 10/ })).toContainText(
      '$[0].charged[0] = 10',
    );
    await expect(rules(page).getByLabel('holds', { exact: true })).toHaveCount(1);
    await rules(page).getByRole('button', { name: 'Take Default' }).click();
    await expect(studio.state('Ask')).toHaveAccessibleName(/paused here/);
    await expect(rules(page)).toContainText('Forced: the way was chosen by hand');
    await studio.runControl('Continue').click();
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
    await expect(studio.state('Ask')).toHaveAttribute('data-status', 'succeeded');
    await studio.pick('Big?');
    await studio.tab(/State/).click();
    await expect(page.getByRole('button', { name: /Visit 1.*forced/ })).toBeVisible();
  });

  test('a redrive when what had failed is mended: its Task is answered as it would be now', async ({
    studio,
    page,
  }) => {
    const task = '"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true';
    await open(studio, broken(task), 'Parse');
    await studio.tab(/Services/).click();
    await page
      .getByRole('region', { name: 'Answers' })
      .getByRole('button', { name: /^Parse/ })
      .click();
    await page.getByRole('combobox', { name: 'Kind of mock' }).selectOption('fixed');
    await page.getByRole('combobox', { name: 'Answer', exact: true }).selectOption('throw');
    await studio.runControl('Run').click();
    await expect(studio.state('Parse')).toHaveAttribute('data-status', 'failed');
    await studio.tab(/Services/).click();
    await page
      .getByRole('region', { name: 'Answers' })
      .getByRole('button', { name: /^Parse/ })
      .click();
    await page.getByRole('combobox', { name: 'Answer', exact: true }).selectOption('return');
    await page.getByRole('textbox', { name: 'Result', exact: true }).fill('"it is up again"');
    await studio.tab(/Input/).click();
    await studio.result().getByRole('button', { name: 'Redrive' }).click();
    await expect(studio.state('Parse')).toHaveAttribute('data-status', 'succeeded');
    await expect(studio.result().getByRole('textbox', { name: 'Output' })).toHaveValue('"it is up again"');
    // It is brought back as it was, though the first answer was another.
    await studio.stored('it is up again');
    await page.reload();
    await expect(studio.state('Parse')).toHaveAttribute('data-status', 'succeeded');
    await expect(studio.result()).toContainText('One state has a mock of its own.');
    await expect(studio.result().getByRole('textbox', { name: 'Output' })).toHaveValue('"it is up again"');
  });

  test('a redrive as AWS would, then with the repaired definition', async ({ studio, page }) => {
    await open(studio, broken(BAD), 'Parse');
    await studio.runControl('Run').click();
    await expect(studio.state('Parse')).toHaveAttribute('data-status', 'failed');
    await studio.tab(/Input/).click();
    await studio.result().getByRole('button', { name: 'Redrive' }).click();
    await expect(studio.result()).toContainText('Redriven, as AWS would.');
    await expect(studio.state('Parse')).toHaveAttribute('data-status', 'failed');
    await studio.pick('Parse');
    await studio.tab(/State/).click();
    await expect(page.getByRole('region', { name: 'What became of the error' })).toContainText(
      'No retrier and no catcher matches States.Runtime',
    );
    await replaceLine(
      studio,
      page,
      '$.missing',
      '    "Parse": { "Type": "Pass", "Parameters": { "x.$": "$.n" }, "End": true }',
    );
    await studio.tab(/Input/).click();
    await studio.result().getByRole('button', { name: 'Redrive with the edited definition' }).click();
    await expect(studio.state('Parse')).toHaveAttribute('data-status', 'succeeded');
    await expect(studio.result()).toContainText('Redriven with an edited definition');
    await expect(studio.result().getByRole('textbox', { name: 'Output' })).toHaveValue(/"x": 1/);
  });

  test('an Express run says that it cannot be redriven', async ({ studio, page }) => {
    await open(studio, broken(BAD), 'Parse');
    await page.getByRole('combobox', { name: 'Type' }).selectOption('EXPRESS');
    await studio.runControl('Run').click();
    await expect(studio.result()).toContainText('Execution is EXPRESS and cannot be redriven');
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`has no accessibility violation, ${scheme}`, async ({ studio, page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await open(studio, CHARGES, 'Big?', ORDERS);
      await pausedBefore(studio, page, 'Big?');
      await expect(rules(page)).toBeVisible();
      await hasNoViolation(page);
      await page.getByRole('button', { name: 'Branch from here…' }).click();
      await dialog(page).getByRole('textbox', { name: 'Variables' }).fill('[');
      await hasNoViolation(page);
    });
  }
});

async function hasNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
}

/** Puts another text in the place of the editor's line that has a word. */
async function replaceLine(studio: Studio, page: Page, word: string, line: string): Promise<void> {
  await page.evaluate((value) => navigator.clipboard.writeText(value), line);
  await studio.editor().locator('.view-line', { hasText: word }).click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Control+V');
}
