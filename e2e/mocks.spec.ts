import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type Studio, test } from './studio';

const PAY = JSON.stringify(
  {
    StartAt: 'Pay',
    States: {
      Pay: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Parameters: { FunctionName: 'pay', 'Payload.$': '$' },
        Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 2 }],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Sorry' }],
        End: true,
      },
      Sorry: { Type: 'Pass', End: true },
    },
  },
  null,
  2,
);

/** The mock of the Task, with a kind chosen. */
async function choose(studio: Studio, page: Page, kind: string) {
  await studio.tab(/Services/).click();
  const task = page.getByRole('region', { name: 'Answers' }).getByRole('button', { name: /^Pay/ });
  if ((await task.getAttribute('aria-pressed')) !== 'true') await task.click();
  await page.getByRole('combobox', { name: 'Kind of mock' }).selectOption(kind);
}

const chip = (page: Page, words: string) =>
  page.getByRole('region', { name: 'Answers' }).getByRole('button', { name: `Pay ${words}` });

async function runTo(studio: Studio, state: string, words: string | RegExp) {
  await studio.runControl('Run').click();
  await studio.tab(/Input/).click();
  await expect(studio.result()).toContainText(words);
  await expect(studio.state(state)).toHaveAttribute('data-status', /succeeded|caught/);
}

/** Another name for the Task, typed over the old one in the text. */
async function retype(page: Page) {
  const key = page.locator('.view-line', { hasText: '"Pay": {' });
  await key.locator('span span', { hasText: 'Pay' }).first().dblclick();
  await page.keyboard.type('Pay it');
}

