import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, type Studio, test } from './studio';

const ORDER = {
  StartAt: 'Check',
  States: {
    Check: { Type: 'Pass', Result: { stock: 1 }, Next: 'Charge' },
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'charge', 'Payload.$': '$' },
      Next: 'Ship',
    },
    Ship: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true },
  },
};
/** As ORDER was before: Ship had another name, Charge was not there, and something else is gone. */
const BEFORE = {
  States: {
    Send: { End: true, Resource: 'arn:aws:states:::sqs:sendMessage', Type: 'Task' },
    Pause: { Type: 'Wait', Seconds: 5, Next: 'Send' },
    Check: { Type: 'Pass', Next: 'Pause', Result: { stock: 2 } },
  },
  StartAt: 'Check',
};
/** The same workflow as ORDER with every key in another place. */
const REORDERED = {
  States: {
    Ship: { End: true, Resource: 'arn:aws:states:::sqs:sendMessage', Type: 'Task' },
    Charge: {
      Next: 'Ship',
      Parameters: { 'Payload.$': '$', FunctionName: 'charge' },
      Resource: 'arn:aws:states:::lambda:invoke',
      Type: 'Task',
    },
    Check: { Next: 'Charge', Type: 'Pass', Result: { stock: 1 } },
  },
  StartAt: 'Check',
};

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: /^Compare/ });
const drawn = (page: Page, name: string): Locator => page.locator(`[data-compared-name="${name}"]`);
const entry = (page: Page, name: RegExp): Locator =>
  dialog(page).getByRole('complementary').getByRole('button', { name });

async function openDocument(studio: Studio): Promise<void> {
  await studio.paste(JSON.stringify(ORDER, null, 2));
  await expect(studio.state('Ship')).toBeVisible();
}

async function openCompare(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('menuitem', { name: 'Compare…' }).click();
  await expect(dialog(page)).toBeVisible();
}

async function compareWith(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await dialog(page).getByRole('button', { name: 'Clipboard' }).click();
}

