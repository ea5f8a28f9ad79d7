import { expect, type Studio, test } from './studio';

const JSON_TEXT = `{
  "StartAt": "Begin",
  "States": {
    "Begin": {
      "Type": "Pass",
      "Result": { "order": { "id": 7, "city": "Bern" } },
      "Assign": { "total.$": "$.order.id" },
      "Next": "Pick"
    },
    "Pick": {
      "Type": "Pass",
      "Parameters": { "id.$": "$.order.id", "sum.$": "$total" },
      "Next": "Done"
    },
    "Done": { "Type": "Succeed" }
  }
}
`;

const YAML_TEXT = `StartAt: Begin
States:
  Begin:
    Type: Pass
    Next: Done
  Done:
    Type: Succeed
`;

async function opened(studio: Studio, text: string): Promise<void> {
  await studio.paste(text);
  await expect(studio.state('Begin')).toBeVisible();
  await expect(studio.editor()).toContainText('Begin');
}

/** Puts the caret behind the first place of a text in the editor. */
async function caretBehind({ page }: Studio, text: string): Promise<void> {
  await page
    .locator('.monaco-editor .view-lines')
    .first()
    .click({ position: { x: 300, y: 4 } });
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+F');
  const find = page.locator('.find-widget');
  await find.locator('.find-part textarea').fill(text);
  await expect(find.locator('.matchesCount')).toHaveText(/^[1-9?]\d* of/);
  await page.keyboard.press('Escape');
  await expect(find).not.toHaveClass(/visible/);
  await page.keyboard.press('ArrowRight');
}

const suggestions = ({ page }: Studio) => page.locator('.suggest-widget.visible .monaco-list-row');

async function suggested(studio: Studio, label: string) {
  const row = suggestions(studio).filter({ hasText: label }).first();
  await expect(row).toBeVisible();
  return row;
}

test('names of states and fields are completed, quotes and commas in place', async ({ studio }) => {
  const { page } = studio;
  await opened(studio, JSON_TEXT);
  await caretBehind(studio, '"Next": "Done');
  for (let i = 0; i < 4; i++) await page.keyboard.press('Backspace');
  await page.keyboard.type('B');
  await (await suggested(studio, 'Begin')).click();
  await expect.poll(async () => (await studio.definition()).States.Pick?.Next).toBe('Begin');

  await caretBehind(studio, '"Next": "Begin"');
  await page.keyboard.type(',\n"Com');
  await (await suggested(studio, 'Comment')).click();
  await page.keyboard.type('hello');
  await expect.poll(async () => (await studio.definition()).States.Pick?.Comment).toBe('hello');
});

