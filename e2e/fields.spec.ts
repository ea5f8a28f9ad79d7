import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, type Studio, test } from './studio';

const JSONATA = `{
  "QueryLanguage": "JSONata",
  "StartAt": "Begin",
  "States": {
    "Begin": {
      "Type": "Pass",
      "Assign": { "total": "{% $states.input.order.id %}" },
      "Next": "Take"
    },
    "Take": { "Type": "Pass", "Output": "{% $states.input %}", "End": true }
  }
}
`;

const YAML = `QueryLanguage: JSONata
StartAt: Begin
States:
  Begin:
    Type: Pass
    Assign:
      total: "{% $states.input.order.id %}"
    Next: Take
  Take:
    Type: Pass
    # what comes out
    Output: |-
      {%
        $states.input
      %}
    End: true
`;

/** The field Output of the state Take, in its form, after a run. */
async function output(studio: Studio, text: string): Promise<Locator> {
  const { page } = studio;
  await studio.paste(text);
  await expect(studio.state('Take')).toBeVisible();
  await studio.setInput('{ "order": { "id": 7, "city": "Bern" }, "vip": true }');
  await studio.setSpeed(4);
  await studio.runControl('Run').click();
  await expect(studio.state('Take')).toHaveAttribute('data-status', 'succeeded');
  await studio.pick('Take', { clickCount: 2 });
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await inspector.getByRole('tab', { name: /Output/ }).click();
  return inspector.getByRole('textbox', { name: 'Output' });
}

for (const [notation, text] of [
  ['JSON', JSONATA],
  ['YAML', YAML],
] as const) {
  test(`a field offers what the editor would, in a document in ${notation}`, async ({ studio, page }) => {
    const field = await output(studio, text);
    await field.fill('');
    await field.pressSequentially('{% $states.input.');
    const options = page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
    await expect(options).toHaveText([/^order/, /^vip/]);

    await page.keyboard.press('ArrowDown');
    const second = options.nth(1);
    await expect(second).toHaveAttribute('aria-selected', 'true');
    const id = await second.getAttribute('id');
    await expect(field).toHaveAttribute('aria-activedescendant', id ?? 'none');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('{% $states.input.order');

    await field.pressSequentially('.ci');
    await expect(options).toHaveText([/^city\s*"Bern"/]);
    await page.keyboard.press('Enter');
    await field.pressSequentially(' & $tot');
    await expect(options).toHaveText([/^\$total/]);
    await page.keyboard.press('Enter');
    await field.pressSequentially(' %}');
    await expect(field).toHaveValue('{% $states.input.order.city & $total %}');
    await expect.poll(() => studio.text()).toContain('{% $states.input.order.city & $total %}');
    expect(await studio.text()).toContain(notation === 'YAML' ? '# what comes out' : '"Type": "Pass"');
  });
}