test.describe('comparing with another version', () => {
  test('shows and lists what was added, removed, changed and renamed', async ({ studio, page }) => {
    await openDocument(studio);
    await openCompare(page);
    await compareWith(page, JSON.stringify(BEFORE));
    await expect(drawn(page, 'Charge')).toHaveAttribute('data-compared', 'added');
    await expect(drawn(page, 'Pause')).toHaveAttribute('data-compared', 'removed');
    await expect(drawn(page, 'Check')).toHaveAttribute('data-compared', 'changed');
    await expect(drawn(page, 'Ship')).toHaveAttribute('data-compared', 'renamed');
    await expect(drawn(page, 'Ship')).toContainText('renamed from Send');
    const summary = dialog(page).getByRole('region', { name: 'Summary' });
    await expect(summary.getByRole('listitem')).toHaveText([
      '1 added',
      '1 removed',
      '1 changed',
      '1 renamed',
    ]);

    await entry(page, /^Check/).click();
    const stock = dialog(page)
      .getByRole('listitem')
      .filter({ hasText: /^\/Result\/stock changed/ });
    await expect(stock.locator('pre[data-side="before"]')).toHaveText('before: 2');
    await expect(stock.locator('pre[data-side="after"]')).toHaveText('after: 1');

    await page.keyboard.press('F7');
    await expect(entry(page, /^Check/)).toHaveAttribute('aria-expanded', 'false');
    await expect(dialog(page).locator('[aria-expanded="true"]')).toHaveCount(1);
    await page.keyboard.press('Shift+F7');
    await expect(entry(page, /^Check/)).toHaveAttribute('aria-expanded', 'true');

    await dialog(page).getByRole('button', { name: 'Swap before and after' }).click();
    await expect(drawn(page, 'Charge')).toHaveAttribute('data-compared', 'removed');
    await expect(drawn(page, 'Send')).toContainText('renamed from Ship');
  });

  test('takes another order of keys for the same workflow', async ({ studio, page }) => {
    await openDocument(studio);
    await openCompare(page);
    await compareWith(page, JSON.stringify(REORDERED));
    await expect(dialog(page).getByText('Both versions define the same workflow.')).toBeVisible();
    await expect(page.locator('[data-compared]:not([data-compared="same"])')).toHaveCount(0);
    await expect(page.locator('[data-compared-transition]:not([data-status="same"])')).toHaveCount(0);
  });

  test('shows both texts, also when one of them cannot be read', async ({ studio, page }) => {
    await openDocument(studio);
    await openCompare(page);
    await compareWith(page, JSON.stringify(BEFORE, null, 2));
    await dialog(page).getByRole('button', { name: 'Text', exact: true }).click();
    const texts = dialog(page).locator('.monaco-diff-editor');
    await expect(texts.locator('.line-insert').first()).toBeVisible();
    await expect(texts.locator('.line-delete').first()).toBeVisible();
    await dialog(page).getByRole('button', { name: 'YAML' }).click();
    await expect(texts.locator('.view-line').filter({ hasText: 'StartAt: Check' }).first()).toBeVisible();

    await compareWith(page, '{\n  "StartAt": "A",\n  "States": {');
    await expect(dialog(page).getByRole('alert')).toContainText('Clipboard cannot be read at line 3');
    await expect(texts.locator('.view-line').first()).toBeVisible();
    await expect(dialog(page).getByRole('button', { name: 'Graph' })).toBeDisabled();
  });

  test('begins with what was opened, and takes it back in one step', async ({ studio, page }) => {
    await openDocument(studio);
    await studio.pick('Ship');
    await page.keyboard.press('Delete');
    await expect(studio.state('Ship')).toBeHidden();
    await openCompare(page);
    await expect(drawn(page, 'Ship')).toHaveAttribute('data-compared', 'removed');
    await dialog(page).getByRole('button', { name: 'Take this version' }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(studio.state('Ship')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(studio.state('Ship')).toBeHidden();
  });

  test('takes a file that is dropped on it, and leaves the document alone', async ({ studio, page }) => {
    await openDocument(studio);
    await openCompare(page);
    const files = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'before.asl.yaml'));
      return transfer;
    }, 'StartAt: Check\nStates:\n  Check: {Type: Succeed}\n');
    await dialog(page).dispatchEvent('dragover', { dataTransfer: files });
    await dialog(page).dispatchEvent('drop', { dataTransfer: files });
    await expect(dialog(page).getByTitle('before.asl.yaml', { exact: true })).toBeVisible();
    await expect(drawn(page, 'Charge')).toHaveAttribute('data-compared', 'added');
    await page.keyboard.press('Escape');
    expect(await studio.definition()).toEqual(ORDER);
  });

  test('takes a text that is pasted', async ({ studio, page }) => {
    await openDocument(studio);
    await openCompare(page);
    await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(BEFORE));
    await page.keyboard.press('Control+V');
    await expect(drawn(page, 'Pause')).toHaveAttribute('data-compared', 'removed');
    await page.keyboard.press('Escape');
    expect(await studio.definition()).toEqual(ORDER);
  });

  test('closes with Escape, and the focus is where it was', async ({ studio, page }) => {
    await openDocument(studio);
    await openCompare(page);
    await compareWith(page, JSON.stringify(BEFORE));
    await expect(drawn(page, 'Charge')).toBeVisible();
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expect(page.getByRole('button', { name: 'Open' })).toBeFocused();
    await expect(studio.state('Ship')).toBeVisible();
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`has no accessibility violation, ${scheme}`, async ({ studio, page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await openDocument(studio);
      await openCompare(page);
      expect(await violations(page)).toEqual([]);
      await compareWith(page, JSON.stringify(BEFORE));
      await entry(page, /^Check/).click();
      await expect(dialog(page).getByText('/Result/stock')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await dialog(page).getByRole('button', { name: 'Text', exact: true }).click();
      await expect(dialog(page).locator('.monaco-diff-editor .view-line').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  }
});

async function violations(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}
