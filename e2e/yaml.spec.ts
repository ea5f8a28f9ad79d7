import { expect, test } from './studio';

const TEXT = `# orders
StartAt: Check
States:
  Check:
    Type:   Pass # first
    Parameters:
      total.$: States.MathAdd($.a, $.b)
    Next: Ship
  Ship:
    Type: Succeed
`;

test.describe('a definition in YAML', () => {
  test.beforeEach(async ({ studio, page }) => {
    await studio.paste(TEXT);
    await expect(studio.state('Ship')).toBeVisible();
    await expect(page.locator('.monaco-editor .view-line').first()).toContainText('# orders');
  });

  test('is formatted with its comments, and Undo gives the bytes back', async ({ studio, page }) => {
    await page.getByRole('button', { name: 'Format the text' }).click();
    await expect.poll(() => studio.text()).toBe(TEXT.replace('Type:   Pass', 'Type: Pass'));
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => studio.text()).toBe(TEXT);
  });

  test('has an outline, and its states get other names', async ({ studio, page }) => {
    const editor = studio.editor();
    await editor.getByText('Ship', { exact: true }).first().click();
    await page.keyboard.press('ControlOrMeta+Shift+o');
    await expect(page.locator('.quick-input-widget')).toContainText('Check');
    await page.keyboard.press('Escape');
    await editor.getByText('Ship', { exact: true }).first().click();
    await page.keyboard.press('F2');
    const name = page.locator('.rename-input');
    await expect(name).toBeVisible();
    await name.fill('Deliver');
    await page.keyboard.press('Enter');
    await expect.poll(() => studio.text()).toBe(TEXT.replaceAll('Ship', 'Deliver'));
  });

  test('shows what expressions come to, until it is told not to', async ({ studio, page }) => {
    await studio.setInput('{"a":1,"b":2}');
    const value = studio.editor().getByText('= 3', { exact: true });
    await expect(value).toBeVisible();
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('values of expressions');
    await page.keyboard.press('Enter');
    await expect(value).toBeHidden();
  });
});
