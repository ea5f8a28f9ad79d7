import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, type Studio, test } from './studio';

const CHARGE = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: 'charge', 'Payload.$': '$' },
  TimeoutSeconds: 30,
  Catch: [{ ErrorEquals: ['CardDeclined'], Next: 'Sorry' }],
  End: true,
};
const SORRY = { Type: 'Pass', End: true };
const DECIDE = {
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
  Parameters: { QueueUrl: 'q', MessageBody: { 'token.$': '$$.Task.Token' } },
  HeartbeatSeconds: 10,
  End: true,
};
const SIGN = { Type: 'Task', Resource: 'arn:aws:states:us-east-1:123456789012:activity:sign', End: true };

const machine = (StartAt: string, States: object) => JSON.stringify({ StartAt, States }, null, 2);

const card = (page: Page, name: string): Locator =>
  page.getByRole('article', { name: new RegExp(`^${name}\\b.*waits for an answer`) });

async function choose(answered: Locator, ending: string) {
  await answered.getByText(ending, { exact: true }).click();
  await expect(answered.getByRole('radio', { name: ending, exact: true })).toBeChecked();
}
async function send(answered: Locator) {
  await answered.getByRole('button', { name: 'Send answer' }).click();
}

/** Runs a definition that leaves everything to the user, and opens the inbox. */
async function runAsked(studio: Studio, page: Page, text: string, first: string) {
  await studio.paste(text);
  await expect(studio.state(first)).toBeVisible();
  await studio.tab(/Inbox/).click();
  await page.getByRole('checkbox', { name: 'Ask me for every Task without a mock' }).check();
  await page.getByRole('checkbox', { name: 'Callbacks and activities wait for me' }).check();
  await studio.runControl('Run').click();
}

async function ended(studio: Studio, words: string | RegExp) {
  await studio.tab(/Input/).click();
  await expect(studio.result()).toContainText(words);
}

/** The history on show; instants counted from its start, without what each run has of its own. */
async function historyOf(studio: Studio): Promise<readonly unknown[]> {
  const { text } = await studio.downloaded('Download execution history');
  const { events } = JSON.parse(text) as { events: readonly Readonly<Record<string, unknown>>[] };
  const start = Date.parse(String(events[0]?.timestamp));
  return events.map((event) => {
    const { id, previousEventId, type, timestamp } = event;
    const entered = event.stateEnteredEventDetails ?? event.stateExitedEventDetails;
    return { id, previousEventId, type, entered, after: Date.parse(String(timestamp)) - start };
  });
}