test('keys of the last run are completed in a path, and a hover says what it leads to', async ({
  studio,
}) => {
  const { page } = studio;
  await opened(studio, JSON_TEXT);
  await studio.setSpeed(4);
  await studio.runControl('Run').click();
  await expect(studio.result()).toContainText('"sum": 7');

  await caretBehind(studio, '"$.order.id", "sum');
  await page.keyboard.press('ArrowLeft');
  for (let i = 0; i < 'id", "sum'.length - 1; i++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Control+Space');
  await suggested(studio, 'id');
  await (await suggested(studio, 'city')).click();
  await expect.poll(() => studio.text()).toContain('"id.$": "$.order.city"');

  await page.getByText('$.order.city', { exact: true }).first().hover();
  await expect(page.locator('.monaco-hover:visible')).toContainText('"Bern"');
});

test('F12 goes to the state that Next names, and to where a variable is assigned', async ({ studio }) => {
  const { page } = studio;
  await opened(studio, JSON_TEXT);
  await caretBehind(studio, '"Next": "Pi');
  await page.keyboard.press('F12');
  await expect(studio.state('Pick')).toHaveAttribute('data-selected', 'true');
});

test('Shift+F12 shows where a state is named, and goes there when it is one place', async ({ studio }) => {
  const { page } = studio;
  await opened(studio, JSON_TEXT.replace('"StartAt": "Begin"', '"StartAt": "Pick"'));
  await caretBehind(studio, '"Next": "Pi');
  await page.keyboard.press('F12');
  await expect(studio.state('Pick')).toHaveAttribute('data-selected', 'true');
  await page.keyboard.press('Shift+F12');
  const peek = page.locator('.reference-zone-widget');
  await expect(peek.locator('.ref-tree .monaco-list-row')).toHaveCount(3);
  await page.keyboard.press('Escape');
  await expect(peek).toBeHidden();

  await caretBehind(studio, '"Do');
  await page.keyboard.press('F12');
  await expect(studio.state('Done')).toHaveAttribute('data-selected', 'true');
  await page.keyboard.press('Shift+F12');
  await expect(studio.state('Pick')).toHaveAttribute('data-selected', 'true');
});

test('Ctrl+Shift+Space tells the parameters of a function', async ({ studio }) => {
  const { page } = studio;
  const text = JSON_TEXT.replace('"StartAt"', '"QueryLanguage": "JSONata",\n  "StartAt"').replace(
    '"Result": { "order": { "id": 7, "city": "Bern" } },\n      "Assign": { "total.$": "$.order.id" },',
    '"Output": "{% $substring($states.input.name, 1) %}",',
  );
  await opened(studio, text.replace(/\n {6}"Parameters".*/, ''));
  await caretBehind(studio, '$substring($states.input.name, ');
  await page.keyboard.press('Control+Shift+Space');
  const help = page.locator('.parameter-hints-widget.visible');
  await expect(help).toContainText('$substring(');
  await expect(help.locator('.parameter.active')).toHaveText('start');
});

test('F2 renames a state everywhere; one Undo takes it back', async ({ studio }) => {
  const { page } = studio;
  await opened(studio, JSON_TEXT);
  await caretBehind(studio, '"Next": "Pi');
  await page.keyboard.press('F2');
  const field = page.locator('.rename-box input');
  await expect(field).toHaveValue('Pick');
  await field.fill('Choose');
  await page.keyboard.press('Enter');
  await expect(studio.state('Choose')).toBeVisible();
  const { States } = await studio.definition();
  expect(States.Begin?.Next).toBe('Choose');
  expect(Object.keys(States)).toEqual(['Begin', 'Choose', 'Done']);
  await page.keyboard.press('Control+Z');
  await expect.poll(() => studio.text()).toBe(JSON_TEXT);
});

test('F2 renames a variable where it is assigned and read', async ({ studio }) => {
  const { page } = studio;
  await opened(studio, JSON_TEXT);
  await caretBehind(studio, '"$tot');
  await page.keyboard.press('F2');
  const field = page.locator('.rename-box input');
  await expect(field).toHaveValue('total');
  await field.fill('amount');
  await page.keyboard.press('Enter');
  await expect.poll(() => studio.text()).toContain('"sum.$": "$amount"');
  expect(await studio.text()).toContain('"amount.$": "$.order.id"');
});

test('the outline leads to a state', async ({ studio }) => {
  const { page } = studio;
  await opened(studio, JSON_TEXT);
  await caretBehind(studio, '"StartAt"');
  await page.keyboard.press('Control+Shift+O');
  const box = page.locator('.quick-input-widget');
  await expect(box).toContainText('Begin');
  await page.keyboard.type('Done');
  await expect(box.locator('.monaco-list-row.focused')).toContainText('Done');
  await page.keyboard.press('Enter');
  await expect(studio.state('Done')).toHaveAttribute('data-selected', 'true');
});

test('YAML is completed by its indentation', async ({ studio }) => {
  const { page } = studio;
  await opened(studio, YAML_TEXT);
  await caretBehind(studio, 'Next: Done');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Com');
  await (await suggested(studio, 'Comment')).click();
  await page.keyboard.type('hello');
  await expect.poll(() => studio.text()).toContain('    Next: Done\n    Comment: hello\n');

  await caretBehind(studio, 'StartAt: Begin');
  for (let i = 0; i < 5; i++) await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+Space');
  await (await suggested(studio, 'Done')).click();
  await expect.poll(() => studio.text()).toContain('StartAt: Done\n');
});
