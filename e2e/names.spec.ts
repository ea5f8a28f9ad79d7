import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { hold } from './held';
import { boxOf, expect, type Studio, test } from './studio';

const TOTALS = `QueryLanguage: JSONata
StartAt: Begin
States:
  Begin:
    Type: Pass
    # what it costs
    Assign:
      total: "{% $states.input.order.price * 2 %}"
    Next: Take
  Take:
    Type: Pass
    Output: "{% $string($total) & '!' %}"
    End: true
`;

/** The field Output of the state Take, in its form, after a run; the caret in the variable. */
async function output(studio: Studio): Promise<Locator> {
  await studio.paste(TOTALS);
  await expect(studio.state('Take')).toBeVisible();
  await studio.setInput('{ "order": { "price": 21 } }');
  await studio.setSpeed(4);
  await studio.runControl('Run').click();
  await expect(studio.state('Take')).toHaveAttribute('data-status', 'succeeded');
  return outputOfTake(studio);
}

async function outputOfTake(studio: Studio): Promise<Locator> {
  await studio.pick('Take', { clickCount: 2 });
  const inspector = studio.page.getByRole('region', { name: 'Inspector' });
  await expect(inspector.getByRole('textbox', { name: 'Name' })).toHaveValue('Take');
  await inspector.getByRole('tab', { name: /Output/ }).click();
  const field = inspector.getByRole('textbox', { name: 'Output' });
  await caretIn(field, 'total');
  return field;
}

async function caretIn(field: Locator, word: string): Promise<void> {
  await expect(field).toHaveValue(new RegExp(word));
  await field.focus();
  await field.evaluate((area: HTMLTextAreaElement, wanted) => {
    const at = area.value.indexOf(wanted) + 1;
    area.setSelectionRange(at, at);
  }, word);
}

/** Where a word of a field stands on the page. */
async function wordBox(field: Locator, word: string): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y, width, height } = await boxOf(
    field.locator('..').locator('pre span').filter({ hasText: word }),
  );
  return { x: x + width / 2, y: y + height / 2 };
}

test('the pointer on a function or a variable says what it is and what it held', async ({ studio, page }) => {
  const field = await output(studio);
  const about = page.getByRole('status', { name: 'About this' });
  const name = await wordBox(field, '$total');
  await page.mouse.move(name.x, name.y);
  await expect(about).toContainText('$total in the last run');
  await expect(about).toContainText('42');
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Inspector"]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
  const call = await wordBox(field, '$string');
  await page.mouse.move(call.x, call.y);
  await expect(about).toContainText('$string(');
  await page.mouse.move(5, 5);
  await expect(about).toHaveCount(0);

  await field.press('Control+i');
  await expect(about).toContainText('42');
  await field.press('Escape');
  await expect(about).toHaveCount(0);
  await expect(field).toBeFocused();
});

test('F12 and Ctrl+click lead to the state that assigns the variable', async ({ studio, page }) => {
  const field = await output(studio);
  await field.press('F12');
  await expect(studio.state('Begin')).toHaveAttribute('data-selected', 'true');
  const assign = page
    .getByRole('region', { name: 'Inspector' })
    .getByRole('textbox', { name: /Assign|Variables/ });
  await expect(assign).toBeFocused();
  await expect(assign).toHaveValue(/total/);

  await caretIn(assign, 'total');
  await assign.press('F12');
  await expect(page.getByRole('status', { name: 'About this' })).toContainText('in this state');

  const again = await outputOfTake(studio);
  const name = await wordBox(again, '$total');
  await page.keyboard.down('Control');
  await page.mouse.click(name.x, name.y);
  await page.keyboard.up('Control');
  await expect(studio.state('Begin')).toHaveAttribute('data-selected', 'true');
});

