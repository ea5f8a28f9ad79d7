import { hold } from './held';
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
    // It puts the cursor back to where it was.
    await expect(page.locator('.quick-input-widget')).toBeHidden();
    await editor.getByText('Ship', { exact: true }).first().click();
    await expect(studio.state('Check')).toHaveAttribute('data-selected', 'true');
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
    await expect(page.getByRole('combobox', { name: /^Search states/ })).toBeFocused();
    await page.keyboard.type('values of expressions');
    await page.keyboard.press('Enter');
    await expect(value).toBeHidden();
  });

  test('shows what expressions come to on the input as it is, though it changes while that is made', async ({
    studio,
    page,
  }) => {
    const value = (words: string) => studio.editor().getByText(words, { exact: true });
    await studio.setInput('{"a":1,"b":1}');
    await expect(value('= 2')).toBeVisible();
    // Without a value nothing is drawn, which would make the editor ask again.
    await studio.setInput('{}');
    await expect(value('= 2')).toHaveCount(0);
    const held = await hold(page, '"seen":[');
    await studio.setInput('{"b":2}');
    await expect.poll(held.count).toBeGreaterThan(0);
    await studio.setInput('{"a":1,"b":2}');
    await held.release();
    await expect(value('= 3')).toBeVisible();
  });
});

const STYLED = `# Orders, by hand
StartAt: 'Check it' # quoted
States:
  # first of all
  'Check it':
    Type: "Pass"
    Parameters: &defaults # shared
      region: 'eu-west-1'
      "retries": 3
    Next: Ship
  Ship: # the last but one
    Type: Pass
    Parameters: *defaults
    Next: "Done"
  Done: { Type: Succeed } # in a line
`;

test('what is done on the canvas leaves comments, anchors and quotes of YAML as they are', async ({
  studio,
  page,
}) => {
  await studio.paste(STYLED);
  await expect(studio.state('Done')).toBeVisible();
  await studio.still();

  await studio.pick('Ship');
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Deliver');
  await page.keyboard.press('Enter');
  const renamed = STYLED.replace('Next: Ship', 'Next: Deliver').replace('  Ship: #', '  Deliver: #');
  await expect.poll(() => studio.text()).toBe(renamed);

  await studio.still();
  await studio.drag(studio.paletteItem('Wait'), await studio.onTransition('Deliver', 'next', 0.5));
  await expect(studio.state('Wait')).toBeVisible();
  await page.keyboard.press('Escape');
  const lines = (text: string) => text.split('\n');
  const added = lines(await studio.text());
  // All lines are still there but the one that leads to the new state now.
  expect(lines(renamed).filter((line) => !added.includes(line))).toEqual(['    Next: "Done"']);
  expect(added).toContain('    Next: "Wait"');

  await studio.pick('Wait');
  await page.keyboard.press('Delete');
  await expect(studio.state('Wait')).toHaveCount(0);
  await expect.poll(() => studio.text()).toBe(renamed);
  for (let undone = 0; undone < 3; undone++) await page.keyboard.press('Control+Z');
  await expect.poll(() => studio.text()).toBe(STYLED);
});
