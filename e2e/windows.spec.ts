import type { Locator, Page } from '@playwright/test';
import { expect, Studio, test } from './studio';

const COPY = 'This workflow is open in another window, so this is a copy.';

const tabs = (page: Page): Locator => page.getByRole('tablist', { name: 'Open workflows' }).getByRole('tab');
const shown = (page: Page): Locator => page.getByRole('textbox', { name: 'Name of the workflow' });

async function rename(studio: Studio, from: string, to: string): Promise<void> {
  await studio.pick(from);
  await studio.page.keyboard.press('F2');
  await studio.page.keyboard.press('Control+A');
  await studio.page.keyboard.type(to);
  await studio.page.keyboard.press('Enter');
  await expect(studio.state(to)).toBeVisible();
}

/** What the browser has stored, by key. */
const storedKeys = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve, reject) => {
        const opening = indexedDB.open('statecraft');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const keys = opening.result.transaction('parts').objectStore('parts').getAllKeys();
          keys.onsuccess = () => {
            opening.result.close();
            resolve(keys.result.map(String));
          };
        };
      }),
  );
const storedWorkflows = async (page: Page): Promise<readonly string[]> =>
  (await storedKeys(page)).filter((key) => key.startsWith('document'));

/** Closes a page; done when the browser has let go of what it held. */
async function closed(page: Page, other: Page): Promise<void> {
  await page.close();
  const held = () =>
    other.evaluate(async () => {
      const { held: all = [] } = await navigator.locks.query();
      return all.filter(({ name }) => name?.startsWith('statecraft-workflow-')).length;
    });
  await expect.poll(held).toBe(1);
}

/** Another window of the same browser. */
async function openBeside(studio: Studio): Promise<Studio> {
  const other = new Studio(await studio.page.context().newPage());
  await other.open();
  return other;
}

test.describe('two windows', () => {
  test('with one workflow: the second has a copy, and each keeps its own over reloads', async ({
    studio,
  }) => {
    await rename(studio, 'Large order?', 'Mine');
    await expect.poll(() => storedWorkflows(studio.page)).toEqual(['document']);
    const other = await openBeside(studio);
    await expect(other.page.getByText(COPY)).toBeVisible();
    await expect(shown(other.page)).toHaveValue('order-processing 2');
    await expect(other.state('Mine')).toBeVisible();
    expect(await storedWorkflows(other.page)).toEqual(['document']);

    await rename(other, 'Mine', 'Yours');
    await rename(studio, 'Mine', 'Still mine');
    // Right after the edit: what waits to be stored is stored on the way out.
    await studio.page.reload();
    await other.page.reload();
    await expect(studio.state('Still mine')).toBeVisible();
    await expect(other.state('Yours')).toBeVisible();
    await expect(shown(studio.page)).toHaveValue('order-processing');
    await expect(shown(other.page)).toHaveValue('order-processing 2');
    await expect(other.page.getByText(COPY)).toHaveCount(0);
    for (const { page } of [studio, other]) await expect(tabs(page)).toHaveCount(0);

    await closed(other.page, studio.page);
    await studio.page.reload();
    await expect(studio.state('Still mine')).toBeVisible();
    await expect(tabs(studio.page)).toHaveText(['order-processing', 'order-processing 2']);
    await tabs(studio.page).last().click();
    await expect(studio.state('Yours')).toBeVisible();
  });

  test('both new: each begins with the example, and neither overwrites the other', async ({ studio }) => {
    const other = await openBeside(studio);
    await expect(other.page.getByText(COPY)).toHaveCount(0);
    await rename(studio, 'Large order?', 'Mine');
    await rename(other, 'Large order?', 'Yours');
    await studio.page.reload();
    await other.page.reload();
    await expect(studio.state('Mine')).toBeVisible();
    await expect(other.state('Yours')).toBeVisible();
    await closed(other.page, studio.page);
    await studio.page.reload();
    await expect(tabs(studio.page)).toHaveCount(2);
  });

  test('each keeps its runs', async ({ studio }) => {
    await rename(studio, 'Large order?', 'Mine');
    const other = await openBeside(studio);
    await expect(other.state('Mine')).toBeVisible();
    for (const each of [studio, other]) {
      await each.setSpeed(4);
      await each.runControl('Run').click();
      await expect(each.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
    }
    for (const each of [studio, other]) {
      await each.page.reload();
      await expect(each.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
      await expect(each.result()).toContainText('before the page was reloaded');
    }
    // A run is reason enough to keep the copy.
    await expect.poll(() => storedWorkflows(other.page)).toHaveLength(2);
  });

  test('a run that goes on in one is left alone by the other, until its window is gone', async ({
    studio,
  }) => {
    await studio.runControl('Step').click();
    await expect(studio.state('Validate order')).toHaveAttribute('data-status', 'inProgress');
    const other = await openBeside(studio);
    const { page } = other;
    await other.tab(/^Runs$/).click();
    await page.getByRole('checkbox', { name: 'All documents' }).check();
    const row = page.getByRole('table', { name: 'Kept runs' }).getByRole('row', { name: /Run 1/ });
    await expect(row).toContainText('Paused');
    await expect(row.getByRole('button', { name: 'Delete Run 1' })).toBeDisabled();
    await expect(row.getByRole('button', { name: /Resume/ })).toHaveCount(0);
    await row.getByRole('button', { name: 'Open Run 1' }).click();
    await expect(page.getByText('This run is going on in another tab of the browser.')).toBeVisible();

    await closed(studio.page, page);
    await page.reload();
    await other.tab(/^Runs$/).click();
    await page.getByRole('checkbox', { name: 'All documents' }).check();
    await row.getByRole('button', { name: 'Resume Run 1' }).click();
    // It stood when its window was closed, and stands.
    await expect(other.state('Validate order')).toHaveAttribute('data-status', 'inProgress');
    await other.setSpeed(4);
    await other.runControl('Continue').click();
    await expect(other.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
  });

  test('a workflow opened beside others, and closed, belongs to its window until then', async ({
    studio,
  }) => {
    await rename(studio, 'Large order?', 'Mine');
    const other = await openBeside(studio);
    await rename(other, 'Mine', 'Yours');
    await other.page.keyboard.press('Control+K');
    await expect(other.page.getByRole('combobox', { name: /^Search states/ })).toBeFocused();
    await other.page.keyboard.type('>new workflow beside');
    await other.page.keyboard.press('Enter');
    await expect(tabs(other.page)).toHaveCount(2);
    await studio.page.reload();
    await expect(studio.state('Mine')).toBeVisible();
    await expect(tabs(studio.page)).toHaveCount(0);
    await other.page.reload();
    await expect(tabs(other.page)).toHaveCount(2);
    await tabs(other.page).last().locator('[data-close]').click();
    await expect(tabs(other.page)).toHaveCount(0);
    await expect.poll(() => storedWorkflows(other.page)).toHaveLength(2);
  });
});
