import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './studio';

const DEFINITION = {
  StartAt: 'Load',
  States: {
    Load: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'load', 'Payload.$': '$.order' },
      ResultSelector: { 'status.$': '$.StatusCode', 'body.$': '$.Payload' },
      ResultPath: '$.loaded',
      Next: 'Shape',
    },
    Shape: {
      Type: 'Pass',
      Parameters: { 'who.$': '$.loaded.body.name', kind: 'invoice' },
      ResultPath: '$.invoice',
      OutputPath: '$.invoice',
      End: true,
    },
  },
};
const INPUT = '{"order":{"name":"Ada","items":[{"sku":"A-1"}]}}';

test.beforeEach(async ({ studio }) => {
  await studio.paste(JSON.stringify(DEFINITION, null, 2));
  await expect(studio.state('Shape')).toBeVisible();
  await studio.setInput(INPUT);
  await studio.setSpeed('Instant');
});

test('the data of a visit: stages, tree, differences, where a value comes from', async ({ studio, page }) => {
  await studio.runControl('Run').click();
  await expect(studio.result()).toContainText('invoice');
  await studio.pick('Shape');
  await studio.tab(/State/).click();
  const strip = page.getByRole('navigation', { name: 'Stages of the data' });
  await expect(strip.getByRole('button')).toHaveText([
    'Overview',
    /^Input/,
    'InputPath',
    /^Parameters/,
    /^ResultPath/,
    /^Output/,
  ]);
  await strip.getByRole('button', { name: /^Output/ }).click();
  const tree = page.getByRole('tree');
  await tree.focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('treeitem', { selected: true })).toContainText('Ada');
  await page.getByRole('button', { name: 'Copy path' }).click();
  await expect.poll(() => studio.clipboard()).toBe('$.who');
  await page.getByRole('button', { name: 'Where from?' }).click();
  const way = page.getByRole('complementary', { name: 'Where the value comes from' });
  await expect(way).toContainText('$.loaded.body.name');
  await expect(way).toContainText('The service of “Load” answered with it.');
  const { violations } = await new AxeBuilder({ page })
    .include('section[aria-label="Run and history"]')
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await page.getByRole('button', { name: 'Changes' }).click();
  await page.getByLabel('Compare with').selectOption('Input');
  await expect(page.getByRole('list', { name: 'Differences' })).toContainText('invoice');
  await expect(way).toBeHidden();
});

test('a search over all values leads to the place in the tree', async ({ studio, page }) => {
  await studio.runControl('Run').click();
  await expect(studio.result()).toContainText('invoice');
  await studio.tab(/State/).click();
  await page.getByRole('searchbox', { name: 'Search the data' }).fill('items[0].sku');
  const places = page.getByRole('list', { name: 'Places found' });
  await expect(places).toContainText('$.order.items[0].sku');
  await places.getByRole('button').first().click();
  await expect(page.getByRole('treeitem', { selected: true })).toContainText('A-1');
});

test('stages are stepped through with Ctrl+F11, and the history is the same', async ({ studio, page }) => {
  await studio.runControl('Step').click();
  await expect(studio.runControl('Continue')).toBeVisible();
  const chosen = page
    .getByRole('navigation', { name: 'Stages of the data' })
    .locator('[aria-pressed="true"]');
  for (const stage of ['Input', 'Parameters', 'Result', 'ResultSelector', 'ResultPath', 'Output']) {
    await page.keyboard.press('Control+F11');
    await expect(chosen).toHaveAttribute('data-stage', stage.charAt(0).toLowerCase() + stage.slice(1));
  }
  await page.keyboard.press('Control+F11');
  await expect(
    page
      .getByRole('tab', { name: /State: Shape/ })
      .or(chosen.getByText('Overview'))
      .first(),
  ).toBeVisible();
  await studio.runControl('Continue').click();
  await studio.tab(/Input/).click();
  await expect(studio.result()).toContainText('invoice');
});
