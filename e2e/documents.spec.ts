import type { Locator, Page } from '@playwright/test';
import { expect, type Studio, test } from './studio';

const pass = (state: string) =>
  JSON.stringify({ StartAt: state, States: { [state]: { Type: 'Pass', End: true } } }, null, 2);

const SAM = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Billing:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
        StartAt: Bill
        States: { Bill: { Type: Pass, End: true } }
  Shipping:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
        StartAt: Ship
        States: { Ship: { Type: Pass, End: true } }
  Returns:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
        StartAt: Take back
        States: { Take back: { Type: Pass, End: true } }
`;

const WAITING = JSON.stringify({
  StartAt: 'Rest',
  States: { Rest: { Type: 'Wait', Seconds: 3000, Next: 'Done' }, Done: { Type: 'Succeed' } },
});

/** Drops files on the page. */
async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(all)) data.items.add(new File([text], name));
    return data;
  }, files);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

const tabs = (page: Page): Locator => page.getByRole('tablist', { name: 'Open workflows' }).getByRole('tab');
const tab = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('tablist', { name: 'Open workflows' }).getByRole('tab', { name });
const shown = (page: Page): Locator => page.getByRole('textbox', { name: 'Name of the workflow' });

async function dropTwo(studio: Studio, page: Page): Promise<void> {
  await drop(page, { 'alpha.asl.json': pass('Alpha'), 'beta.asl.json': pass('Beta') });
  await expect(studio.state('Alpha')).toBeVisible();
  await expect(tabs(page)).toHaveCount(3);
}

test.describe('several workflows', () => {
  test('three files are three workflows; the one that is none is said, and nothing is lost', async ({
    studio,
    page,
  }) => {
    await expect(tabs(page)).toHaveCount(0);
    await drop(page, {
      'alpha.asl.json': pass('Alpha'),
      'picture.png': 'PNG\0\0\0',
      'beta.asl.json': pass('Beta'),
    });
    await expect(studio.state('Alpha')).toBeVisible();
    await expect(page.getByText('picture.png is not a text file and was not opened.')).toBeVisible();
    await expect(tabs(page)).toHaveText(['order-processing', 'alpha', 'beta']);
    await expect(tab(page, 'alpha')).toHaveAttribute('aria-selected', 'true');
    await expect(shown(page)).toHaveValue('alpha');
    await tab(page, 'order-processing').click();
    await expect(studio.state('Validate order')).toBeVisible();
    await expect(studio.state('Alpha')).toHaveCount(0);
  });

  test('each keeps its undo, its selection and its input', async ({ studio, page }) => {
    await dropTwo(studio, page);
    await studio.pick('Alpha');
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('First');
    await page.keyboard.press('Enter');
    await expect(studio.state('First')).toHaveAttribute('aria-pressed', 'true');
    await studio.setInput('{"of": "alpha"}');
    await tab(page, 'beta').click();
    await expect(studio.state('Beta')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Execution input' })).not.toHaveValue('{"of": "alpha"}');
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
    await tab(page, 'alpha').click();
    await expect(studio.state('First')).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('textbox', { name: 'Execution input' })).toHaveValue('{"of": "alpha"}');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(studio.state('Alpha')).toBeVisible();
    expect(await studio.text()).toBe(pass('Alpha'));
    await expect(studio.editor()).toContainText('Alpha');
  });

  test('a reload brings all of them back, the same one on show', async ({ studio, page }) => {
    await dropTwo(studio, page);
    await tab(page, 'beta').click();
    await shown(page).fill('second');
    await expect(tab(page, 'second')).toBeVisible();
    await page.reload();
    await expect(studio.state('Beta')).toBeVisible();
    await expect(tabs(page)).toHaveText(['order-processing', 'alpha', 'second']);
    await expect(tab(page, 'second')).toHaveAttribute('aria-selected', 'true');
    await tab(page, 'alpha').click();
    await expect(studio.state('Alpha')).toBeVisible();
    expect(await studio.text()).toBe(pass('Alpha'));
  });

  test('closed by the cross, the middle button and Delete; Undo brings it back', async ({ studio, page }) => {
    await dropTwo(studio, page);
    // On Linux the middle button pastes what was selected last: not here.
    await shown(page).press('Control+A');
    await tab(page, 'beta').click({ button: 'middle' });
    await expect(tabs(page)).toHaveText(['order-processing', 'alpha']);
    await page.getByText('Closed “beta”.').locator('..').getByRole('button', { name: 'Undo' }).click();
    await expect(tabs(page)).toHaveText(['order-processing', 'alpha', 'beta']);
    await expect(studio.state('Beta')).toBeVisible();
    await tab(page, 'beta').locator('[data-close]').click();
    await expect(studio.state('Alpha')).toBeVisible();
    await tab(page, 'alpha').focus();
    await page.keyboard.press('ArrowLeft');
    await expect(tab(page, 'order-processing')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(studio.state('Validate order')).toBeVisible();
    await page.keyboard.press('Delete');
    await expect(tabs(page)).toHaveCount(0);
    await expect(studio.state('Alpha')).toBeVisible();
    await page.reload();
    await expect(studio.state('Alpha')).toBeVisible();
    await expect(tabs(page)).toHaveCount(0);
  });

  test('all machines of a template are opened at once', async ({ studio, page }) => {
    await drop(page, { 'template.yaml': SAM });
    await expect(studio.state('Bill')).toBeVisible();
    await page.getByRole('button', { name: 'Open all 3' }).click();
    await expect(tabs(page)).toHaveText(['Billing', 'Shipping', 'Returns']);
    await expect(studio.state('Bill')).toBeVisible();
    await tab(page, 'Returns').click();
    await expect(studio.state('Take back')).toBeVisible();
  });

  test('Ctrl+K leads to the others, and closes', async ({ studio, page }) => {
    await dropTwo(studio, page);
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('combobox', { name: /^Search states/ })).toBeFocused();
    await page.keyboard.type('beta');
    await page.keyboard.press('Enter');
    await expect(studio.state('Beta')).toBeVisible();
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('combobox', { name: /^Search states/ })).toBeFocused();
    await page.keyboard.type('>close workflow');
    await page.keyboard.press('Enter');
    await expect(tabs(page)).toHaveText(['order-processing', 'alpha']);
    await expect(studio.state('Beta')).toHaveCount(0);
  });

  test('a run stays open while another workflow is on show, and is shown with its own only', async ({
    studio,
    page,
  }) => {
    await studio.paste(WAITING);
    await expect(studio.state('Rest')).toBeVisible();
    await drop(page, { 'alpha.asl.json': pass('Alpha'), 'beta.asl.json': pass('Beta') });
    await expect(studio.state('Alpha')).toBeVisible();
    await tab(page, 'workflow').click();
    await studio.runControl('Step').click();
    await expect(studio.runControl('Continue')).toBeVisible();
    await expect(studio.state('Rest')).toHaveAttribute('data-status', 'waiting');
    await tab(page, 'alpha').click();
    await expect(tab(page, 'workflow, its run is not over')).toBeVisible();
    await expect(studio.runControl('Run')).toBeEnabled();
    await expect(studio.state('Alpha')).toHaveAttribute('data-status', 'notStarted');
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.state('Alpha')).toHaveAttribute('data-status', 'succeeded');
    await tab(page, /^workflow/).click();
    await expect(studio.state('Rest')).toHaveAttribute('data-status', 'waiting');
    await studio.runControl('Stop').click();
    await expect(studio.state('Rest')).toHaveAttribute('data-status', 'aborted');
    await tab(page, 'alpha').click();
    await expect(studio.state('Alpha')).toHaveAttribute('data-status', 'succeeded');
    await page.reload();
    await expect(studio.state('Alpha')).toHaveAttribute('data-status', 'succeeded');
    await tab(page, 'workflow').click();
    await expect(studio.state('Rest')).toHaveAttribute('data-status', 'aborted');
  });
});
