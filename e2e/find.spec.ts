import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './studio';

test.describe('going to anything', () => {
  const open = async (page: Page) => {
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('combobox', { name: /Search states/ })).toBeFocused();
  };

  test('finds a state inside containers, shows it and gives it the focus', async ({ studio, page }) => {
    await studio.pick('Validate order');
    await open(page);
    const field = page.getByRole('combobox', { name: /Search states/ });
    await field.pressSequentially('stock');
    await expect(page.getByRole('option', { name: /Take from stock/ })).toContainText(
      'Prepare shipment › Reserve items',
    );
    await page.keyboard.press('Enter');
    await expect(field).toHaveCount(0);
    await expect(studio.state('Take from stock')).toBeInViewport();
    await expect(studio.state('Take from stock')).toHaveAttribute('data-selected', 'true');
    await expect(
      studio.state('Take from stock').getByRole('button').or(studio.state('Take from stock')).first(),
    ).toBeFocused();
  });

  test('carries out commands and says their shortcuts', async ({ studio, page }) => {
    await page.getByRole('button', { name: 'Go to anything' }).click();
    await expect(page.getByRole('combobox', { name: /Search states/ })).toBeFocused();
    await page.keyboard.type('>theme dark');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await open(page);
    await page.keyboard.type('run or');
    await expect(page.getByRole('option', { name: 'Run or continue F5' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(studio.state('Validate order')).toHaveAttribute('data-status', /running|succeeded/);
  });

  test('goes to problems and lines of the text', async ({ studio, page }) => {
    await studio.paste(
      '{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Pass", "Next": "Nowhere" }\n  }\n}',
    );
    await expect(studio.state('A')).toBeVisible();
    await open(page);
    await page.keyboard.type('#nowhere');
    await page
      .getByRole('option', { name: /Nowhere/ })
      .first()
      .click();
    await expect(page.locator('.monaco-editor .view-line', { hasText: 'Nowhere' })).toBeVisible();
    await open(page);
    await page.keyboard.type(':2');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.monaco-editor .active-line-number').textContent()).toBe('2');
  });

  test('says when there is nothing, closes with Escape, and has no accessibility violation', async ({
    studio,
    page,
  }) => {
    await studio.canvas().click({ position: { x: 8, y: 120 } });
    await page.keyboard.press('Control+F');
    await expect(page.getByRole('combobox', { name: /Search states/ })).toHaveValue('@');
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations).toEqual([]);
    await page.keyboard.type('no such state');
    await expect(page.getByText('Nothing of that name.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('combobox', { name: /Search states/ })).toHaveCount(0);
  });
});
