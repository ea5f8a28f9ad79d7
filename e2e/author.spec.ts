import { boxOf, expect, type Studio, test } from './studio';

const CHAIN = `{
  // three in a row
  "StartAt": "One",
  "States": {
    "One": { "Type": "Pass", "Next": "Two" },
    "Two": { "Type": "Pass", "Next": "Three" },
    "Three": { "Type": "Pass", "End": true }
  }
}`;

async function chain(studio: Studio) {
  await studio.paste(CHAIN);
  await expect(studio.state('Three')).toBeVisible();
  await studio.still();
}

test.describe('author by drag and drop', () => {
  for (const type of ['Pass', 'Task', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map']) {
    test(`a ${type} dragged from the palette onto an edge is inserted there`, async ({ studio }) => {
      await chain(studio);
      await studio.drag(studio.paletteItem(type), await studio.onTransition('One', 'next', 0.5));
      await expect(studio.page.getByRole('textbox', { name: `Name of ${type}` })).toBeFocused();
      await studio.page.keyboard.press('Escape');
      await expect(studio.state(type)).toBeFocused();
      const text = await studio.text();
      expect(text).toContain(`"Type": "${type}"`);
      expect(text).toContain('// three in a row');
      expect(text).not.toContain('"One": { "Type": "Pass", "Next": "Two" }');
      expect(text).toContain('"Three": { "Type": "Pass", "End": true }');
      await studio.page.keyboard.press('Control+Z');
      await expect.poll(() => studio.text()).toBe(CHAIN);
    });
  }

  test('renaming a state changes every name that leads to it', async ({ studio, page }) => {
    await chain(studio);
    await studio.pick('Two');
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Middle');
    await page.keyboard.press('Enter');
    await expect(studio.state('Middle')).toBeVisible();
    expect(await studio.text()).toBe(CHAIN.replaceAll('"Two"', '"Middle"'));
  });

  test('deleting a state joins its neighbours', async ({ studio, page }) => {
    await chain(studio);
    await studio.pick('Two');
    await page.keyboard.press('Delete');
    await expect(studio.state('Two')).toHaveCount(0);
    await expect(studio.transition('One', 'next')).toHaveCount(1);
    const text = await studio.text();
    expect(text).toContain('"One": { "Type": "Pass", "Next": "Three" }');
    expect(text).toContain('// three in a row');
  });

  test("dragging an edge's end to another state changes where it leads", async ({ studio, page }) => {
    await chain(studio);
    const end = await studio.onTransition('One', 'next', 0.9);
    const target = await boxOf(studio.state('Three'));
    await page.mouse.move(end.x, end.y);
    await page.mouse.down();
    await page.mouse.move(target.x + target.width / 2, target.y - 10, { steps: 10 });
    await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => studio.text()).toBe(CHAIN.replace('"Next": "Two"', '"Next": "Three"'));
  });

  test('canvas and editor show the same selection', async ({ studio, page }) => {
    await studio.pick('Charge card');
    await expect(studio.editor()).toContainText('charge-card');
    await studio.canvas().click({ position: { x: 8, y: 120 } });
    await expect(studio.state('Charge card')).toHaveAttribute('data-selected', 'false');
    await page.locator('.view-line', { hasText: 'charge-card' }).click();
    await expect(studio.state('Charge card')).toHaveAttribute('data-selected', 'true');
  });

  test('one undo log serves the canvas and the editor', async ({ studio, page }) => {
    await chain(studio);
    await studio.pick('Two');
    await page.keyboard.press('Delete');
    await expect(studio.state('Two')).toHaveCount(0);
    await page.locator('.view-line', { hasText: 'three in a row' }).click();
    await page.keyboard.press('End');
    // All at once, as one burst of typing: keys that come slowly are taken back one after the other.
    await page.keyboard.insertText(' or two');
    await expect.poll(() => studio.text()).toContain('three in a row or two');
    await page.locator('.view-line', { hasText: 'three in a row' }).click();
    await page.keyboard.press('Control+Z');
    await expect.poll(() => studio.text()).not.toContain('or two');
    await studio.canvas().click({ position: { x: 8, y: 120 } });
    await page.keyboard.press('Control+Z');
    await expect(studio.state('Two')).toBeVisible();
    expect(await studio.text()).toBe(CHAIN);
    await page.keyboard.press('Control+Shift+Z');
    await page.keyboard.press('Control+Y');
    await expect.poll(() => studio.text()).toContain('three in a row or two');
  });

  test('a refused gesture says why and changes nothing', async ({ studio, page }) => {
    await chain(studio);
    await studio.pick('Two');
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('One');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/already/).first()).toBeVisible();
    await page.keyboard.press('Escape');
    expect(await studio.text()).toBe(CHAIN);
  });
});

test.describe('copies', () => {
  const CHAIN = JSON.stringify(
    {
      StartAt: 'Fetch',
      States: {
        Fetch: { Type: 'Pass', Next: 'Each' },
        Each: {
          Type: 'Map',
          ItemProcessor: { StartAt: 'Inner', States: { Inner: { Type: 'Pass', End: true } } },
          End: true,
        },
      },
    },
    null,
    2,
  );

  test('Ctrl+D duplicates a state into the chain, inside and all, and one undo takes it back', async ({
    studio,
    page,
  }) => {
    await studio.paste(CHAIN);
    await studio.pick('Each', { position: { x: 40, y: 12 } });
    await page.keyboard.press('Control+D');
    await expect(studio.state('Each (2)')).toBeVisible();
    await expect(studio.state('Inner (2)')).toBeVisible();
    await expect(studio.transition('Each', 'next')).toHaveCount(1);
    await page.keyboard.press('Control+Z');
    await expect(studio.state('Each (2)')).toHaveCount(0);
    expect(await studio.text()).toBe(CHAIN);
  });

  test('a state is cut, copied and pasted as text', async ({ studio, page }) => {
    await studio.paste(CHAIN);
    await studio.pick('Fetch');
    await page.keyboard.press('Control+C');
    await expect.poll(() => studio.clipboard()).toContain('"Fetch": {');
    await page.keyboard.press('Control+V');
    await expect(studio.state('Fetch (2)')).toBeVisible();
    expect((await studio.definition()).States.Fetch).toMatchObject({ Next: 'Fetch (2)' });

    await studio.pick('Fetch (2)');
    await page.keyboard.press('Control+X');
    await expect(studio.state('Fetch (2)')).toHaveCount(0);
    await expect.poll(() => studio.clipboard()).toContain('"Fetch (2)": {');
    await studio.pick('Fetch');
    await page.evaluate(() =>
      navigator.clipboard.writeText('"Pause": { "Type": "Wait", "Seconds": 5, "End": true },'),
    );
    await page.keyboard.press('Control+V');
    await expect(studio.state('Pause')).toBeVisible();
    expect((await studio.definition()).States.Pause).toEqual({ Type: 'Wait', Seconds: 5, Next: 'Each' });
  });

  test('the toolbar of a state duplicates it', async ({ studio, page }) => {
    await studio.paste(CHAIN);
    await studio.pick('Fetch');
    await page
      .getByRole('toolbar', { name: 'Actions on Fetch' })
      .getByRole('button', { name: 'Duplicate' })
      .click();
    await expect(studio.state('Fetch (2)')).toBeVisible();
  });
});
