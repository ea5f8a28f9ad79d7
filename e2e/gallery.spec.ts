import AxeBuilder from '@axe-core/playwright';
import { expect, type Studio, test } from './studio';

const GREETING = '{ "StartAt": "Greet", "States": { "Greet": { "Type": "Pass", "End": true } } }';

const gallery = ({ page }: Studio) => page.getByRole('dialog', { name: 'Examples' });
const filter = (studio: Studio) => gallery(studio).getByRole('textbox', { name: 'Filter the examples' });
const card = (studio: Studio, title: string) =>
  gallery(studio).getByRole('button', { name: title, exact: true });
const empty = ({ page }: Studio) => page.getByRole('region', { name: 'No states yet' });

async function choose({ page }: Studio, item: string) {
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

async function violations({ page }: Studio) {
  const { violations: found } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

test.describe('the gallery', () => {
  test('an example is found by what it shows, opened, and runs as its card says', async ({
    studio,
    page,
  }) => {
    await studio.setSpeed(4);
    const before = await studio.text();
    await choose(studio, 'Examples…');
    await expect(gallery(studio).getByRole('listitem')).toHaveCount(15);
    await filter(studio).fill('saga');
    await expect(gallery(studio).getByRole('listitem')).toHaveCount(1);
    await card(studio, 'Trip booking').click();
    await expect(gallery(studio)).toBeHidden();
    await expect(studio.state('Book flight')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Name of the workflow' })).toHaveValue('trip-booking');
    await expect(studio.tab(/Services NoCarLeft/)).toBeVisible();
    await studio.runControl('Run').click();
    await expect(studio.state('Trip not booked')).toHaveAttribute('data-status', 'failed');
    await expect(studio.state('Cancel hotel')).toHaveAttribute('data-status', 'succeeded');
    await expect(studio.result()).toContainText('SoldOut');

    await page.keyboard.press('Control+Z');
    await expect(studio.state('Validate order')).toBeVisible();
    expect(await studio.text()).toBe(before);
    await expect(page.getByRole('textbox', { name: 'Execution input' })).toHaveValue(/"O-1042"/);
    await expect(studio.tab(/Services CardSystemBusy/)).toBeVisible();
  });

  test('an Express example with a second state machine and S3 objects brings them along', async ({
    studio,
    page,
  }) => {
    await studio.setSpeed(4);
    await choose(studio, 'Examples…');
    await card(studio, 'IoT ingestion').click();
    await expect(studio.state('Clean readings')).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Type' })).toHaveValue('EXPRESS');
    await studio.runControl('Run').click();
    await expect(studio.state('Raise alarm')).toHaveAttribute('data-status', 'succeeded');

    await choose(studio, 'Examples…');
    await card(studio, 'Customer onboarding').click();
    await studio.tab(/Services/).click();
    await expect(page.getByRole('textbox', { name: 'Name of state machine 1' })).toHaveValue(
      'verify-identity',
    );

    await choose(studio, 'Examples…');
    await card(studio, 'CSV import').click();
    await expect(page.getByRole('textbox', { name: 'Bucket of object 1' })).toHaveValue('acme-imports');
    await studio.runControl('Run').click();
    await expect(studio.state('Read manifest')).toHaveAttribute('data-status', 'succeeded');
    await expect(studio.state('Row unusable')).toHaveAttribute('data-status', 'failed');
  });

  test('works with the keyboard alone', async ({ studio, page }) => {
    await studio.setSpeed(4);
    await page.getByRole('button', { name: 'Open', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Open files…' })).toBeFocused();
    await page.keyboard.press('End');
    await expect(page.getByRole('menuitem', { name: 'Examples…' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(filter(studio)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(card(studio, 'Order processing')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(card(studio, 'Loan approval')).toBeFocused();
    await page.keyboard.press('End');
    await expect(card(studio, 'Warehouse picking')).toBeFocused();
    await page.keyboard.type('night');
    await expect(filter(studio)).toHaveValue('night');
    await page.keyboard.press('Escape');
    await expect(gallery(studio)).toBeHidden();
    await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeFocused();

    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Open files…' })).toBeFocused();
    await page.keyboard.press('End');
    await expect(page.getByRole('menuitem', { name: 'Examples…' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(filter(studio)).toBeFocused();
    await page.keyboard.type('underwriter');
    await expect(gallery(studio).getByRole('listitem')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(studio.state('Ask underwriter')).toBeVisible();
    await page.keyboard.press('F5');
    await expect(studio.state('Write to applicant')).toHaveAttribute('data-status', 'succeeded');
  });

  test('says when nothing matches, and shows all again', async ({ studio, page }) => {
    await choose(studio, 'Examples…');
    await filter(studio).fill('zebra');
    await expect(gallery(studio).getByRole('status')).toContainText('No example matches “zebra”.');
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect(gallery(studio).getByRole('listitem')).toHaveCount(15);
    await expect(filter(studio)).toBeFocused();
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`has no accessibility violation, ${scheme}, nor has the empty canvas`, async ({ studio, page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await choose(studio, 'Examples…');
      await expect(gallery(studio).getByRole('listitem')).toHaveCount(15);
      expect(await violations(studio)).toEqual([]);
      await page.keyboard.press('Escape');
      await choose(studio, 'New workflow');
      await expect(empty(studio)).toBeVisible();
      expect(await violations(studio)).toEqual([]);
    });
  }
});

test.describe('a workflow without states', () => {
  test.beforeEach(async ({ studio }) => {
    await choose(studio, 'New workflow');
    await expect(empty(studio)).toBeVisible();
  });

  test('takes a definition from the clipboard', async ({ studio, page }) => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), GREETING);
    await empty(studio).getByRole('button', { name: 'Paste a definition' }).click();
    await expect(studio.state('Greet')).toBeVisible();
    await expect(empty(studio)).toBeHidden();
    expect(await studio.text()).toBe(GREETING);
  });

  test('says when there is nothing in the clipboard', async ({ studio, page }) => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await empty(studio).getByRole('button', { name: 'Paste a definition' }).click();
    await expect(page.getByText('There is no text in the clipboard.')).toBeVisible();
  });

  test('leads to the examples', async ({ studio }) => {
    await empty(studio).getByRole('button', { name: 'Open an example' }).click();
    await card(studio, 'Data quality').click();
    await expect(studio.state('Good enough?')).toBeVisible();
  });

  test('starts blank with the choice of the first state', async ({ studio, page }) => {
    await empty(studio).getByRole('button', { name: 'Start blank' }).click();
    await expect(page.getByText('Add the first state')).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Search what to add' })).toBeFocused();
    await page.keyboard.type('wait');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Name of Wait' })).toBeFocused();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('First');
    await page.keyboard.press('Enter');
    await expect(studio.state('First')).toBeVisible();
    expect(await studio.definition()).toMatchObject({
      StartAt: 'First',
      States: { First: { Type: 'Wait' } },
    });
  });

  test('is there again when the whole text is deleted; Undo brings everything back', async ({
    studio,
    page,
  }) => {
    await page.keyboard.press('Control+Z');
    await expect(studio.state('Validate order')).toBeVisible();
    await studio.editor().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await expect(empty(studio)).toBeVisible();
    await page.keyboard.press('Control+Z');
    await expect(studio.state('Validate order')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Execution input' })).toHaveValue(/"O-1042"/);
  });
});
