import AxeBuilder from '@axe-core/playwright';
import { boxOf, expect, type Studio, test } from './studio';

const ORDER = JSON.stringify(
  {
    StartAt: 'Price',
    States: {
      Price: { Type: 'Pass', Parameters: { 'total.$': '$.total', kind: 'order' }, Next: 'Every level' },
      'Every level': {
        Type: 'Pass',
        Parameters: { 'all.$': '$..total' },
        ResultPath: '$.found',
        Next: 'Large',
      },
      Large: {
        Type: 'Choice',
        Choices: [{ Variable: '$.total', NumericGreaterThan: 100, Next: 'Done' }],
        Default: 'Done',
      },
      Done: { Type: 'Succeed' },
    },
  },
  null,
  2,
);

async function openDialog(studio: Studio) {
  await studio.paste(ORDER);
  await expect(studio.state('Every level')).toBeVisible();
  await studio.setInput('{ "total": 120 }');
  await studio.pick('Price');
  await studio.page.keyboard.press('Control+Shift+R');
  const dialog = studio.page.getByRole('dialog', { name: 'Refactor' });
  await expect(dialog).toBeVisible();
  return dialog;
}

test('everything is converted but what JSONata has no counterpart for, both versions do the same, one Undo', async ({
  studio,
}) => {
  test.slow();
  const dialog = await openDialog(studio);
  await dialog.getByRole('button', { name: 'Convert everything to JSONata' }).click();
  await expect(dialog.getByRole('heading', { name: '3 of 4 states converted' })).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Every level' })).toContainText(
    'Stays in JSONPath',
  );
  await expect(dialog.locator('[data-check="same"]')).toContainText('SUCCEEDED');
  const { violations } = await new AxeBuilder({ page: studio.page }).include('dialog').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog).toBeHidden();
  const { States } = await studio.definition();
  expect(States.Price).toMatchObject({
    QueryLanguage: 'JSONata',
    Output: { total: '{% $states.input.total %}' },
  });
  expect(States['Every level']).not.toHaveProperty('QueryLanguage');
  await studio.page.keyboard.press('Control+Z');
  await expect.poll(() => studio.text()).toBe(ORDER);
});

test('a state becomes a machine of its own, runs, and is put back', async ({ studio }) => {
  test.slow();
  const dialog = await openDialog(studio);
  await dialog.getByRole('button', { name: 'Extract into a state machine' }).click();
  await dialog.getByRole('textbox', { name: 'Name of the machine' }).fill('pricing');
  await expect(dialog.getByRole('heading', { name: 'pricing' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(studio.state('pricing')).toBeVisible();
  await studio.setSpeed(4);
  await studio.runControl('Run').click();
  await expect(studio.result()).toContainText('"kind": "order"');

  await studio.pick('pricing', { button: 'right' });
  await studio.page.getByRole('menuitem', { name: /^Refactor/ }).click();
  await dialog.getByRole('button', { name: 'Inline', exact: true }).click();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(studio.state('Price')).toBeVisible();
  expect(JSON.parse(await studio.text())).toEqual(JSON.parse(ORDER));
});

test('the menu of the editor offers what can be done with the state at the cursor, and does it', async ({
  studio,
  page,
}) => {
  test.slow();
  await studio.paste(ORDER);
  await expect(studio.state('Price')).toBeVisible();
  // A field of the state: its name stands in StartAt too.
  const field = studio.editor().getByText('"total.$"', { exact: true });
  await field.click();
  await expect(studio.state('Price')).toHaveAttribute('data-selected', 'true');
  await field.click({ button: 'right' });
  const item = page.getByRole('menuitem', { name: /^Refactor/ });
  // For its first 100 ms Monaco's menu takes no click: it might belong to the one that opened it.
  await expect(async () => {
    await item.click({ timeout: 2000 });
    await expect(item).toBeHidden({ timeout: 1000 });
  }).toPass();
  const menu = page.locator('.action-widget').first();
  await expect(menu).toContainText('Add a Retry…');
  await menu.getByText('Convert this state to JSONata…').click();
  const dialog = page.getByRole('dialog', { name: 'Refactor' });
  await expect(dialog.locator('[data-check="same"]')).toContainText('SUCCEEDED');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog).toBeHidden();
  const { States } = await studio.definition();
  expect(States.Price).toMatchObject({ QueryLanguage: 'JSONata' });
  expect(States['Every level']).not.toHaveProperty('QueryLanguage');
  await studio.canvas().click({ position: { x: 8, y: 120 } });
  await page.keyboard.press('Control+Z');
  await expect.poll(() => studio.text()).toBe(ORDER);
});

test('a menu of the editor that lies over a splitter takes the presses there', async ({ studio, page }) => {
  await studio.paste(ORDER);
  await expect(studio.state('Price')).toBeVisible();
  await studio.editor().getByText('"total.$"', { exact: true }).click({ button: 'right' });
  const item = page.getByRole('menuitem', { name: /^Refactor/ });
  const splitters = page.getByRole('separator').filter({ visible: true });
  const upright = await splitters.evaluateAll((all) =>
    all
      .filter((each) => each.getAttribute('aria-orientation') === 'vertical')
      .map((each) => each.getBoundingClientRect().x),
  );
  const { x, y, width, height } = await boxOf(item);
  const over = upright.find((each) => each > x && each < x + width);
  if (over === undefined) throw new Error('the menu does not lie over a splitter');
  await expect(async () => {
    await page.mouse.click(over, y + height / 2);
    await expect(item).toBeHidden({ timeout: 1000 });
  }).toPass();
  await expect(page.locator('.action-widget').first()).toContainText('Add a Retry…');
});
