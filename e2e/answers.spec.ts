import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './studio';

const ORDERS = `{
  "StartAt": "Price",
  "States": {
    "Price": {
      "Type": "Pass",
      "Parameters": { "total.$": "$.order.price" },
      "ResultPath": "$.priced",
      "Next": "Ship"
    },
    "Ship": { "Type": "Succeed" }
  }
}
`;

const COUNTING = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Begin',
  States: {
    Begin: { Type: 'Pass', Assign: { n: 3, step: 2 }, Next: 'Count' },
    Count: { Type: 'Pass', Output: '{% $n + $step %}', Assign: { n: '{% $n + $step %}' }, Next: 'Ship' },
    Ship: { Type: 'Succeed' },
  },
});

const COUNTED = {
  output: '5',
  inspectionData: { input: '{}', variables: '{"n":5,"step":2}' },
  nextState: 'Ship',
  status: 'SUCCEEDED',
};

const EXECUTION = {
  executionArn: 'arn:aws:states:eu-central-1:123456789012:execution:orders:order-7',
  stateMachineArn: 'arn:aws:states:eu-central-1:123456789012:stateMachine:orders',
  name: 'order-7',
  status: 'SUCCEEDED',
  startDate: '2026-03-01T10:00:00+01:00',
  stopDate: '2026-03-01T10:00:03.500000+01:00',
  input: '{"order":{"price":12}}',
  inputDetails: { included: true },
  output: '{"order":{"price":12},"priced":{"total":12}}',
  outputDetails: { included: true },
  redriveCount: 0,
  redriveStatus: 'NOT_REDRIVABLE',
};

const TESTED = {
  output: '{"order":{"price":12},"priced":{"total":13}}',
  inspectionData: {
    input: '{"order":{"price":12}}',
    afterInputPath: '{"order":{"price":12}}',
    afterParameters: '{"total":13}',
    afterResultSelector: '{"total":13}',
    afterResultPath: '{"order":{"price":12},"priced":{"total":13}}',
  },
  nextState: 'Ship',
  status: 'SUCCEEDED',
};