test.describe('calls that are left to the user', () => {
  test.beforeEach(async ({ studio }) => {
    await studio.setSpeed(4);
  });

  test('a loan is approved by its token, and declined by another', async ({ studio, page }) => {
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('menuitem', { name: /Examples/ }).click();
    await page.getByRole('button', { name: /Loan approval/ }).click();
    await expect(studio.state('Ask underwriter')).toBeVisible();
    await studio.tab(/Inbox/).click();
    await page.getByRole('checkbox', { name: 'Callbacks and activities wait for me' }).check();
    await studio.runControl('Run').click();

    const underwriter = card(page, 'Ask underwriter');
    await expect(underwriter).toContainText('times out in 3 d');
    await expect(studio.state('Ask underwriter')).toHaveAttribute('data-status', 'waiting');
    await expect(studio.tab(/Inbox/)).toHaveText(/1/);
    await expect(page.getByText('Time stands still')).toBeVisible();
    // What the example's test case would answer is there to be sent.
    await expect(underwriter.getByRole('textbox', { name: 'Result' })).toHaveValue(/"approved": true/);
    await underwriter.getByRole('button', { name: 'Copy as AWS CLI' }).click();
    await expect
      .poll(() => studio.clipboard())
      .toMatch(/^aws stepfunctions send-task-success --task-token '\S+' --task-output '\{"approved":true/);
    await send(underwriter);
    await expect(underwriter).toHaveCount(0);
    await expect(studio.state('Pay out')).toHaveAttribute('data-status', 'succeeded');
    await ended(studio, '"approved": true');

    await studio.runControl('Run').click();
    await page.getByRole('button', { name: 'Answer', exact: true }).click();
    await choose(underwriter, 'Reject');
    await underwriter.getByRole('combobox', { name: 'Error' }).fill('Underwriting.Declined');
    await underwriter.getByRole('textbox', { name: 'Cause' }).fill('on probation');
    await send(underwriter);
    await ended(studio, 'Underwriting.Declined');
    await expect(studio.result()).toContainText('on probation');
  });

  test('what is to be pressed stays where it is when the tabs of runs come late', async ({
    studio,
    page,
  }) => {
    let late = (): void => undefined;
    const wanted = new Promise<void>((resolve) => {
      late = resolve;
    });
    await page.route(/\/RunStrip-[^/]*\.js$/, async (route) => {
      await wanted;
      await route.continue();
    });
    await runAsked(studio, page, machine('Sign', { Sign: SIGN }), 'Sign');
    const sign = card(page, 'Sign');
    await sign.getByRole('textbox', { name: 'Result' }).fill('"signed"');
    await send(sign);
    await ended(studio, '"signed"');
    const asked = page.waitForRequest(/\/RunStrip-[^/]*\.js$/);
    await studio.runControl('Run').click();
    await asked;
    const answer = page.getByRole('button', { name: 'Answer', exact: true });
    await expect(answer).toBeVisible();
    const before = await answer.boundingBox();
    late();
    await expect(page.getByRole('tablist', { name: 'Open runs' })).toBeVisible();
    expect(await answer.boundingBox()).toEqual(before);
  });

  test('two open calls are answered in the other order; an error is caught; the focus goes on', async ({
    studio,
    page,
  }) => {
    const branches = [
      { StartAt: 'Charge card', States: { 'Charge card': CHARGE, Sorry: SORRY } },
      { StartAt: 'Decide', States: { Decide: DECIDE } },
    ];
    const text = machine('Both', { Both: { Type: 'Parallel', Branches: branches, End: true } });
    await runAsked(studio, page, text, 'Charge card');
    const [charge, decide] = [card(page, 'Charge card'), card(page, 'Decide')];
    await expect(charge).toBeVisible();
    await expect(decide).toBeVisible();
    await expect(decide.getByRole('textbox', { name: 'Result' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('[aria-label="Inbox"]').analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);

    const result = decide.getByRole('textbox', { name: 'Result' });
    await result.fill('{"half');
    await expect(decide.getByRole('status')).toContainText('The result is not JSON');
    await send(decide);
    await expect(decide.getByRole('alert')).toContainText('InvalidOutput');
    await result.fill('{"yes": 1}');
    await result.press('Alt+Enter');
    await expect(decide).toHaveCount(0);
    await expect(charge).toBeFocused();

    await charge.getByRole('textbox', { name: 'Result' }).fill('{"StatusCode": "no number"}');
    await expect(charge.getByRole('status')).toContainText('The service would not answer so');
    await choose(charge, 'Throw');
    await expect(charge.getByRole('combobox', { name: 'Error' })).toHaveValue('CardDeclined');
    await send(charge);
    await expect(studio.state('Sorry')).toHaveAttribute('data-status', 'succeeded');
    await expect(studio.state('Charge card')).toHaveAttribute('data-status', 'caught');
    await ended(studio, '"yes": 1');
  });

  test('an activity is taken by a worker, and finished', async ({ studio, page }) => {
    await runAsked(studio, page, machine('Sign', { Sign: SIGN }), 'Sign');
    const sign = card(page, 'Sign');
    await sign.getByRole('button', { name: 'Take as a worker' }).click();
    await expect(sign.getByRole('button', { name: 'Copy token' })).toBeVisible();
    await sign.getByRole('textbox', { name: 'Result' }).fill('"signed"');
    await send(sign);
    await ended(studio, '"signed"');
    await studio.tab(/History/).click();
    await expect(page.getByText('ActivityStarted')).toBeVisible();
  });

  test('time stands still until it is let pass; then the heartbeat is missed', async ({ studio, page }) => {
    await runAsked(studio, page, machine('Decide', { Decide: DECIDE }), 'Decide');
    const decide = card(page, 'Decide');
    await expect(decide).toContainText('heartbeat due in 10 s');
    await decide.getByRole('button', { name: 'Heartbeat' }).click();
    await expect(page.getByText('In 10 s Decide misses its heartbeat.')).toBeVisible();
    await page.getByRole('button', { name: 'Let time pass' }).click();
    await expect(page.getByText('Nothing waits for you.')).toBeVisible();
    await ended(studio, 'States.Timeout');
  });

  test('a state whose mock is “Ask me” waits on the State tab, and says so to everybody', async ({
    studio,
    page,
  }) => {
    await studio.paste(machine('Charge card', { 'Charge card': CHARGE, Sorry: SORRY }));
    await expect(studio.state('Sorry')).toBeVisible();
    await studio.tab(/Services/).click();
    const answers = page.getByRole('region', { name: 'Answers' });
    await answers.getByRole('button', { name: /^Charge card/ }).click();
    await page.getByRole('combobox', { name: 'Kind of mock' }).selectOption('ask');
    await expect(answers.getByRole('button', { name: 'Charge card asks me' })).toBeVisible();
    await studio.runControl('Run').click();
    await expect(
      page.getByRole('status').filter({ hasText: 'Charge card waits for your answer.' }),
    ).toBeVisible();
    await studio.pick('Charge card');
    await studio.tab(/^State/).click();
    const charge = card(page, 'Charge card');
    await charge.getByRole('textbox', { name: 'Result' }).fill('{"Payload": "paid"}');
    await send(charge);
    await expect(charge).toHaveCount(0);
    await ended(studio, '"paid"');
  });

  test('asked while it is stepped through, over a reload: the history is that of a run that was only answered', async ({
    studio,
    page,
  }) => {
    test.slow();
    const text = machine('First', {
      First: { Type: 'Pass', Result: { a: 1 }, Next: 'Charge card' },
      'Charge card': { ...CHARGE, End: undefined, Next: 'Rest' },
      Rest: { Type: 'Wait', Seconds: 5, Next: 'Decide' },
      Decide: { ...DECIDE, End: undefined, Next: 'Last' },
      Last: { Type: 'Pass', End: true },
      Sorry: SORRY,
    });
    const [charge, decide] = [card(page, 'Charge card'), card(page, 'Decide')];
    const answerWith = async (answered: Locator, result: string) => {
      await answered.getByRole('textbox', { name: 'Result' }).fill(result);
      await send(answered);
      await expect(answered).toHaveCount(0);
    };
    const PAID = '{"StatusCode": 200, "Payload": "paid"}';
    await runAsked(studio, page, text, 'Charge card');
    await answerWith(charge, PAID);
    await answerWith(decide, '"yes"');
    await expect(studio.state('Last')).toHaveAttribute('data-status', 'succeeded');
    const whole = await historyOf(studio);

    // A new run, a state at a time.
    await studio.runControl('Step into').click();
    await expect(studio.state('First')).toHaveAttribute('data-status', /inProgress|succeeded/);
    await studio.runControl('Step into').click();
    await expect(studio.state('Charge card')).toHaveAttribute('data-status', /inProgress|waiting/);
    await studio.runControl('Step into').click();
    await studio.tab(/Inbox/).click();
    await expect(charge).toBeVisible();
    await expect(studio.state('Rest')).toHaveAttribute('data-status', 'notStarted');

    await page.reload();
    await page.getByRole('button', { name: 'Resume Run 2' }).click();
    await studio.tab(/Inbox/).click();
    await expect(charge).toBeVisible();
    await answerWith(charge, PAID);
    // Still stepping, or on its way: whichever it is, to the next question.
    const goOn = studio.runControl('Continue');
    await expect(async () => {
      if (await goOn.isVisible()) await goOn.click({ timeout: 1000 });
      await expect(decide).toBeVisible({ timeout: 1000 });
    }).toPass();
    await page.reload();
    await page.getByRole('button', { name: 'Resume Run 2' }).click();
    await studio.tab(/Inbox/).click();
    await answerWith(decide, '"yes"');
    await expect(studio.state('Last')).toHaveAttribute('data-status', 'succeeded');
    expect(await historyOf(studio)).toEqual(whole);
  });
});