test('Shift+F12 lists the uses, and F12 in JSON leads to a state', async ({ studio, page }) => {
  const field = await output(studio);
  await field.press('Shift+F12');
  const uses = page.getByRole('list', { name: 'Uses of total' });
  await expect(uses.getByRole('button')).toHaveText([/^Begin Assign › total/, /^Take Output/]);
  await expect(uses.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(studio.state('Begin')).toHaveAttribute('data-selected', 'true');

  const inspector = page.getByRole('region', { name: 'Inspector' });
  await inspector.getByRole('tab', { name: 'JSON' }).click();
  const whole = inspector.getByRole('textbox', { name: 'All fields, as JSON' });
  await caretIn(whole, 'Take');
  await whole.press('F12');
  await expect(studio.state('Take')).toHaveAttribute('data-selected', 'true');
});

test('a use in the same state leads to its field, with the focus', async ({ studio, page }) => {
  await output(studio);
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await inspector.getByRole('tab', { name: 'JSON' }).click();
  const whole = inspector.getByRole('textbox', { name: 'All fields, as JSON' });
  await caretIn(whole, 'total');
  await whole.press('Shift+F12');
  await page
    .getByRole('list', { name: 'Uses of total' })
    .getByRole('button', { name: /^Take Output/ })
    .click();
  await expect(inspector.getByRole('textbox', { name: 'Output' })).toBeFocused();
  // Nobody is on the way any more: the state's form opens where it is opened.
  await studio.pick('Begin');
  await inspector.getByRole('tab', { name: 'Configuration' }).click();
  await studio.pick('Take');
  await expect(inspector.getByRole('tab', { name: 'Configuration' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('F2 renames a variable wherever it is written, and one Undo takes it back', async ({ studio, page }) => {
  const field = await output(studio);
  await field.press('End');
  await field.pressSequentially(' ');
  await caretIn(field, 'total');
  await field.press('F2');
  const name = page.getByRole('textbox', { name: 'New name of the variable' });
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('total');
  await name.fill('2nd');
  await name.press('Enter');
  await expect(page.getByRole('region', { name: 'Inspector' }).getByRole('alert')).toContainText(
    'cannot be a variable’s name',
  );
  await name.fill('sum');
  await name.press('Enter');
  await expect(field).toHaveValue(/\$string\(\$sum\)/);
  await expect(field).toBeFocused();
  await expect.poll(() => studio.text()).toContain('# what it costs\n    Assign:\n      sum: ');
  await studio.canvas().click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+Z');
  await expect.poll(() => studio.text()).toContain('      total: ');
});

test('a card follows its place when the form is scrolled, and goes with it', async ({ studio, page }) => {
  const field = await output(studio);
  await field.press('Control+i');
  const about = page.getByRole('status', { name: 'About this' });
  await expect(about).toContainText('42');
  const under = async () => {
    const [card, place] = await Promise.all([about.boundingBox(), field.boundingBox()]);
    return card && place ? Math.abs(Math.round(card.y - place.y)) : undefined;
  };
  await expect.poll(under).toBeGreaterThan(0);
  const before = await under();
  await scroll(field, 20);
  await expect.poll(under).toBe(before);
  await scroll(field, 2000);
  await expect(about).toHaveCount(0);
});

/** Scrolls what is around a field, which is made long enough for that. */
async function scroll(field: Locator, by: number): Promise<void> {
  await field.evaluate((area, distance) => {
    let inner = area.parentElement;
    while (
      inner?.parentElement &&
      !['auto', 'scroll'].includes(getComputedStyle(inner.parentElement).overflowY)
    )
      inner = inner.parentElement;
    if (!inner?.parentElement) throw new Error('nothing scrolls around the field');
    inner.style.paddingBottom = '3000px';
    const { scrollTop } = inner.parentElement;
    inner.parentElement.scrollBy(0, distance);
    if (inner.parentElement.scrollTop !== scrollTop + distance) throw new Error('it does not scroll');
  }, by);
}

test('whoever went elsewhere while a name is changed stays there', async ({ studio, page }) => {
  const field = await output(studio);
  await field.press('F2');
  const name = page.getByRole('textbox', { name: 'New name of the variable' });
  await expect(name).toBeFocused();
  await name.fill('sum');
  const { release } = await hold(page, '"type":"fieldSymbol"');
  await name.press('Enter');
  const input = page.getByRole('textbox', { name: 'Execution input' });
  await input.focus();
  await expect(name).toHaveCount(0);
  await release();
  await expect(field).toHaveValue(/\$string\(\$sum\)/);
  await expect(input).toBeFocused();
});
