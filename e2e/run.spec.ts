import { expect, test } from './studio';

const LOOP = `{
  "StartAt": "Count",
  "States": {
    "Count": { "Type": "Pass", "Parameters": { "n.$": "States.MathAdd($.n, 1)" }, "Next": "Again?" },
    "Again?": {
      "Type": "Choice",
      "Choices": [{ "Variable": "$.n", "NumericGreaterThanEquals": 0, "Next": "Count" }]
    }
  }
}`;

const FAILING = `{
  "StartAt": "Look",
  "States": {
    "Look": { "Type": "Pass", "InputPath": "$.missing", "End": true }
  }
}`;

test.describe('run and step', () => {
  test('Run lights the states up and shows the result', async ({ studio }) => {
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.result().getByRole('textbox', { name: 'Output' })).toHaveValue(/"payment"/);
    await expect(studio.state('Charge card')).toHaveAttribute('data-status', 'succeeded');
    await expect(studio.state('Ask for approval')).not.toHaveAttribute('data-status', 'succeeded');
  });

  test('at a slow speed states light up one after the other', async ({ studio }) => {
    await studio.setSpeed(0);
    await studio.runControl('Run').click();
    await expect(studio.state('Validate order')).toHaveAttribute('data-status', 'succeeded');
    await expect(studio.state('Order shipped')).not.toHaveAttribute('data-status', 'succeeded');
    await studio.runControl('Pause').click();
    await expect(studio.runControl('Continue')).toBeVisible();
    await studio.setSpeed(4);
    await studio.runControl('Continue').click();
    await expect(studio.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
  });

  test('by the clock a Wait is waited for, until it is told to be skipped', async ({ studio, page }) => {
    const definition = {
      StartAt: 'Hold',
      States: { Hold: { Type: 'Wait', Seconds: 3600, Next: 'Done' }, Done: { Type: 'Succeed' } },
    };
    await studio.paste(JSON.stringify(definition));
    await expect(studio.state('Hold')).toBeVisible();
    await studio.setSpeed('Real time');
    await studio.runControl('Run').click();
    const bar = page.getByRole('toolbar', { name: 'Run' });
    await expect(bar.getByRole('status')).toHaveText('Waiting for “Hold”, until 1 h after the start');
    await expect(bar).toContainText(/59 min \d+ s left/);
    await expect(studio.result()).toContainText(/Waiting for “Hold”: 59 min/);
    const clock = bar.getByRole('timer');
    const before = await clock.textContent();
    await expect(clock).not.toHaveText(before ?? '');
    await expect(studio.state('Hold')).toHaveAttribute('data-status', 'waiting');
    await page.setViewportSize({ width: 1024, height: 768 });
    await expect(bar.getByText(/59 min \d+ s left$/)).toBeVisible();
    await page.setViewportSize({ width: 1440, height: 900 });
    await studio.runControl('Pause').click();
    await expect(studio.runControl('Continue')).toBeVisible();
    await studio.setSpeed('Instant');
    await studio.runControl('Continue').click();
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
    await expect(clock).toHaveText('+1 h');
    await expect(bar).toContainText(/\d+ min( \d+ s)? skipped/);
    await expect(bar.getByRole('status')).toBeEmpty();
  });

  test('Step goes from transition to transition, Stop ends it', async ({ studio }) => {
    await studio.runControl('Step').click();
    await expect(studio.state('Validate order')).toHaveAttribute('data-status', 'inProgress');
    await studio.runControl('Step').click();
    await expect(studio.state('Validate order')).toHaveAttribute('data-status', 'succeeded');
    await expect(studio.state('Large order?')).toHaveAttribute('data-status', 'inProgress');
    await studio.runControl('Stop').click();
    await expect(studio.runControl('Stop')).toBeDisabled();
    await expect(studio.result()).toContainText(/ABORTED/);
  });

  test('every visit shows its input, output and attempts', async ({ studio, page }) => {
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
    await studio.pick('Take from stock');
    await studio.tab(/State/).click();
    await expect(page.getByRole('button', { name: /Visit 3/ })).toBeVisible();
    await page.getByRole('button', { name: /Visit 2/ }).click();
    await expect(page.getByRole('textbox', { name: 'Input' })).toHaveValue(/"CUP-6"/);
    await expect(page.getByRole('region', { name: 'Attempts' })).toContainText('#1 succeeded');
  });

  test('the history has the shape of GetExecutionHistory', async ({ studio, page }) => {
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
    await studio.tab(/History/).click();
    const table = page.getByRole('table', { name: 'Execution history' });
    await expect(table.getByRole('row').nth(1)).toContainText('ExecutionStarted');
    await table.getByRole('button', { name: 'TaskStateEntered' }).first().click();
    await expect(page.getByRole('complementary', { name: 'Event 2' })).toContainText('previousEventId');
    const history = await studio.downloaded('Download execution history');
    const { events } = JSON.parse(history.text) as { events: { id: number; type: string }[] };
    expect(events[0]).toMatchObject({ id: 1, previousEventId: 0, type: 'ExecutionStarted' });
    expect(events.at(-1)?.type).toBe('ExecutionSucceeded');
  });

  test('a failure says what went wrong', async ({ studio }) => {
    await studio.paste(FAILING);
    await expect(studio.state('Look')).toBeVisible();
    await studio.setInput('{}');
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.state('Look')).toHaveAttribute('data-status', 'failed');
    await expect(studio.result()).toContainText('States.Runtime');
    await expect(studio.result().getByRole('textbox', { name: 'Cause' })).toHaveValue(/\$\.missing/);
  });

  test('an endless loop leaves the page alive and can be stopped', async ({ studio, page }) => {
    await studio.paste(LOOP);
    await expect(studio.state('Count')).toBeVisible();
    await studio.setInput('{"n": 0}');
    await page.getByRole('combobox', { name: 'Type' }).selectOption('EXPRESS');
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.result()).toContainText(
      /[1-9]\d{1,2},\d{3},?\d* transitions|\d,\d{3},\d{3} transitions/,
    );
    await studio.pick('Count');
    await expect(studio.tab(/State: Count/)).toBeVisible();
    await studio.runControl('Stop').click();
    await expect(studio.runControl('Run')).toBeEnabled();
    await expect(studio.result()).toContainText(/ABORTED/);
    expect(await studio.text()).toBe(LOOP);
  });

  test('input that is no JSON is refused with a reason and nothing is lost', async ({ studio, page }) => {
    await studio.setInput('{"order": ');
    await studio.runControl('Run').click();
    await expect(studio.result().getByRole('alert')).toContainText('not JSON');
    await expect(page.getByRole('textbox', { name: 'Execution input' })).toHaveValue('{"order": ');
  });
});

const HUNG = `{
  "QueryLanguage": "JSONata",
  "StartAt": "Think",
  "States": {
    "Think": {
      "Type": "Pass",
      "Output": "{% ($f := function($n) { $n < 0 ? $n : $f($n + 1) }; $f(1)) %}",
      "End": true
    }
  }
}`;

test.describe('an expression that does not end', () => {
  test('is given up on Stop; the page, the text and the next run are fine', async ({ studio, page }) => {
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
    await studio.paste(HUNG);
    await expect(studio.state('Think')).toBeVisible();
    await studio.runControl('Run').click();
    await studio.workerIsBusy();
    await studio.runControl('Stop').click();
    await expect(studio.runControl('Run')).toBeEnabled();
    await expect(studio.result()).toContainText('an expression did not end');
    expect(await studio.text()).toBe(HUNG);
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('menuitem', { name: 'Examples…' }).click();
    await page.getByRole('button', { name: 'Order processing' }).click();
    await expect(studio.state('Order shipped')).toBeVisible();
    await studio.runControl('Run').click();
    await expect(studio.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
  });
});