test.describe('an answer of AWS that is pasted', () => {
  test('about an execution gives its input to a run, and both results are compared', async ({
    studio,
    page,
  }) => {
    await studio.paste(ORDERS);
    await expect(studio.state('Price')).toBeVisible();
    await studio.paste(JSON.stringify(EXECUTION, null, 4));
    const answer = page.getByRole('region', { name: 'Answer from AWS' });
    await expect(answer).toContainText(
      'The execution order-7 of orders succeeded after 3.5 s at AWS. Your workflow stays as it is.',
    );
    await expect(answer.getByRole('textbox', { name: 'Command for its history' })).toHaveValue(
      /get-execution-history --execution-arn arn:aws:states/,
    );
    expect(await studio.text()).toBe(ORDERS);
    const { violations } = await new AxeBuilder({ page }).include('[aria-label="Answer from AWS"]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual(
      [],
    );

    await answer.getByRole('button', { name: 'Run here on its input' }).click();
    await expect(answer.getByRole('status')).toHaveText('The same result as at AWS.');
    await answer.getByRole('button', { name: 'Close the answer' }).click();
    await expect(answer).toHaveCount(0);
    await expect(studio.tab(/Input & result/)).toBeFocused();
    await expect(page.getByRole('textbox', { name: 'Execution input' })).toHaveValue(/"price": 12/);
    // The workflow was left alone: what Undo takes back is the workflow itself.
    await page.keyboard.press('Control+Z');
    await expect(studio.state('Price')).toHaveCount(0);
  });

  test('over all of the text in the editor leaves the text as it was', async ({ studio, page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await studio.paste(ORDERS);
    await expect(studio.state('Price')).toBeVisible();
    await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(EXECUTION));
    await page.locator('.view-line', { hasText: 'StartAt' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' ');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+V');
    await expect(page.getByRole('region', { name: 'Answer from AWS' })).toContainText('order-7');
    // What was typed right before is the user's own.
    await expect.poll(() => studio.text()).toBe(ORDERS.replace('"Price",', '"Price", '));
    await expect(studio.state('Price')).toBeVisible();
    // What was pasted was never the text: there is nothing to be done again.
    await expect(page.getByRole('button', { name: /^Redo/ })).toBeDisabled();
  });

  test('is there again after a reload, with what it could do; closed, it is gone', async ({
    studio,
    page,
  }) => {
    await studio.paste(ORDERS);
    await expect(studio.state('Price')).toBeVisible();
    await studio.paste(JSON.stringify(EXECUTION));
    const answer = page.getByRole('region', { name: 'Answer from AWS' });
    await expect(answer).toContainText('order-7');
    await page.reload();
    await expect(studio.state('Price')).toBeVisible();
    // It does not push itself forward.
    await expect(studio.tab(/Input & result/)).toHaveAttribute('aria-selected', 'true');
    await studio.tab(/From AWS/).click();
    await expect(answer).toContainText('The execution order-7 of orders succeeded after 3.5 s at AWS.');
    await answer.getByRole('button', { name: 'Run here on its input' }).click();
    await expect(answer.getByRole('status')).toHaveText('The same result as at AWS.');
    await answer.getByRole('button', { name: 'Close the answer' }).click();
    await expect(answer).toHaveCount(0);
    await page.reload();
    await expect(studio.state('Price')).toBeVisible();
    await expect(studio.tab(/Input & result/)).toBeVisible();
    await expect(studio.tab(/From AWS/)).toHaveCount(0);
  });

  test('about a state with variables uses those that it tells, and asks for the others', async ({
    studio,
    page,
  }) => {
    await studio.paste(COUNTING);
    await expect(studio.state('Count')).toBeVisible();
    await studio.paste(JSON.stringify(COUNTED));
    const answer = page.getByRole('region', { name: 'Answer from AWS' });
    await expect(answer.getByRole('combobox', { name: 'Compare with' })).toHaveValue('/States/Count');
    await expect(answer).toContainText(
      '“Count” reads $n, and this answer does not say what it had been before.',
    );
    const stages = answer.getByRole('navigation', { name: 'Stages of the test' });
    await expect(stages.getByRole('button')).toHaveText(['Input', 'Variables', 'Output', 'Next state']);
    const value = answer.getByRole('textbox', { name: '$n' });
    await value.fill('{');
    await expect(answer).toContainText('No JSON yet.');
    await value.fill('3');
    await expect(answer.getByRole('status')).toHaveText('“Count” gives the same here.');
    await expect(value).toBeFocused();
    const { violations } = await new AxeBuilder({ page }).include('[aria-label="Answer from AWS"]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual(
      [],
    );
    await value.fill('4');
    await expect(stages.getByRole('button')).toHaveText(['Input', 'Variables≠', 'Output≠', 'Next state']);
    // It is kept with the answer.
    await studio.tab(/Input & result/).click();
    await studio.tab(/From AWS/).click();
    await expect(value).toHaveValue('4');
  });

  test('without its input says so, and offers no run', async ({ studio, page }) => {
    const { input: _, ...rest } = EXECUTION;
    await studio.paste(JSON.stringify({ ...rest, inputDetails: { included: false } }));
    const answer = page.getByRole('region', { name: 'Answer from AWS' });
    await expect(answer).toContainText('AWS left the input out of this answer.');
    await expect(answer.getByRole('button', { name: /its input/ })).toHaveCount(0);
  });

  test('about a tested state shows its stages, beside the state tried here', async ({ studio, page }) => {
    await studio.paste(ORDERS);
    await expect(studio.state('Price')).toBeVisible();
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'test.json', { type: 'application/json' }));
      return data;
    }, JSON.stringify(TESTED));
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    const answer = page.getByRole('region', { name: 'Answer from AWS' });
    await expect(answer).toContainText('A test of one state at AWS: it succeeded.');
    await expect(page.getByRole('status').filter({ hasText: 'under From AWS: a tested state' })).toHaveCount(
      1,
    );
    await expect(answer.getByRole('combobox', { name: 'Compare with' })).toHaveValue('/States/Price');
    const stages = answer.getByRole('navigation', { name: 'Stages of the test' });
    await expect(stages.getByRole('button')).toHaveText([
      'Input',
      'InputPath',
      'Parameters≠',
      'ResultSelector≠',
      'ResultPath≠',
      'Output≠',
      'Next state',
    ]);
    // Where the data goes apart is what is shown first.
    await expect(stages.getByRole('button', { name: /^Parameters/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(answer.getByRole('textbox', { name: 'Parameters at AWS' })).toHaveValue(/13/);
    await expect(answer.getByRole('textbox', { name: 'Parameters here' })).toHaveValue(/12/);
    await stages.getByRole('button', { name: 'InputPath' }).click();
    await expect(answer.getByRole('status')).toHaveText('“Price” gives the same here.');
    expect(await studio.text()).toBe(ORDERS);
    const { violations } = await new AxeBuilder({ page }).include('[aria-label="Answer from AWS"]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual(
      [],
    );

    await answer.getByRole('button', { name: 'Use its input for a run' }).click();
    await studio.tab(/Input/).click();
    await expect(page.getByRole('textbox', { name: 'Execution input' })).toHaveValue(/"price": 12/);
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect(page.getByRole('textbox', { name: 'Execution input' })).not.toHaveValue(/"price": 12/);
  });
});
