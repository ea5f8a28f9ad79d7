import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, type Studio, test } from './studio';

const FLOW = `{
  // kept as it is
  "StartAt": "Ask",
  "States": {
    "Ask": {
      "Type": "Choice",
      "Choices": [
        { "Variable": "$.total", "NumericGreaterThan": 100, "Next": "Call" } // big ones
      ],
      "Default": "Rest"
    },
    "Call": {
      "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
      "Parameters": { "FunctionName": "f", "Payload.$": "$" },
      "Next": "Rest"
    },
    "Rest": { "Type": "Wait", "Seconds": 3, "Vendor": { "kept": true }, "End": true }
  }
}`;

async function form(studio: Studio, state: string): Promise<Locator> {
  await studio.pick(state, { clickCount: 2 });
  const inspector = studio.page.getByRole('region', { name: 'Inspector' });
  await expect(inspector.getByRole('textbox', { name: 'Name' })).toHaveValue(state);
  return inspector;
}

/** The values under a state's name. */
const stateOf = async (studio: Studio, name: string) => {
  const text = (await studio.text()).replace(/^\s*\/\/.*$/gm, '').replace(/\/\/ big ones/, '');
  return (JSON.parse(text) as { States: Record<string, Record<string, unknown>> }).States[name];
};

test.describe('the form of a state', () => {
  test.beforeEach(async ({ studio }) => {
    await studio.paste(FLOW);
    await expect(studio.state('Rest')).toBeVisible();
  });

  test('writes what is typed into the text, as one step of the undo history', async ({ studio, page }) => {
    const inspector = await form(studio, 'Call');
    await inspector.getByRole('textbox', { name: 'Comment' }).pressSequentially('Calls it', { delay: 60 });
    await expect.poll(() => studio.text()).toContain('"Comment": "Calls it"');
    expect(await studio.text()).toContain('// kept as it is');
    await studio.pick('Rest');
    await page.keyboard.press('Control+Z');
    await expect.poll(() => studio.text()).toBe(FLOW);
  });

  test('opens with Enter and renames everywhere', async ({ studio, page }) => {
    await studio.pick('Rest');
    await page.keyboard.press('Enter');
    const name = page.getByRole('region', { name: 'Inspector' }).getByRole('textbox', { name: 'Name' });
    await name.fill('Pause');
    await name.press('Enter');
    await expect.poll(() => studio.text()).toBe(FLOW.replaceAll('"Rest"', '"Pause"'));
  });

  test('builds a rule of a Choice out of nested groups, and shows what it says on the data', async ({
    studio,
  }) => {
    await studio.setInput('{ "total": 250, "vip": true }');
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.state('Rest')).toHaveAttribute('data-status', 'succeeded');
    const inspector = await form(studio, 'Ask');
    await expect(inspector.getByText('✓ true')).toBeVisible();
    await inspector.getByRole('button', { name: 'All of' }).click();
    await inspector.getByRole('button', { name: 'Add a part' }).click();
    const second = inspector.locator('[data-field="/Choices/0/And/1/Variable"]').getByRole('textbox');
    await second.fill('$.vip');
    await expect
      .poll(async () => (await stateOf(studio, 'Ask'))?.Choices)
      .toEqual([
        {
          And: [
            { Variable: '$.total', NumericGreaterThan: 100 },
            { Variable: '$.vip', IsPresent: true },
          ],
          Next: 'Call',
        },
      ]);
    await inspector
      .locator('[data-field="/Choices/0/And/1/IsPresent"]')
      .getByRole('combobox', { name: 'With' })
      .selectOption('false');
    await expect(inspector.getByText('✗ false')).toBeVisible();
    await expect(studio.page.getByText('$.vip is not present')).not.toHaveCount(0);
  });

  test('adds retriers and catchers', async ({ studio }) => {
    const inspector = await form(studio, 'Call');
    await inspector.getByRole('tab', { name: 'Retry & Catch' }).click();
    await inspector.getByRole('button', { name: 'Add the retrier AWS advises for Lambda' }).click();
    await expect(inspector.getByText('up to 7 s of waiting')).toBeVisible();
    await inspector.getByRole('textbox', { name: 'Retries' }).fill('5');
    await inspector.getByRole('button', { name: 'Add a catcher' }).click();
    await expect
      .poll(async () => {
        const state = await stateOf(studio, 'Call');
        return [(state?.Retry as { MaxAttempts: number }[] | undefined)?.[0]?.MaxAttempts, state?.Catch];
      })
      .toEqual([5, [{ ErrorEquals: ['States.ALL'], Next: 'Ask' }]]);
    await expect(studio.transition('Call', 'catch:0')).toHaveCount(1);
  });

  test('keeps what cannot be read in the field and says why', async ({ studio }) => {
    const inspector = await form(studio, 'Call');
    await inspector.getByRole('tab', { name: 'Input & Output' }).click();
    const parameters = inspector.getByRole('textbox', { name: 'Parameters' });
    await parameters.fill('{ "FunctionName": ');
    await expect(inspector.getByText(/This is not JSON yet/)).toBeVisible();
    await inspector.getByRole('textbox', { name: 'InputPath' }).click();
    await expect(parameters).toHaveValue('{ "FunctionName": ');
    expect(await studio.text()).toBe(FLOW);
    await parameters.fill('{ "FunctionName": "g", "Payload.$": "$.total" }');
    await expect.poll(() => studio.text()).toContain('"FunctionName": "g", "Payload.$": "$.total"');
  });

  test('completes paths from the data of the last run and shows what each field comes to', async ({
    studio,
    page,
  }) => {
    await studio.setInput('{ "total": 250, "customer": { "mail": "a@example.com" } }');
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.state('Rest')).toHaveAttribute('data-status', 'succeeded');
    const inspector = await form(studio, 'Call');
    await inspector.getByRole('tab', { name: 'Input & Output' }).click();
    const path = inspector.getByRole('textbox', { name: 'InputPath' });
    await path.pressSequentially('$.cu');
    await expect(page.getByRole('option', { name: /customer/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(path).toHaveValue('$.customer');
    await expect(inspector.getByRole('button', { name: /^\{"mail":"a@example.com"\}/ })).toBeVisible();
    await path.fill('$.missing');
    await expect(inspector.getByText(/fails: States\.(Runtime|ParameterPathFailure)/)).toBeVisible();
  });

  test('changes how long a Wait waits, shows findings at their field and keeps unknown fields', async ({
    studio,
  }) => {
    const inspector = await form(studio, 'Rest');
    await inspector.getByRole('button', { name: 'Time from data' }).click();
    await expect.poll(async () => (await stateOf(studio, 'Rest'))?.SecondsPath).toBe('$.until');
    await inspector.getByRole('textbox', { name: 'SecondsPath' }).fill('seconds');
    await expect(
      inspector.locator('[data-field="/SecondsPath"]').getByText(/AWS refuses this/),
    ).toBeVisible();
    await expect(inspector.getByRole('region', { name: 'Other fields' })).toContainText('Vendor');
    await inspector.getByRole('button', { name: 'Remove Vendor' }).click();
    await expect.poll(async () => (await stateOf(studio, 'Rest'))?.Vendor).toBeUndefined();
  });

  test('offers a fix beside what is wrong with a field; one Undo takes it back', async ({ studio, page }) => {
    const broken = FLOW.replace('"Payload.$": "$" }', '"Payload": "$.total" }').replace(
      '"Next": "Rest"\n    },\n    "Rest"',
      '"Next": "Rset"\n    },\n    "Rest"',
    );
    await studio.paste(broken);
    await expect(page.locator('[data-missing-state="Rset"]')).toBeVisible();
    const inspector = await form(studio, 'Call');
    const next = inspector.locator('[data-field="/Next"]');
    await expect(next).toContainText('Rset');
    await next.getByRole('button', { name: 'Lead to “Rest”', exact: true }).click();
    await expect(next.getByRole('button', { name: /^Lead to/ })).toHaveCount(0);
    await expect(next).not.toContainText('Rset');
    expect((await stateOf(studio, 'Call'))?.Next).toBe('Rest');
    await inspector.getByRole('tab', { name: 'Input & Output' }).click();
    const parameters = inspector.locator('[data-field="/Parameters"]');
    await expect(parameters).toContainText('“Payload” gets the text $.total itself');
    await parameters.getByRole('button', { name: /Payload\.\$/ }).click();
    await expect(parameters).not.toContainText('itself');
    expect(await studio.text()).toContain('"Payload.$": "$.total"');
    await studio.pick('Call');
    await page.keyboard.press('Control+Z');
    await expect(parameters).toContainText('itself');
    await page.keyboard.press('Control+Z');
    await expect.poll(() => studio.text()).toBe(broken);
  });

  test('has no accessibility violation on any tab, light and dark', async ({ studio, page }) => {
    // Five tabs, twice.
    test.slow();
    const inspector = await form(studio, 'Call');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const tab of await inspector.getByRole('tab').all()) {
        await tab.click();
        const { violations } = await new AxeBuilder({ page }).include('[aria-label="Inspector"]').analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`),
        ).toEqual([]);
      }
    }
  });
});
