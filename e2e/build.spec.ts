import { boxOf, expect, type Studio, test } from './studio';

/** Names of all states, those inside containers included. */
function namesIn(scope: unknown): readonly string[] {
  if (typeof scope !== 'object' || scope === null) return [];
  return Object.entries(scope).flatMap(([key, value]) =>
    key === 'States' ? [...Object.keys(value), ...Object.values(value).flatMap(namesIn)] : namesIn(value),
  );
}

async function newWorkflow(studio: Studio) {
  await studio.page.getByRole('button', { name: 'Open', exact: true }).click();
  await studio.page.getByRole('menuitem', { name: 'New workflow', exact: true }).click();
  await expect(studio.page.getByRole('heading', { name: 'No states yet' })).toBeVisible();
}

test.describe('a workflow of twelve states from nothing', () => {
  test('is built and run with the keyboard alone', async ({ studio, page }) => {
    test.slow();
    const found = () => page.getByRole('listbox').getByRole('option');
    const name = async (text: string) => {
      const field = page.getByRole('textbox', { name: /^Name of/ }).last();
      await expect(field).toBeFocused();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await expect(studio.state(text)).toBeFocused();
    };
    const choose = async (what: string, text: string) => {
      await expect(page.getByRole('combobox', { name: 'Search what to add' })).toBeFocused();
      await page.keyboard.type(what);
      await expect(found().first()).toContainText(new RegExp(what, 'i'));
      await page.keyboard.press('Enter');
      await name(text);
    };
    const add = async (what: string, text: string) => {
      await page.keyboard.press('a');
      await choose(what, text);
    };
    const rename = async (text: string) => {
      await page.keyboard.press('F2');
      await name(text);
    };
    const goTo = async (state: string) => {
      await page.keyboard.press('Control+K');
      const field = page.getByRole('combobox', { name: /^Search states/ });
      await expect(field).toBeFocused();
      await page.keyboard.type(`@${state}`);
      await expect(found().first()).toContainText(state);
      await page.keyboard.press('Enter');
      await expect(studio.state(state)).toBeFocused();
    };

    await page.keyboard.press('Control+K');
    await expect(page.getByRole('combobox', { name: /^Search states/ })).toBeFocused();
    await page.keyboard.type('>new workflow');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /Start blank/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await choose('pass', 'Read order');
    await add('choice', 'Large?');
    await add('task', 'Review');
    await add('pass', 'Approved');
    await page.keyboard.press('ArrowDown');
    await rename('Done');
    // The rule's transition: what is added there comes before what it led to.
    await goTo('Large?');
    await page.keyboard.press('Alt+ArrowDown');
    await add('parallel', 'Prepare');
    await add('map', 'Each part');
    await add('wait', 'Let it rest');
    await goTo('Prepare');
    await page.keyboard.press('Enter');
    await rename('Reserve');
    await add('task', 'Pack');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await rename('Invoice');
    await page.keyboard.press('Escape');
    await expect(studio.state('Prepare')).toBeFocused();
    await goTo('Each part');
    await page.keyboard.press('Enter');
    await rename('Label');

    const definition = await studio.definition();
    expect([...namesIn(definition)].sort()).toEqual(
      [
        ...['Approved', 'Done', 'Each part', 'Invoice', 'Label', 'Large?', 'Let it rest', 'Pack', 'Prepare'],
        ...['Read order', 'Reserve', 'Review'],
      ].sort(),
    );
    expect(definition.States['Large?']).toMatchObject({ Choices: [{ Next: 'Prepare' }], Default: 'Review' });
    await page.keyboard.press('F5');
    await expect(studio.state('Done')).toHaveAttribute('data-status', 'succeeded', { timeout: 20_000 });
    await expect(studio.state('Label')).toHaveAttribute('data-status', 'succeeded');
  });

  test('is built and run with the mouse alone', async ({ studio, page }) => {
    test.slow();
    await newWorkflow(studio);
    // A menu that is opened before the field for the name is there would be closed by it.
    const named = () => expect(page.getByRole('textbox', { name: /^Name of/ }).last()).toBeFocused();
    const put = async (type: string, on: string) => {
      const count = namesIn(await studio.definition()).length;
      const line = page.locator(`[data-transition-id="${on}"]`);
      await expect(line).toHaveCount(1);
      // All of it is in sight before anything is dragged there.
      await page.getByRole('button', { name: 'Fit to view' }).click();
      await expect
        .poll(async () => {
          const [box, area] = [await line.boundingBox(), await boxOf(studio.canvas())];
          return box !== null && box.y > area.y && box.y + box.height < area.y + area.height;
        })
        .toBe(true);
      await studio.still();
      const middle = await line.evaluate((element) => {
        const path = element as SVGPathElement;
        const { x, y } = path
          .getPointAtLength(path.getTotalLength() * 0.5)
          .matrixTransform(path.getScreenCTM() ?? new DOMMatrix());
        return { x, y };
      });
      await studio.drag(studio.paletteItem(type), middle);
      await named();
      await expect.poll(async () => namesIn(await studio.definition()).length).toBeGreaterThan(count);
    };
    const area = await boxOf(studio.canvas());
    await studio.drag(studio.paletteItem('Pass'), { x: area.x + area.width / 2, y: area.y + 60 });
    await named();
    await expect.poll(async () => namesIn(await studio.definition())).toEqual(['Pass']);
    await put('Choice', '/States/Pass#end');
    await put('Task', '/States/Choice#default');
    await put('Parallel', '/States/Choice#choice:0');
    await put('Map', '/States/Parallel#next');
    await put('Wait', '/States/Map#next');
    const inside = async (container: string) => {
      const id = page.locator(`[data-transition-id^="/States/${container}/"][data-transition-id$="#end"]`);
      return (await id.first().getAttribute('data-transition-id')) ?? '';
    };
    await put('Pass', await inside('Parallel'));
    await put('Wait', await inside('Map'));
    expect(namesIn(await studio.definition())).toHaveLength(12);
    await studio.setSpeed('Instant');
    await studio.runControl('Run').click();
    await expect(studio.state('Succeed')).toHaveAttribute('data-status', 'succeeded', { timeout: 20_000 });
    await expect(studio.state('Wait')).toHaveAttribute('data-status', 'succeeded');
  });
});
