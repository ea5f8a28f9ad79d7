import { expect, test } from './studio';

const starting = (machine: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::states:startExecution.sync:2',
  Parameters: { StateMachineArn: `arn:aws:states:us-east-1:123456789012:stateMachine:${machine}` },
});
const PARENT = {
  StartAt: 'Prepare',
  States: { Prepare: { Type: 'Pass', Next: 'Ship it' }, 'Ship it': { ...starting('ship'), End: true } },
};
const SHIP = {
  StartAt: 'Pack',
  States: {
    Pack: { Type: 'Pass', Result: { boxes: 3 }, Next: 'Call it' },
    'Call it': { ...starting('call'), End: true },
  },
};
const CALL = { StartAt: 'Ring', States: { Ring: { Type: 'Pass', Result: 'hello', End: true } } };

const file = (name: string, definition: object) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(definition)),
});

test.describe('Child executions', () => {
  test.beforeEach(async ({ studio, page }) => {
    await studio.paste(JSON.stringify(PARENT));
    await expect(studio.state('Ship it')).toBeVisible();
    await studio.tab(/Services/).click();
    const files = page.getByRole('region', { name: 'State machines' }).locator('input[type=file]');
    await files.setInputFiles(file('ship.asl.json', SHIP));
    await expect(page.getByRole('textbox', { name: 'Name of state machine 1' })).toHaveValue('ship');
    await files.setInputFiles(file('call.asl.json', CALL));
    await expect(page.getByRole('textbox', { name: 'Name of state machine 2' })).toHaveValue('call');
  });

  test('open with their own graph, history and data, and lead back', async ({ studio, page }) => {
    const way = page.getByRole('navigation', { name: 'Way back from the child execution' });
    await studio.runControl('Run').click();
    await expect(studio.state('Ship it')).toHaveAttribute('data-status', 'succeeded');
    await studio.pick('Ship it');
    await studio.tab(/State/).click();
    await studio.still();
    await page.getByRole('button', { name: 'Open child execution' }).click();
    await expect(studio.state('Pack')).toHaveAttribute('data-status', 'succeeded');
    await expect(way).toContainText('ship');

    await studio.tab(/History/).click();
    await page.getByRole('radio', { name: 'Table' }).check();
    const call = page.getByRole('treeitem', { name: /^Call it, Task, succeeded/i });
    await call.getByRole('button', { name: 'Open child execution' }).click();
    await expect(studio.state('Ring')).toHaveAttribute('data-status', 'succeeded');
    await studio.tab(/Input/).click();
    await expect(studio.result()).toContainText('hello');

    await way.getByRole('button', { name: 'Back to ship' }).click();
    await expect(studio.state('Call it')).toHaveAttribute('data-status', 'succeeded');
    await way.getByRole('button', { name: 'Back to Run 1' }).click();
    await expect(studio.state('Ship it')).toHaveAttribute('data-status', 'succeeded');
    await expect(way).toHaveCount(0);
  });

  test('are on show again after a reload, with the way back', async ({ studio, page }) => {
    await studio.runControl('Run').click();
    await expect(studio.state('Ship it')).toHaveAttribute('data-status', 'succeeded');
    await studio.tab(/History/).click();
    await page.getByRole('radio', { name: 'Events' }).check();
    await page.getByRole('row', { name: /TaskSubmitted/ }).click();
    await page.getByRole('button', { name: 'Open child execution' }).click();
    await expect(studio.state('Pack')).toHaveAttribute('data-status', 'succeeded');
    await page.reload();
    await expect(studio.state('Pack')).toHaveAttribute('data-status', 'succeeded');
    await page.getByRole('button', { name: 'Back to Run 1' }).click();
    await expect(studio.state('Ship it')).toHaveAttribute('data-status', 'succeeded');
  });

  test('are stepped into, through and out of, over a reload', async ({ studio, page }) => {
    const way = page.getByRole('navigation', { name: 'Way back from the child execution' });
    await page.keyboard.press('F11');
    await expect(studio.state('Prepare')).toHaveAttribute('data-status', 'inProgress');
    await page.keyboard.press('F11');
    await expect(studio.state('Ship it')).toHaveAttribute('data-status', 'inProgress');
    await page.keyboard.press('F11');
    await expect(studio.state('Pack')).toHaveAttribute('data-status', 'inProgress');
    await expect(way).toContainText('ship');
    await page.keyboard.press('F10');
    await expect(studio.state('Pack')).toHaveAttribute('data-status', 'succeeded');
    await expect(studio.state('Call it')).toHaveAttribute('data-status', 'inProgress');
    await page.keyboard.press('F11');
    await expect(studio.state('Ring')).toHaveAttribute('data-status', 'inProgress');
    await expect(way).toContainText('Back to ship');

    await page.reload();
    await expect(studio.state('Ring')).toHaveAttribute('data-status', 'inProgress');
    await expect(way).toContainText('Back to ship');
    await page.keyboard.press('Shift+F11');
    await expect(studio.state('Call it')).toHaveAttribute('data-status', 'succeeded');
    await expect(way).toContainText('Back to Run 1');
    await page.keyboard.press('F10');
    await expect(studio.state('Ship it')).toHaveAttribute('data-status', 'succeeded');
    await expect(way).toHaveCount(0);
    await studio.tab(/Input/).click();
    await expect(studio.result()).toContainText('hello');
  });

  test('are waited for by the clock where they wait, and are skipped on when told to', async ({
    studio,
    page,
  }) => {
    const way = page.getByRole('navigation', { name: 'Way back from the child execution' });
    const bar = page.getByRole('toolbar', { name: 'Run' });
    const name = page.getByRole('textbox', { name: 'Name of state machine 3' });
    const files = page.getByRole('region', { name: 'State machines' }).locator('input[type=file]');
    const resting = {
      StartAt: 'Rest',
      States: { Rest: { Type: 'Wait', Seconds: 3600, Next: 'Rested' }, Rested: { Type: 'Succeed' } },
    };
    await files.setInputFiles(file('rest.asl.json', resting));
    await expect(name).toHaveValue('rest');
    await studio.paste(
      JSON.stringify({
        StartAt: 'Wait for it',
        States: { 'Wait for it': { ...starting('rest'), End: true } },
      }),
    );
    await expect(studio.state('Wait for it')).toBeVisible();
    await studio.setSpeed('Real time');
    await page.keyboard.press('F11');
    await expect(studio.state('Wait for it')).toHaveAttribute('data-status', 'inProgress');
    await page.keyboard.press('F11');
    await expect(way).toContainText('rest');
    await expect(studio.state('Rest')).toHaveAttribute('data-status', 'waiting');
    await expect(studio.runControl('Continue')).toBeVisible();
    await studio.runControl('Continue').click();
    await expect(bar.getByRole('status')).toHaveText('Waiting for “Rest”, until 1 h after the start');
    await expect(bar).toContainText(/59 min \d+ s left/);
    await studio.setSpeed('Instant');
    await expect(studio.state('Wait for it')).toHaveAttribute('data-status', 'succeeded');
    await expect(bar.getByRole('timer')).toHaveText('+1 h');
    await expect(bar).toContainText(/59 min( \d+ s)? skipped/);
  });

  test('stop a run at a breakpoint that was set in one, also after a reload', async ({ studio, page }) => {
    const way = page.getByRole('navigation', { name: 'Way back from the child execution' });
    await studio.runControl('Run').click();
    await expect(studio.state('Ship it')).toHaveAttribute('data-status', 'succeeded');
    await studio.pick('Ship it');
    await studio.tab(/State/).click();
    await studio.still();
    await page.getByRole('button', { name: 'Open child execution' }).click();
    await expect(studio.state('Call it')).toHaveAttribute('data-status', 'succeeded');
    await expect(way).toContainText('Back to Run 1');
    const reason = page.getByRole('status', { name: 'Why the run stands' });
    const corner = page.getByRole('button', { name: 'Breakpoint on Call it' });
    await studio.still();
    await corner.click();
    await expect(corner).toHaveAttribute('aria-pressed', 'true');
    await way.getByRole('button', { name: 'Back to Run 1' }).click();
    await expect(studio.state('Ship it')).toHaveAttribute('data-status', 'succeeded');
    await expect(way).toHaveCount(0);

    await studio.runControl('Run').click();
    await expect(studio.state('Call it')).toHaveAttribute('data-status', 'inProgress');
    await expect(way).toContainText('Back to Run 2');
    await expect(reason).toHaveText('Paused before Call it: breakpoint');
    await expect(corner).toHaveAttribute('aria-pressed', 'true');
    await studio.runControl('Continue').click();
    await expect(studio.state('Ship it')).toHaveAttribute('data-status', 'succeeded');
    await expect(way).toHaveCount(0);
    await expect(studio.runControl('Run')).toBeEnabled();

    await page.reload();
    await expect(studio.state('Ship it')).toHaveAttribute('data-status', 'succeeded');
    await studio.runControl('Run').click();
    await expect(studio.state('Call it')).toHaveAttribute('data-status', 'inProgress');
    await way.getByRole('button', { name: 'Back to Run 3' }).click();
    await expect(studio.state('Ship it')).toHaveAttribute('data-status', 'inProgress');
    await expect(reason).toContainText('a breakpoint stopped its child execution of “ship”');
  });
});
