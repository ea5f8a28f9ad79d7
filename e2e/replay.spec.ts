import AxeBuilder from '@axe-core/playwright';
import { expect, type Studio, test } from './studio';

const DEFINITION = `{
  "StartAt": "Charge",
  "States": {
    "Charge": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Parameters": { "FunctionName": "charge" },
      "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 2 }],
      "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Refuse" }],
      "Next": "Thank"
    },
    "Thank": { "Type": "Succeed" },
    "Refuse": { "Type": "Fail", "Error": "Refused", "Cause": "No credit" }
  }
}
`;

const START = 1_700_000_000;
const LAMBDA = { resourceType: 'lambda', resource: 'invoke' };

/** Written by hand, as the command line prints it: newest first, seconds since 1970. */
function history(): string {
  let id = 0;
  const event = (second: number, type: string, details: object = {}) => {
    id++;
    return { timestamp: START + second, type, id, previousEventId: id - 1, ...details };
  };
  const attempt = (second: number) => [
    event(second, 'TaskScheduled', {
      taskScheduledEventDetails: { ...LAMBDA, region: 'eu-west-1', parameters: '{"FunctionName":"charge"}' },
    }),
    event(second, 'TaskStarted', { taskStartedEventDetails: LAMBDA }),
  ];
  const events = [
    event(0, 'ExecutionStarted', { executionStartedEventDetails: { input: '{"card":1}', roleArn: 'r' } }),
    event(0, 'TaskStateEntered', { stateEnteredEventDetails: { name: 'Charge', input: '{"card":1}' } }),
    ...attempt(0),
    event(1, 'TaskFailed', { taskFailedEventDetails: { ...LAMBDA, error: 'Busy', cause: 'later' } }),
    ...attempt(3),
    event(4, 'TaskFailed', { taskFailedEventDetails: { ...LAMBDA, error: 'Stolen', cause: 'card' } }),
    event(4, 'TaskStateExited', {
      stateExitedEventDetails: { name: 'Charge', output: '{"Error":"Stolen","Cause":"card"}' },
    }),
    event(4, 'FailStateEntered', {
      stateEnteredEventDetails: { name: 'Refuse', input: '{"Error":"Stolen","Cause":"card"}' },
    }),
    event(4, 'ExecutionFailed', { executionFailedEventDetails: { error: 'Refused', cause: 'No credit' } }),
  ];
  return JSON.stringify({ events: events.reverse() }, null, 2);
}

const status = (studio: Studio, name: string) => studio.state(name);

test.beforeEach(async ({ studio }) => {
  await studio.paste(DEFINITION);
  await expect(studio.state('Charge')).toBeVisible();
});

test('a history from AWS is shown on the document, and all views read it', async ({ studio, page }) => {
  await studio.paste(history());
  await expect(page.getByText('11 events of a recorded execution.')).toBeVisible();
  await expect(status(studio, 'Charge')).toHaveAttribute('data-status', 'caught');
  await expect(status(studio, 'Refuse')).toHaveAttribute('data-status', 'failed');
  await expect(studio.result().getByText('From AWS')).toBeVisible();
  await expect(studio.result().getByText('Refused')).toBeVisible();
  await studio.tab(/History/).click();
  await expect(page.getByText('TaskStateEntered').first()).toBeVisible();
  await studio.pick('Charge');
  await studio.tab(/State/).click();
  await expect(page.getByText('Stolen').first()).toBeVisible();
  await studio.tab(/Input/).click();
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Run and history"]').analyze();
  expect(violations).toEqual([]);
});

test('what the page exports can be brought back', async ({ studio }) => {
  await studio.setSpeed(4);
  await studio.runControl('Run').click();
  await expect(status(studio, 'Thank')).toHaveAttribute('data-status', 'succeeded');
  const { text } = await studio.downloaded('Execution history');
  await studio.paste(DEFINITION);
  await expect(status(studio, 'Thank')).toHaveAttribute('data-status', 'notStarted');
  await studio.paste(text);
  await expect(status(studio, 'Thank')).toHaveAttribute('data-status', 'succeeded');
});

test('states that are not here are told, and a definition is sketched', async ({ studio, page }) => {
  await studio.paste('{"StartAt":"Charge","States":{"Charge":{"Type":"Succeed"}}}');
  await expect(studio.state('Thank')).toHaveCount(0);
  await studio.paste(history());
  await expect(page.getByText('“Refuse” is not in this definition').first()).toBeVisible();
  await studio.result().getByRole('button', { name: 'Sketch a definition' }).click();
  await expect(status(studio, 'Refuse')).toHaveAttribute('data-status', 'failed');
});

test('states and transitions that no run came to are seen', async ({ studio, page }) => {
  await studio.paste(history());
  await expect(status(studio, 'Refuse')).toHaveAttribute('data-status', 'failed');
  await page.getByRole('button', { name: /^Coverage/ }).click();
  const coverage = page.getByRole('region', { name: 'Coverage' });
  await expect(coverage).toContainText('2 of 3 states, 3 of 5 transitions');
  await expect(studio.state('Thank')).toHaveAttribute('data-uncovered', 'true');
  await coverage.getByRole('button', { name: '3 not covered' }).click();
  await coverage.getByRole('button', { name: 'State Thank' }).click();
  await expect(studio.state('Thank')).toHaveAttribute('data-selected', 'true');
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Canvas"]').analyze();
  expect(violations).toEqual([]);
  await studio.setSpeed(4);
  await studio.runControl('Run').click();
  await expect(coverage).toContainText('3 of 3 states, 5 of 5 transitions');
  await coverage.getByRole('button', { name: 'Reset' }).click();
  await expect(coverage).toContainText('0 of 3 states');
});

test('a recorded run is run again here, and both histories are compared', async ({ studio, page }) => {
  await studio.paste(history());
  const again = studio.result().getByRole('button', { name: 'Run again here with these results' });
  await again.click();
  const compared = page.getByRole('region', { name: 'Compared with AWS' });
  await expect(compared.getByRole('status')).toHaveText('The same 11 events.');
  await expect(status(studio, 'Refuse')).toHaveAttribute('data-status', 'failed');
  await studio.paste(DEFINITION.replace('"Busy"', '"Other"'));
  await studio.paste(history());
  await again.click();
  await expect(compared.getByRole('status')).toContainText('in 11 events.');
  await expect(compared.getByRole('row').nth(1)).toContainText('TaskScheduled');
  await compared
    .getByRole('button', { name: /TaskScheduled Charge/ })
    .first()
    .click();
  await expect(studio.state('Charge')).toHaveAttribute('data-selected', 'true');
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Run and history"]').analyze();
  expect(violations).toEqual([]);
  // The same events, with other data: the catcher keeps the input.
  await studio.paste(DEFINITION.replace('"Next": "Refuse"', '"ResultPath": "$.failed", "Next": "Refuse"'));
  await studio.paste(history());
  await again.click();
  await expect(compared.getByRole('status')).toHaveText('2 differences in 11 events.');
  await expect(compared.getByRole('row').nth(1)).toContainText(
    /TaskStateExited.*"Cause":"card".*TaskStateExited.*"card":1/,
  );
  await compared.getByRole('button', { name: 'Back to the recorded run' }).click();
  await studio.result().getByRole('button', { name: 'Use these results as mocks' }).click();
  await expect(page.getByText('1 Task state now answers as in this run (2 calls).')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
});
