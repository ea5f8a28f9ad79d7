import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './studio';

test.describe('for everybody', () => {
  for (const scheme of ['light', 'dark'] as const) {
    test(`no accessibility violation on the main screen, ${scheme}`, async ({ studio, page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await studio.setSpeed(4);
      await studio.runControl('Run').click();
      await expect(studio.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
      const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual(
        [],
      );
    });
  }

  test('a workflow is run and stepped with the keyboard alone', async ({ studio, page }) => {
    await page.keyboard.press('F10');
    await expect(studio.state('Validate order')).toHaveAttribute('data-status', 'inProgress');
    await page.keyboard.press('F10');
    await expect(studio.state('Large order?')).toHaveAttribute('data-status', 'inProgress');
    await page.keyboard.press('Shift+F5');
    await expect(studio.runControl('Stop')).toBeDisabled();
    await studio.setSpeed(4);
    await page.keyboard.press('F5');
    await expect(studio.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
  });

  test('the arrows travel along the transitions', async ({ studio, page }) => {
    await studio.state('Validate order').focus();
    await page.keyboard.press('Enter');
    await expect(studio.state('Validate order')).toHaveAttribute('data-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(studio.state('Large order?')).toHaveAttribute('data-selected', 'true');
    await page.keyboard.press('ArrowUp');
    await expect(studio.state('Validate order')).toHaveAttribute('data-selected', 'true');
  });

  test('the shortcut sheet opens with a question mark and closes with Escape', async ({ studio, page }) => {
    await studio.canvas().click({ position: { x: 8, y: 120 } });
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeHidden();
  });

  test('the page obeys a strict content security policy', async ({ page, request }) => {
    const response = await request.get('/');
    const policy = response.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe-eval');
    await page.goto('/');
    const evaluated = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.breached = true';
      document.head.append(script);
      return 'breached' in window;
    });
    expect(evaluated).toBe(false);
  });
});