test.describe('mocks of states', () => {
  test.beforeEach(async ({ studio }) => {
    await studio.setSpeed(4);
    await studio.paste(PAY);
    await expect(studio.state('Sorry')).toBeVisible();
  });

  test('one answer, a sequence, rules, a rate: each answers the next run, and is kept', async ({
    studio,
    page,
  }) => {
    await choose(studio, page, 'fixed');
    const result = page.getByRole('textbox', { name: 'Result', exact: true });
    await result.fill('{"paid": ');
    await expect(page.getByRole('region', { name: 'Mock of Pay' }).getByRole('status')).toContainText(
      'The result is not JSON',
    );
    await studio.runControl('Run').click();
    await expect(studio.result()).toContainText('The mock of “Pay” cannot be used: The result is not JSON');
    await choose(studio, page, 'fixed');
    await page.getByRole('textbox', { name: 'Result', exact: true }).fill('{"paid": "once"}');
    await expect(chip(page, 'mock')).toBeVisible();
    await runTo(studio, 'Pay', '"paid": "once"');
    await expect(studio.result()).toContainText('One state has a mock of its own.');

    await choose(studio, page, 'sequence');
    await page.getByRole('textbox', { name: 'Error name of row 1' }).fill('Busy');
    await page.getByRole('textbox', { name: 'Result of row 2' }).fill('"second time"');
    await expect(chip(page, '2 rows')).toBeVisible();
    await runTo(studio, 'Pay', 'second time');

    await choose(studio, page, 'rules');
    await page.getByRole('combobox', { name: 'Kind of rule 1' }).selectOption('condition');
    await page.getByRole('textbox', { name: 'Condition of rule 1' }).fill('$.Payload.amount > 100');
    await page.getByRole('textbox', { name: 'Error name of rule 1' }).fill('TooMuch');
    await studio.setInput('{"amount": 101}');
    await runTo(studio, 'Sorry', 'TooMuch');

    await choose(studio, page, 'rate');
    await page.getByRole('spinbutton', { name: 'Failure rate in percent' }).fill('100');
    await expect(chip(page, 'fails 100 %')).toBeVisible();
    await runTo(studio, 'Sorry', 'States.TaskFailed');

    // Right after the change: what waits to be stored is stored on the way out.
    await page.reload();
    await studio.tab(/Services/).click();
    await expect(chip(page, 'fails 100 %')).toBeVisible();
  });

  test('the result of a run is pinned, and an answer that is changed is pinned no more', async ({
    studio,
    page,
  }) => {
    await studio.runControl('Run').click();
    await expect(studio.state('Pay')).toHaveAttribute('data-status', 'succeeded');
    await studio.pick('Pay');
    await studio.tab(/State/).last().click();
    await page.getByRole('button', { name: 'Pin the result' }).click();
    await expect(page.getByRole('button', { name: 'Pinned' })).toBeVisible();
    await studio.tab(/Services/).click();
    await chip(page, 'pinned').click();
    await page.getByRole('textbox', { name: 'Result', exact: true }).fill('"by hand"');
    await expect(chip(page, 'mock')).toBeVisible();
    await runTo(studio, 'Pay', 'by hand');
  });

  test('a handler is tried, answers, and when it hangs is killed while the run goes on', async ({
    studio,
    page,
  }) => {
    test.slow();
    await choose(studio, page, 'handler');
    const source = page.getByRole('textbox', { name: 'Handler' });
    const trial = page.getByRole('region', { name: 'Trial of the handler' });
    await source.fill(
      'async (input) => { console.log("asked for", input.amount); return { twice: input.amount * 2 } }',
    );
    await page.getByRole('textbox', { name: 'Input', exact: true }).fill('{"amount": 4}');
    await page.getByRole('button', { name: 'Try it' }).click();
    await expect(trial).toContainText(/Returned after \d+ ms/);
    await expect(trial.getByRole('textbox', { name: 'Result of the trial' })).toHaveValue(/"twice": 8/);
    await expect(trial.getByRole('textbox', { name: 'Console of the trial' })).toHaveValue('asked for 4');
    const found = await new AxeBuilder({ page }).include('section[aria-label="Run and history"]').analyze();
    expect(found.violations).toEqual([]);

    await source.fill(
      '(input, context) => { if (context.attempt < 2) throw { error: "Busy" }; return "third time" }',
    );
    await runTo(studio, 'Pay', 'third time');

    await choose(studio, page, 'handler');
    await page.getByRole('textbox', { name: 'Handler' }).fill('() => { for (;;); }');
    await runTo(studio, 'Sorry', 'Handler.Timeout');
    await choose(studio, page, 'handler');
    await page
      .getByRole('textbox', { name: 'Handler' })
      .fill('() => { const all = []; for (;;) all.push("x".repeat(1000) + all.length) }');
    await runTo(studio, 'Sorry', /Handler\.(OutOfMemory|Timeout)/);

    await choose(studio, page, 'handler');
    await page
      .getByRole('textbox', { name: 'Handler' })
      .fill(
        '() => [typeof fetch, typeof self, typeof importScripts, typeof (0).constructor.constructor("return this")().postMessage].join()',
      );
    await runTo(studio, 'Pay', 'undefined,undefined,undefined,undefined');
  });

  test('only the worker of handlers may compile WebAssembly', async ({ studio, page }) => {
    const policy = page
      .waitForResponse(/handlers\.worker-[^/]*\.js$/)
      .then((response) => response.headerValue('content-security-policy'));
    await choose(studio, page, 'handler');
    await page.getByRole('button', { name: 'Try it' }).click();
    expect(await policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    const own = (await page.request.get('/')).headers()['content-security-policy'];
    expect(own).toContain("script-src 'self';");
    expect(own).not.toContain('unsafe-eval');
    await expect(page.getByRole('region', { name: 'Trial of the handler' })).toContainText('Busy');
  });

  test('mocks of states become a MockConfigFile.json and come out of one; strangers are named', async ({
    studio,
    page,
  }) => {
    await studio.tab(/Services/).click();
    await page.getByRole('button', { name: 'Mock all' }).click();
    await expect(chip(page, 'mock')).toBeVisible();
    await page.getByRole('button', { name: 'From states' }).click();
    await expect(page.getByRole('textbox', { name: 'MockConfigFile.json' })).toHaveValue(/"Pay answers"/);
    await page.getByRole('button', { name: 'To states' }).click();
    await expect(chip(page, '1 row')).toBeVisible();
    await chip(page, '1 row').click();
    await page.getByRole('combobox', { name: 'Kind of mock' }).selectOption('handler');
    await page.getByRole('button', { name: 'Close the mock' }).click();
    await page.getByRole('button', { name: 'From states' }).click();
    await expect(page.getByRole('region', { name: 'Mocks' })).toContainText(
      '“Pay”: answers by a handler, which the file does not have.',
    );

    await studio.paste(PAY.replaceAll('"Pay"', '"Charge"'));
    await expect(studio.state('Charge')).toBeVisible();
    await expect(page.getByText('The mock of “Pay” answers nothing: there is no such Task.')).toBeVisible();
    await page.getByRole('button', { name: 'Remove the mock of Pay' }).click();
    await expect(page.getByText('The mock of “Pay” answers nothing')).toBeHidden();
  });

  test('a name that is retyped in the text is said, and its mock is made that of the new one', async ({
    studio,
    page,
  }) => {
    await studio.tab(/Services/).click();
    await page.getByRole('button', { name: 'Scaffold' }).click();
    const file = page.getByRole('textbox', { name: 'MockConfigFile.json' });
    await expect(file).toHaveValue(/"Pay": /);
    await studio.paste(PAY.replaceAll('"Pay"', '"Pay it"'));
    await expect(studio.state('Pay it')).toBeVisible();
    const answers = page.getByRole('region', { name: 'Answers' });
    await expect(answers).toContainText('The test case mocks “Pay”, which is no Task state');
    await answers.getByRole('button', { name: 'Make it the mock of “Pay it”' }).click();
    await expect(answers).not.toContainText('which is no Task state');
    await expect(file).toHaveValue(/"Pay it": /);
    await expect(file).not.toHaveValue(/"Pay": /);
  });

  test('a state’s name that is retyped in the editor keeps its breakpoint and its mock', async ({
    studio,
    page,
  }) => {
    await choose(studio, page, 'fixed');
    await page.getByRole('textbox', { name: 'Result', exact: true }).fill('{"paid":true}');
    await page.getByRole('button', { name: 'Close the mock' }).click();
    await studio.pick('Pay');
    await page.keyboard.press('F9');
    await studio.tab(/Breakpoints/).click();
    await expect(page.getByRole('tabpanel', { name: /Breakpoints/ })).toContainText('Pay');

    await retype(page);
    await expect(studio.state('Pay it')).toBeVisible();
    await expect(page.getByRole('tabpanel', { name: /Breakpoints/ })).toContainText('Pay it');
    await studio.tab(/Services/).click();
    const answers = page.getByRole('region', { name: 'Answers' });
    await expect(answers.getByRole('button', { name: /^Pay it/ })).toBeVisible();
    await expect(answers).not.toContainText('answers nothing');
  });

  test('a name that is retyped in the editor is said of the mock file, and its mock is made that of the new one', async ({
    studio,
    page,
  }) => {
    await studio.tab(/Services/).click();
    await page.getByRole('button', { name: 'Scaffold' }).click();
    const file = page.getByRole('textbox', { name: 'MockConfigFile.json' });
    await expect(file).toHaveValue(/"Pay": /);
    await retype(page);
    await expect(studio.state('Pay it')).toBeVisible();
    const answers = page.getByRole('region', { name: 'Answers' });
    await answers.getByRole('button', { name: 'Make it the mock of “Pay it”' }).click();
    await expect(answers).not.toContainText('which is no Task state');
    await expect(file).toHaveValue(/"Pay it": /);
  });
});
