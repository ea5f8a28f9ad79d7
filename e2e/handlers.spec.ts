import type { Page } from '@playwright/test';
import { expect, type Studio, test } from './studio';

const PAY = JSON.stringify({
  StartAt: 'Pay',
  States: {
    Pay: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'pay', 'Payload.$': '$' },
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Sorry' }],
      End: true,
    },
    Sorry: { Type: 'Pass', End: true },
  },
});

/** A handler that does its worst, and what its Task fails with. */
const WORST: readonly (readonly [what: string, source: string, error: RegExp])[] = [
  ['an endless loop', '() => { for (;;); }', /Handler\.Timeout/],
  [
    // QuickJS looks for interruptions between instructions; this is one, of nine quadrillion rounds.
    'a loop inside the engine, which hears no interruption',
    '() => Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 0)',
    /Handler\.Timeout[\s\S]*was killed/,
  ],
  [
    'a list that grows for ever',
    '() => { const all = []; for (;;) all.push(new Array(1000).fill(0)) }',
    /Handler\.(OutOfMemory|Timeout)/,
  ],
  ['a call for the network', '() => fetch("https://example.com/")', /ReferenceError[\s\S]*fetch/],
  [
    'a way out by constructors',
    '() => (0).constructor.constructor("return this")().postMessage("out")',
    /TypeError[\s\S]*not a function/,
  ],
  [
    'prototypes made another',
    '() => { Object.prototype.polluted = 1; Array.prototype.map = null; JSON.stringify = () => "out"; throw { error: "Polluted" } }',
    /"Error": "Polluted"/,
  ],
  ['a flood of messages', '() => { for (;;) console.log("x".repeat(5000)) }', /Handler\.Timeout/],
];

/** Gives Pay the handler, and runs. */
async function runWith(studio: Studio, page: Page, source: string) {
  await studio.tab(/Services/).click();
  const task = page.getByRole('region', { name: 'Answers' }).getByRole('button', { name: /^Pay/ });
  if ((await task.getAttribute('aria-pressed')) !== 'true') await task.click();
  await page.getByRole('combobox', { name: 'Kind of mock' }).selectOption('handler');
  await page.getByRole('textbox', { name: 'Handler' }).fill(source);
  await studio.runControl('Run').click();
}

test.describe('a hostile handler in its own worker', () => {
  for (const [what, source, error] of WORST) {
    test(`${what} fails its Task, and its Catch goes on`, async ({ studio, page }) => {
      test.slow();
      await studio.setSpeed(4);
      await studio.paste(PAY);
      await expect(studio.state('Sorry')).toBeVisible();
      await runWith(studio, page, source);
      await expect(studio.state('Sorry')).toHaveAttribute('data-status', 'succeeded', { timeout: 30_000 });
      await expect(studio.state('Pay')).toHaveAttribute('data-status', 'caught');
      await studio.tab(/Input/).click();
      await expect(studio.result().getByRole('textbox', { name: 'Output' })).toHaveValue(error);
      await studio.tab(/History/).click();
      for (const type of ['TaskScheduled', 'TaskFailed', 'ExecutionSucceeded']) {
        await expect(page.getByRole('button', { name: type, exact: true })).toHaveCount(1);
      }

      // Alive and clean: the next handler is as good as any.
      await runWith(
        studio,
        page,
        '() => [typeof Array.prototype.map, "polluted" in {}, typeof fetch].join(" ")',
      );
      await expect(studio.state('Pay')).toHaveAttribute('data-status', 'succeeded');
      await studio.tab(/Input/).click();
      await expect(studio.result().getByRole('textbox', { name: 'Output' })).toHaveValue(
        '"function false undefined"',
      );
      expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
    });
  }
});