test('a function comes with its parameters, and Escape puts away what is open and nothing else', async ({
  studio,
  page,
}) => {
  const field = await output(studio, JSONATA);
  await field.fill('');
  await field.pressSequentially('{% $subs');
  const options = page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
  await expect(options.first()).toHaveText(/^\$substring\s*\(/);
  await page.keyboard.press('Enter');
  const parameters = page.getByRole('status', { name: 'Parameters' });
  await expect(parameters).toContainText('$substring(');
  const first = await parameters.locator('strong').textContent();
  await field.pressSequentially('$total, ');
  await expect(parameters.locator('strong')).not.toHaveText(first ?? '');
  await field.pressSequentially('$to');
  await expect(options.first()).toBeVisible();

  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Inspector"]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(parameters).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(parameters).toHaveCount(0);
  await expect(field).toBeFocused();
  await expect(studio.state('Take')).toHaveAttribute('data-selected', 'true');
});

test('a whole state as JSON is offered fields and the names of states', async ({ studio, page }) => {
  await output(studio, JSONATA);
  await studio.pick('Begin', { clickCount: 2 });
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await inspector.getByRole('tab', { name: 'JSON' }).click();
  const field = inspector.getByRole('textbox', { name: 'All fields, as JSON' });
  await field.fill('{ "Type": "Pass", ');
  await field.pressSequentially('"Comm');
  await expect(page.getByRole('option', { name: 'Comment' })).toBeVisible();
  await page.keyboard.press('Enter');
  await field.pressSequentially('x');
  await page.keyboard.press('End');
  await field.pressSequentially(', "Next": "T');
  await page.getByRole('option', { name: /^Take/ }).click();
  await field.pressSequentially(' }');
  await expect(field).toHaveValue('{ "Type": "Pass", "Comment": "x", "Next": "Take" }');
});

test('a state is tested alone on any input, with any answer', async ({ studio, page }) => {
  await studio.pick('Charge card', { clickCount: 2 });
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await inspector.getByRole('tab', { name: 'Test' }).click();
  const input = inspector.getByRole('textbox', { name: 'Input of the test' });
  const button = inspector.getByRole('button', { name: 'Test state' });
  const outcome = inspector.getByRole('region', { name: 'Outcome of the test' });
  await input.fill('{ "order": ');
  await expect(input).toHaveAttribute('aria-invalid', 'true');
  await expect(button).toBeDisabled();
  await input.fill('{ "order": { "id": "O-1", "total": 5, "card": "x" } }');
  await button.click();
  await expect(outcome).toContainText('Succeeded. Next: Prepare shipment');
  await outcome.getByRole('button', { name: 'Parameters' }).click();
  await expect(outcome.getByRole('textbox', { name: 'Parameters in the test' })).toHaveValue(/"O-1"|"charge/);
  await inspector.getByRole('combobox', { name: 'Answered with' }).selectOption('this error');
  await inspector.getByRole('textbox', { name: 'Error name' }).fill('CardDeclined');
  await button.click();
  await expect(outcome).toContainText('Failed with CardDeclined, which is caught. Next: Reject order');
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Inspector"]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
});

test('the keys of the Run button test the state while its test is in hand, and what was typed is its own', async ({
  studio,
  page,
}) => {
  const workflow = (output: string) =>
    JSON.stringify({
      QueryLanguage: 'JSONata',
      StartAt: 'Take',
      States: { Take: { Type: 'Pass', Output: `{% ${output} %}`, End: true } },
    });
  const inspector = page.getByRole('region', { name: 'Inspector' });
  const input = inspector.getByRole('textbox', { name: 'Input of the test' });
  const outcome = inspector.getByRole('region', { name: 'Outcome of the test' });
  const output = outcome.getByRole('textbox', { name: 'Output in the test' });
  await studio.paste(workflow('$states.input.n + 1'));
  await studio.pick('Take', { clickCount: 2 });
  await inspector.getByRole('tab', { name: 'Test' }).click();
  await input.fill('{ "n": 41 }');
  await expect(input).toHaveValue('{ "n": 41 }');
  await input.press('Control+Enter');
  await expect(output).toHaveValue('42');
  await expect(studio.state('Take')).not.toHaveAttribute('data-status', 'succeeded');
  // What was found of other data is not what is found of these.
  await expect(outcome).not.toContainText('changed since');
  await input.fill('{ "n": 1 }');
  await expect(outcome).toContainText('changed since');
  await input.press('Control+Enter');
  await expect(output).toHaveValue('2');
  await expect(outcome).not.toContainText('changed since');
  // Another workflow's state, at the same place of its text.
  const data = JSON.stringify({ 'other.asl.json': workflow('"other"') });
  const transfer = await page.evaluateHandle((text) => {
    const files = new DataTransfer();
    for (const [name, content] of Object.entries(JSON.parse(text) as Record<string, string>))
      files.items.add(new File([content], name));
    return files;
  }, data);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.getByRole('textbox', { name: 'Name of the workflow' })).toHaveValue('other');
  await studio.pick('Take', { clickCount: 2 });
  await inspector.getByRole('tab', { name: 'Test' }).click();
  await expect(input).not.toHaveValue('{ "n": 1 }');
  await expect(outcome).not.toContainText('Succeeded');
});

test('a state is tested alone though the one after it has the name that AWS gives it meanwhile', async ({
  studio,
  page,
}) => {
  const after = { Type: 'Succeed' };
  const first = { Type: 'Pass', Result: 'done', Next: 'StateName' };
  await studio.paste(JSON.stringify({ StartAt: 'First', States: { First: first, StateName: after } }));
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await studio.pick('First', { clickCount: 2 });
  await inspector.getByRole('tab', { name: 'Test' }).click();
  await inspector.getByRole('button', { name: 'Test state' }).click();
  const outcome = inspector.getByRole('region', { name: 'Outcome of the test' });
  await expect(outcome).toContainText('Succeeded. Next: StateName');
});

test('a Parallel is tested on an error, and on retries that were made before', async ({ studio, page }) => {
  const inside = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } });
  await studio.paste(
    JSON.stringify({
      StartAt: 'Both',
      States: {
        Both: {
          ...{ Type: 'Parallel', Branches: [inside('A'), inside('B')], End: true },
          Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 3, MaxAttempts: 1 }],
        },
      },
    }),
  );
  const inspector = page.getByRole('region', { name: 'Inspector' });
  const outcome = inspector.getByRole('region', { name: 'Outcome of the test' });
  const button = inspector.getByRole('button', { name: 'Test state' });
  await studio.pick('Both', { position: { x: 60, y: 10 }, clickCount: 2 });
  await inspector.getByRole('tab', { name: 'Test' }).click();
  await button.click();
  await expect(outcome).toContainText('Succeeded. Nothing follows.');
  await inspector.getByRole('combobox', { name: 'Answered with' }).selectOption('this error');
  await inspector.getByRole('textbox', { name: 'Error name' }).fill('Busy');
  await button.click();
  await expect(outcome).toContainText('It would be tried again after 3 s.');
  const retries = inspector.getByRole('textbox', { name: 'Retries before it' });
  await retries.fill('x');
  await expect(button).toBeDisabled();
  await retries.fill('1');
  await button.click();
  await expect(outcome).toContainText('Failed with Busy.');
  await expect(outcome).not.toContainText('tried again');
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Inspector"]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
});

test('the menu of the editor can be read', async ({ studio, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await studio.editor().locator('.view-line').first().click({ button: 'right' });
  const menu = page.locator('.shadow-root-host .context-view');
  await expect(menu).toContainText('Format Document');
  const backgrounds = () =>
    menu.evaluate((element) =>
      [...element.querySelectorAll('*')].map((each) => getComputedStyle(each).backgroundColor),
    );
  await expect.poll(backgrounds).toContain('rgb(255, 255, 255)');
});
