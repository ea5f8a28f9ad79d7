import type { Page } from '@playwright/test';
import { framesWhile } from './canvas';
import { median, round } from './statistics';

export interface HistoryFigure {
  readonly visits: number;
  /** From the choice of the view until its rows are there: worker, messages and layout included. */
  readonly timelineShownMs: number;
  readonly tableShownMs: number;
  /** Scripting, style and layout per frame; the median and the worst of the frames. */
  readonly timelinePanMs: number;
  readonly timelinePanWorstMs: number;
  readonly tableScrollMs: number;
  readonly tableScrollWorstMs: number;
}

/** Rounds of the loop, each two visits; and how many of them lie between two seconds of rest. */
const ROUNDS = 50_000;
const ROUNDS_PER_REST = 200;
/** What is visited: the rounds, a rest and a way back into the loop after each two hundred of them, the end. */
const VISITS = 2 * ROUNDS + 2 * (ROUNDS / ROUNDS_PER_REST) - 1;
/**
 * A loop that rests for a second of virtual time now and then: an Express execution may take five minutes, a Standard one
 * may have 25,000 events, and this has many more.
 */
const LOOP = {
  StartAt: 'Count',
  States: {
    Count: {
      Type: 'Pass',
      Parameters: { 'n.$': 'States.MathAdd($.n, 1)', 'round.$': 'States.MathAdd($.round, 1)' },
      Next: 'Again?',
    },
    'Again?': {
      Type: 'Choice',
      Choices: [
        { Variable: '$.n', NumericGreaterThanEquals: ROUNDS, Next: 'Done' },
        { Variable: '$.round', NumericLessThan: ROUNDS_PER_REST, Next: 'Count' },
      ],
      Default: 'Rest',
    },
    Rest: { Type: 'Wait', Seconds: 1, Next: 'Anew' },
    Anew: { Type: 'Pass', Parameters: { 'n.$': '$.n', round: 0 }, Next: 'Count' },
    Done: { Type: 'Succeed' },
  },
};

/** The views of a history of 100,000 visits. @param open goes to the page */
export async function measureHistory(
  page: Page,
  open: (page: Page) => Promise<unknown>,
): Promise<HistoryFigure> {
  await open(page);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(LOOP, null, 2));
  await page.getByRole('region', { name: 'Canvas' }).click({ position: { x: 8, y: 120 } });
  await page.keyboard.press('Control+V');
  await page.locator('[data-state-name="Rest"]').waitFor();
  await page.getByRole('tab', { name: /Input/ }).click();
  await page.getByRole('textbox', { name: 'Execution input' }).fill('{"n": 0, "round": 0}');
  await page.getByRole('combobox').selectOption('EXPRESS');
  await page.getByRole('combobox', { name: 'Speed', exact: true }).selectOption('Instant');
  await page.getByRole('toolbar', { name: 'Run' }).getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('[data-state-name="Done"][data-status="succeeded"]').waitFor();
  await page.getByRole('tab', { name: /History/ }).click();
  const show = async (view: string, row: RegExp) => {
    const began = performance.now();
    await page.getByRole('radio', { name: view }).check();
    await page.getByRole('treeitem', { name: row }).first().waitFor();
    return Math.round(performance.now() - began);
  };
  const timelineShownMs = await show('Timeline', /^Rest/);
  const chart = page.getByTestId('timeline-chart');
  for (let zoom = 0; zoom < 2; zoom++) await page.getByRole('button', { name: 'See less, larger' }).click();
  const pan = await framesWhile(page, chart, (frame) => page.mouse.wheel(frame % 60 < 30 ? 40 : -40, 0));
  const tableShownMs = await show('Table', /^Count, Pass/);
  const scroll = await framesWhile(page, page.getByRole('tree', { name: 'Visits of states' }), () =>
    page.mouse.wheel(0, 2000),
  );
  return {
    visits: VISITS,
    timelineShownMs,
    tableShownMs,
    timelinePanMs: round(median(pan), 1),
    timelinePanWorstMs: round(Math.max(...pan), 1),
    tableScrollMs: round(median(scroll), 1),
    tableScrollWorstMs: round(Math.max(...scroll), 1),
  };
}
