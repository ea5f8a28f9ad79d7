import { boxOf, expect, type Studio, test } from './studio';

const CHAIN = `{
  "StartAt": "One",
  "States": {
    "One": { "Type": "Pass", "Next": "Two" },
    "Two": { "Type": "Pass", "End": true }
  }
}`;

const quickAdd = ({ page }: Studio) => page.getByRole('combobox', { name: 'Search what to add' });

async function open(studio: Studio, text: string) {
  await studio.paste(text);
  await expect(studio.state('Two')).toBeVisible();
  await studio.still();
}

test.describe('adding', () => {
  test('a service action by drag, with its arguments in the query language of the document', async ({
    studio,
    page,
  }) => {
    await open(studio, CHAIN);
    await page.getByRole('searchbox', { name: 'Search the palette' }).fill('putitem');
    await studio.drag(
      page.locator('[data-palette-item="action:dynamodb:putItem"]'),
      await studio.onTransition('One', 'next', 0.5),
    );
    await expect(studio.state('DynamoDB: PutItem')).toBeVisible();
    await page.keyboard.press('Escape');
    expect((await studio.definition()).States['DynamoDB: PutItem']).toMatchObject({
      Resource: 'arn:aws:states:::dynamodb:putItem',
      Parameters: expect.anything(),
      Next: 'Two',
    });

    await open(studio, CHAIN.replace('{', '{\n  "QueryLanguage": "JSONata",'));
    await expect(studio.state('DynamoDB: PutItem')).toHaveCount(0);
    await studio.drag(
      page.locator('[data-palette-item="action:dynamodb:putItem"]'),
      await studio.onTransition('One', 'next', 0.5),
    );
    await expect(studio.state('DynamoDB: PutItem')).toBeVisible();
    await page.keyboard.press('Escape');
    expect((await studio.definition()).States['DynamoDB: PutItem']).toMatchObject({
      Arguments: expect.anything(),
    });
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.state('Two')).toHaveAttribute('data-status', 'succeeded');
  });

  test('a pattern by drag: several states that belong together, and run', async ({ studio, page }) => {
    await open(studio, CHAIN);
    await page.getByRole('searchbox', { name: 'Search the palette' }).fill('saga');
    const item = page.locator('[data-palette-item^="pattern:"]').first();
    await studio.drag(item, await studio.onTransition('One', 'next', 0.5));
    await expect.poll(async () => Object.keys((await studio.definition()).States).length).toBeGreaterThan(4);
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.state('Two')).toHaveAttribute('data-status', 'succeeded');
  });

  test('onto End, and into a branch that is empty', async ({ studio, page }) => {
    await open(
      studio,
      JSON.stringify({
        StartAt: 'Both',
        States: {
          Both: {
            Type: 'Parallel',
            Branches: [
              { StartAt: 'Two', States: { Two: { Type: 'Pass', End: true } } },
              { StartAt: '', States: {} },
            ],
            End: true,
          },
        },
      }),
    );
    const end = await boxOf(page.locator('.react-flow__node', { hasText: /^End$/ }));
    await studio.drag(studio.paletteItem('Wait'), { x: end.x + end.width / 2, y: end.y + end.height / 2 });
    await expect.poll(async () => (await studio.definition()).States.Both?.Next).toBe('Wait');
    await page.keyboard.press('Escape');
    await studio.still();
    const container = await boxOf(page.locator('.react-flow__node-container'));
    const inside = await boxOf(studio.state('Two'));
    const right = (inside.x + inside.width + container.x + container.width) / 2;
    await studio.drag(studio.paletteItem('Pass'), { x: right, y: inside.y + inside.height / 2 });
    await expect
      .poll(async () => {
        const branches = (await studio.definition()).States.Both?.Branches as readonly {
          readonly StartAt: string;
        }[];
        return branches[1]?.StartAt;
      })
      .toBe('Pass');
  });

  test('what is asked for: by key, by double-click, by "+", and by letting go of a connection', async ({
    studio,
    page,
  }) => {
    await open(studio, CHAIN);
    await studio.pick('One');
    await page.keyboard.press('a');
    await expect(quickAdd(studio)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(studio.state('One')).toBeFocused();

    const area = await boxOf(studio.canvas());
    await page.mouse.dblclick(area.x + 60, area.y + 200);
    await expect(quickAdd(studio)).toBeFocused();
    await page.keyboard.press('Escape');

    const middle = await studio.onTransition('One', 'next', 0.5);
    await page.mouse.move(middle.x, middle.y);
    await page.locator('[data-transition-button="/States/One#next"]').click();
    await expect(quickAdd(studio)).toBeFocused();
    await page.keyboard.type('succeed');
    await page.keyboard.press('Escape');

    await studio.still();
    const two = await boxOf(studio.state('Two'));
    await studio.state('Two').hover();
    const handle = await boxOf(
      page.locator('.react-flow__node', { has: studio.state('Two') }).locator('[data-handle="next"]'),
    );
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(two.x - 120, two.y + 30, { steps: 8 });
    await page.mouse.up();
    await expect(quickAdd(studio)).toBeFocused();
    await page.keyboard.type('wait');
    await page.keyboard.press('Enter');
    await expect(studio.state('Wait')).toBeVisible();
    await page.keyboard.press('Escape');
    expect((await studio.definition()).States.Two).toMatchObject({ Next: 'Wait' });
  });
});
