import type { Page } from '@playwright/test';
import { expect, Studio, test } from './studio';

const CHAIN = `{
  "StartAt": "Take order",
  "States": {
    "Take order": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "take", "Payload.$": "$" }, "Next": "Items" },
    "Items": {
      "Type": "Map",
      "ItemsPath": "$$.Execution.Input.items",
      "ItemProcessor": {
        "StartAt": "Pick",
        "States": {
          "Pick": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "pick", "Payload.$": "$" }, "Next": "Rest" },
          "Rest": { "Type": "Wait", "Seconds": 30, "End": true }
        }
      },
      "Next": "Wait for approval"
    },
    "Wait for approval": { "Type": "Wait", "Seconds": 3600, "Next": "Mark" },
    "Mark": { "Type": "Pass", "Parameters": { "id.$": "States.UUID()" }, "Next": "Done" },
    "Done": { "Type": "Succeed" }
  }
}`;
const INPUT = '{"items": [1, 2, 3]}';

async function openChain(studio: Studio): Promise<void> {
  await studio.paste(CHAIN);
  await expect(studio.state('Wait for approval')).toBeVisible();
  await studio.setInput(INPUT);
}
const runTab = (page: Page, name: RegExp) =>
  page.getByRole('tablist', { name: 'Open runs' }).getByRole('tab', { name });
const ended = (studio: Studio) => expect(studio.result()).toContainText('"id"');

/** The page reloads itself at once when something is there: who looks from outside may come when it is over. */
async function reloadedOnce(page: Page, there: string, act: () => Promise<void>): Promise<void> {
  await page.evaluate((wanted) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(wanted)) return;
      observer.disconnect();
      location.reload();
    });
    observer.observe(document.body, { attributes: true, childList: true, subtree: true });
  }, there);
  await Promise.all([page.waitForEvent('load', { timeout: 60_000 }), act()]);
}

