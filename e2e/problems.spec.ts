import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './studio';

const lambda = (id: string, rest: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: 'charge', Payload: { id } },
  ...rest,
});
const BROKEN = JSON.stringify(
  {
    StartAt: 'Charge',
    States: {
      Charge: lambda('$.order.id', { Next: 'Ship it' }),
      'Ship it': lambda('$.order.address', { Next: 'Notfy' }),
      Notify: { Type: 'Pass', Result: 'done', End: true },
    },
  },
  null,
  2,
);

const problems = (page: Page) => page.getByRole('list', { name: 'Problems' });
/** In the page: how the document that is stored is shown. */
const storedDrawing = () =>
  new Promise<string>((resolve) => {
    const opening = indexedDB.open('statecraft');
    opening.onsuccess = () => {
      const reading = opening.result.transaction('parts').objectStore('parts').get('document');
      reading.onsuccess = () => {
        opening.result.close();
        resolve(JSON.stringify(reading.result?.drawing ?? null));
      };
    };
  });
const row = (page: Page, text: RegExp) => problems(page).getByRole('listitem').filter({ hasText: text });

test.describe('problems', () => {
  test.beforeEach(async ({ studio }) => {
    await studio.paste(BROKEN);
    await expect(studio.state('Ship it')).toBeVisible();
    await studio.tab(/Problems/).click();
    await expect(row(studio.page, /goes to “Notfy”/)).toBeVisible();
  });

  test('one is fixed from the panel, and Undo gives the bytes back', async ({ studio, page }) => {
    await expect(studio.tab(/Problems/)).toContainText('4');
    await row(page, /goes to “Notfy”/)
      .getByRole('button', { name: 'Lead to “Notify”', exact: true })
      .click();
    await expect(row(page, /Notfy/)).toHaveCount(0);
    expect((await studio.definition()).States['Ship it']?.Next).toBe('Notify');
    await studio.canvas().click({ position: { x: 8, y: 120 } });
    await page.keyboard.press('Control+z');
    await expect(row(page, /goes to “Notfy”/)).toBeVisible();
    expect(await studio.text()).toBe(BROKEN);
  });

  test('all of a kind are fixed in one step', async ({ studio, page }) => {
    await row(page, /“id” gets the text \$\.order\.id itself/)
      .getByRole('button', { name: 'All 2' })
      .click();
    await expect(row(page, /gets the text/)).toHaveCount(0);
    expect(await studio.text()).toContain('"id.$": "$.order.address"');
    await studio.canvas().click({ position: { x: 8, y: 120 } });
    await page.keyboard.press('Control+z');
    await expect(row(page, /gets the text/)).toHaveCount(2);
    expect(await studio.text()).toBe(BROKEN);
  });

  test('the safe ones are applied together', async ({ studio, page }) => {
    await page.getByRole('button', { name: 'Apply safe fixes' }).click();
    await expect(studio.tab(/Problems/)).toHaveText('Problems ');
    await expect(row(page, /Lambda may be out of order/)).toHaveCount(2);
  });

  test('one is fixed from the editor', async ({ studio, page }) => {
    await row(page, /goes to “Notfy”/)
      .getByRole('button', { name: /goes to/ })
      .click();
    await expect(studio.editor().locator('textarea, .native-edit-context').first()).toBeFocused();
    await expect(async () => {
      await page.keyboard.press('Control+.');
      await expect(page.locator('.action-widget').first()).toBeVisible({ timeout: 2000 });
    }).toPass();
    await page.locator('.action-widget').getByText('Lead to “Notify”', { exact: true }).first().click();
    await expect(row(page, /Notfy/)).toHaveCount(0);
    expect((await studio.definition()).States['Ship it']?.Next).toBe('Notify');
  });

  test('the list is filtered and walked by keys', async ({ page }) => {
    const bar = page.getByRole('toolbar', { name: 'Filter problems' });
    await bar.getByRole('button', { name: /hints/ }).click();
    await expect(row(page, /Lambda may be out of order/)).toHaveCount(0);
    await bar.getByRole('searchbox').fill('nothing leads');
    await expect(problems(page).getByRole('listitem')).toHaveCount(1);
    await bar.getByRole('searchbox').fill('');
    await row(page, /goes to “Notfy”/)
      .getByRole('button', { name: /goes to/ })
      .focus();
    await page.keyboard.press('ArrowDown');
    await expect(
      row(page, /Nothing leads to “Notify”/)
        .getByRole('button')
        .first(),
    ).toBeFocused();
  });

  test('a silenced code stays silent after a reload', async ({ studio, page }) => {
    await row(page, /“id” gets the text \$\.order\.id itself/)
      .getByRole('button', { name: 'Silence NO_DOLLAR in this workflow' })
      .click();
    await expect(row(page, /gets the text/)).toHaveCount(0);
    await expect(studio.tab(/Problems/)).toContainText('2');
    await expect.poll(() => page.evaluate(storedDrawing)).toContain('NO_DOLLAR');
    await page.reload();
    await expect(studio.state('Ship it')).toBeVisible();
    await studio.tab(/Problems/).click();
    expect(await studio.text()).toBe(BROKEN);
    await page.getByRole('button', { name: '2 silenced' }).click();
    await row(page, /gets the text/)
      .first()
      .getByRole('button', { name: 'Show NO_DOLLAR again' })
      .click();
    await expect(studio.tab(/Problems/)).toContainText('4');
  });

  test('a code that is silenced right before a reload stays silent', async ({ studio, page }) => {
    await row(page, /“id” gets the text \$\.order\.id itself/)
      .getByRole('button', { name: 'Silence NO_DOLLAR in this workflow' })
      .click();
    await page.reload();
    await expect(studio.state('Ship it')).toBeVisible();
    await studio.tab(/Problems/).click();
    await expect(page.getByRole('button', { name: '2 silenced' })).toBeVisible();
    await expect(row(page, /goes to “Notfy”/)).toBeVisible();
    await expect(row(page, /gets the text/)).toHaveCount(0);
  });

  test('a code is explained, and nothing is out of reach of assistive tools', async ({ page }) => {
    await row(page, /Nothing leads to “Notify”/)
      .getByRole('button', { name: 'Explain MISSING_TRANSITION_TARGET' })
      .click();
    const about = page.getByRole('complementary', { name: 'About MISSING_TRANSITION_TARGET' });
    await expect(about).toContainText('What to do');
    const { violations } = await new AxeBuilder({ page }).include('[aria-label="Run and history"]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await about.getByRole('button', { name: 'Close the explanation' }).click();
    await expect(about).toHaveCount(0);
  });

  test('states wear what is wrong with them', async ({ page }) => {
    await expect(page.getByTitle('“Ship it” goes to “Notfy”', { exact: false }).first()).toBeVisible();
  });
});