/** Numbers from 0 to 1 that are the same each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Played {
  readonly request: { readonly settings: { readonly startTime: number; readonly executionName: string } };
}

/** A run's file, by the list. */
async function exportRun(studio: Studio, page: Page, name: string) {
  await studio.tab(/^Runs$/).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Export ${name}`, exact: true }).click(),
  ]);
  const { readFile } = await import('node:fs/promises');
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** The history, with all that tells one run from another taken out: its own instants, names and tokens. */
async function shape(studio: Studio): Promise<readonly unknown[]> {
  const { text } = await studio.downloaded('Download execution history');
  const { events } = JSON.parse(text) as { events: readonly Readonly<Record<string, unknown>>[] };
  const start = Date.parse(String(events[0]?.timestamp));
  return events.map(({ timestamp, id, previousEventId, type }) => ({
    id,
    previousEventId,
    type,
    after: Date.parse(String(timestamp)) - start,
  }));
}

test.describe('runs side by side', () => {
  test('each has its tab; the canvas follows the one on show', async ({ studio, page }) => {
    await openChain(studio);
    await studio.setSpeed(0);
    await studio.runControl('Run').click();
    // It is at work for a second only, which a slow look may miss; the states after it are for longer.
    await expect(studio.state('Take order')).not.toHaveAttribute('data-status', 'notStarted');
    await studio.runControl('Pause').click();
    await expect(studio.runControl('Continue')).toBeVisible();
    await expect(page.getByRole('tablist', { name: 'Open runs' })).toHaveCount(0);

    await page.getByRole('button', { name: 'Another run' }).click();
    await expect(runTab(page, /Run 2/)).toHaveAttribute('aria-selected', 'true');
    await studio.setSpeed(4);
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
    await expect(runTab(page, /Run 1, paused/)).toBeVisible();
    await expect(runTab(page, /Run 2, succeeded/)).toBeVisible();

    await runTab(page, /Run 1/).click();
    await expect(studio.runControl('Continue')).toBeVisible();
    await expect(studio.state('Done')).not.toHaveAttribute('data-status', 'succeeded');
    await runTab(page, /Run 1/).press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');

    await runTab(page, /Run 1/).click();
    await studio.setSpeed(4);
    await studio.runControl('Continue').click();
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
    await runTab(page, /Run 2/).press('Delete');
    await expect(page.getByRole('tablist', { name: 'Open runs' })).toHaveCount(0);
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
  });
});

test.describe('a run outlives its page', () => {
  test('reloaded in a Wait, it goes on from there to the same history', async ({ studio, page }) => {
    await openChain(studio);
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
    const whole = await shape(studio);

    await studio.setSpeed(0);
    await reloadedOnce(page, '[data-state-name="Wait for approval"][data-status="waiting"]', () =>
      studio.runControl('Run').click(),
    );
    const offer = page.getByRole('status').filter({ hasText: 'Run 2' });
    await expect(offer).toContainText(/was at “(Wait for approval|Mark)” when the page closed/);
    await page.getByRole('button', { name: 'Resume Run 2' }).click();
    await expect(offer).toHaveCount(0);
    await expect(studio.state('Take order')).toHaveAttribute('data-status', 'succeeded');
    await studio.setSpeed(4);
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
    expect(await shape(studio)).toEqual(whole);
    // The same request, played again from its file, makes the same history to the byte.
    const before = await studio.downloaded('Download execution history');
    const file = await exportRun(studio, page, 'Run 2');
    expect((JSON.parse(file.text) as Played).request.settings.executionName).toBeTruthy();
    await page
      .getByRole('region', { name: 'Runs' })
      .locator('input[type=file]')
      .setInputFiles({
        name: file.name,
        mimeType: 'application/json',
        buffer: Buffer.from(file.text),
      });
    await expect(runTab(page, /Run 2, succeeded/)).toHaveCount(2);
    const after = await studio.downloaded('Download execution history');
    expect(after.text).toBe(before.text);
  });

  test('its page is killed twenty times, at random events: it goes on to the same history', async ({
    studio,
    page,
    context,
  }) => {
    test.setTimeout(300_000);
    await openChain(studio);
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
    const whole = await shape(studio);
    await expect(studio.result()).toContainText('"id"');
    const random = seeded(20);
    let now = studio;
    let kills = 0;
    for (let run = 2; kills < 20; run++) {
      const name = `Run ${run}`;
      await now.setSpeed(0);
      await now.runControl('Run').click();
      await expect(now.state('Take order')).not.toHaveAttribute('data-status', 'notStarted');
      for (const last = kills + 4; kills < last; kills++) {
        await now.page.waitForTimeout(random() * 400);
        // What is opened first keeps the context alive; the one that is closed has no time for farewells.
        const next = await context.newPage();
        await next.goto('/favicon.svg');
        await now.page.close();
        await expect.poll(() => next.evaluate(async () => (await navigator.locks.query()).held)).toEqual([]);
        now = new Studio(next);
        await next.goto('/');
        const resume = next.getByRole('button', { name: `Resume ${name}`, exact: true });
        const done = next.locator('[data-state-name="Done"][data-status="succeeded"]');
        await expect(resume.or(done).first()).toBeVisible({ timeout: 20_000 });
        // It had come to its end before its page was closed: that was no kill.
        if (!(await resume.isVisible())) break;
        await resume.click();
        await expect(resume).toHaveCount(0);
      }
      await now.setSpeed(4);
      await expect(now.state('Done')).toHaveAttribute('data-status', 'succeeded');
      expect(await shape(now), name).toEqual(whole);
    }
    expect(page.isClosed()).toBe(true);
  });

  test('discarded, it is gone', async ({ studio, page }) => {
    await openChain(studio);
    await studio.runControl('Step').click();
    await expect(studio.state('Take order')).toHaveAttribute('data-status', 'inProgress');
    await studio.tab(/^Runs$/).click();
    await expect(
      page.getByRole('table', { name: 'Kept runs' }).getByRole('row', { name: /Run 1/ }),
    ).toContainText('Paused');
    await page.reload();
    await page.getByRole('button', { name: 'Discard Run 1' }).click();
    await expect(page.getByRole('button', { name: 'Discard Run 1' })).toHaveCount(0);
    await studio.tab(/^Runs$/).click();
    await expect(page.getByRole('region', { name: 'Runs' })).toContainText('Runs are listed here');
  });
});

test.describe('the list of runs', () => {
  test('opens, exports, deletes, takes a run back from its file, and refuses other files', async ({
    studio,
    page,
  }) => {
    await openChain(studio);
    await studio.setSpeed(4);
    for (let run = 1; run <= 2; run++) {
      await studio.runControl('Run').click();
      await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
      await ended(studio);
    }
    const file = await exportRun(studio, page, 'Run 1');
    expect(file.name).toMatch(/-run-1\.statecraft-run\.json$/);
    const table = page.getByRole('table', { name: 'Kept runs' });
    await expect(table.getByRole('row', { name: /Run 1/ })).toContainText('Succeeded');
    await expect(table.getByRole('row', { name: /Run 1/ })).toContainText('1 h');
    await page.getByRole('button', { name: 'Delete Run 1' }).click();
    await expect(table.getByRole('row', { name: /Run 1/ })).toHaveCount(0);
    await expect(page.getByRole('tablist', { name: 'Open runs' })).toHaveCount(0);

    const input = page.getByRole('region', { name: 'Runs' }).locator('input[type=file]');
    const give = (text: string) =>
      input.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await give('{"kind":"something"}');
    await expect(page.getByText('This run cannot be opened. The file is not a run')).toBeVisible();
    await give(file.text);
    await expect(runTab(page, /Run 1, succeeded/)).toHaveAttribute('aria-selected', 'true');
    await expect(table.getByRole('row', { name: /Run 1/ })).toBeVisible();
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
  });

  test('of all documents; a run of another one brings its definition', async ({ studio, page }) => {
    await openChain(studio);
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded');
    await studio.paste('{"StartAt": "Only", "States": {"Only": {"Type": "Succeed"}}}');
    await expect(studio.state('Only')).toBeVisible();
    await studio.tab(/^Runs$/).click();
    await page.getByRole('checkbox', { name: 'All documents' }).check();
    await page.getByRole('button', { name: 'Open Run 1' }).click();
    await page.getByRole('button', { name: 'Open its definition' }).click();
    await expect(studio.state('Wait for approval')).toHaveAttribute('data-status', 'succeeded');
  });
});
