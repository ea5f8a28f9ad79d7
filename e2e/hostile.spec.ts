import { expect, type Studio, test } from './studio';

/** One state that does its worst, and what is to be said of it. */
const machine = (state: object) => ({
  StartAt: 'Worst',
  States: {
    Worst: { QueryLanguage: 'JSONata', Type: 'Pass', ...state, End: true },
  },
});

const WORST: readonly (readonly [what: string, definition: object, error: RegExp])[] = [
  [
    'a function that calls itself for ever',
    machine({ Output: '{% ($f := function($n) { 1 + $f($n + 1) }; $f(0)) %}' }),
    /States\.QueryEvaluationError/,
  ],
  [
    'a loop that takes no depth',
    machine({ Output: '{% ($f := function($n) { $f($n + 1) }; $f(0)) %}' }),
    /States\.QueryEvaluationError/,
  ],
  [
    'a range of a hundred million items',
    machine({ Output: '{% [1..100000000] %}' }),
    /States\.QueryEvaluationError/,
  ],
  [
    'a list of lists that grows with each item',
    machine({
      Output: '{% $reduce([1..40], function($all, $n) { $append($all, $all) }, ["a long text in a list"]) %}',
    }),
    /States\.(QueryEvaluationError|DataLimitExceeded)/,
  ],
  [
    'a pattern that never decides',
    machine({ Output: "{% $match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /^(a+)+$/) %}" }),
    /States\.QueryEvaluationError/,
  ],
  [
    'code in place of an expression',
    machine({ Output: "{% $eval('1 + 1') %}" }),
    /States\.QueryEvaluationError/,
  ],
];

async function run(studio: Studio, definition: object, state = 'Worst') {
  await studio.paste(JSON.stringify(definition));
  await expect(studio.state(state)).toBeVisible();
  await studio.setSpeed(4);
  await studio.runControl('Run').click();
}

test.describe('a hostile definition', () => {
  for (const [what, definition, error] of WORST) {
    test(`${what} ends in a clear error, with the page alive and the history whole`, async ({
      studio,
      page,
    }) => {
      await run(studio, definition);
      await expect(studio.result()).toContainText(error, { timeout: 30_000 });
      await expect(studio.state('Worst')).toHaveAttribute('data-status', 'failed');
      await studio.tab(/History/).click();
      await expect(page.getByRole('button', { name: 'ExecutionFailed' })).toBeVisible();

      // Alive: the next run is as good as any.
      await studio.tab(/Input/).click();
      const well = { Type: 'Pass', Result: 'well', End: true };
      await run(studio, { StartAt: 'Well', States: { Well: well } }, 'Well');
      await expect(studio.result().getByRole('textbox', { name: 'Output' })).toHaveValue('"well"');
    });
  }

  test('keys that objects are born with are keys like any other', async ({ studio, page }) => {
    const result = '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}';
    await studio.paste(
      `{"StartAt":"__proto__","States":{"__proto__":{"Type":"Pass","Result":${result},"Next":"constructor"},"constructor":{"Type":"Pass","End":true}}}`,
    );
    await expect(studio.state('__proto__')).toBeVisible();
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    const output = studio.result().getByRole('textbox', { name: 'Output' });
    await expect(output).toHaveValue(/"__proto__"/);
    await expect(output).toHaveValue(/"constructor"/);
    await expect(studio.state('constructor')).toHaveAttribute('data-status', 'succeeded');
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  });

  test('names that are markup are shown as they are written', async ({ studio, page }) => {
    const name = '<img src=x onerror="document.title=1">';
    const states = {
      [name]: { Type: 'Pass', Comment: '<b>bold</b>', Result: '<script>1</script>', End: true },
    };
    await studio.paste(JSON.stringify({ StartAt: name, States: states }));
    await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
    await studio.setSpeed(4);
    await studio.runControl('Run').click();
    await expect(studio.result().getByRole('textbox', { name: 'Output' })).toHaveValue(
      '"<script>1</script>"',
    );
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
    expect(await page.title()).not.toBe('1');
  });
});

test('nothing that did not come with the page can run in it', async ({ studio, page }) => {
  await expect(studio.canvas()).toBeVisible();
  const response = await page.request.get('/');
  const policy = response.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
});
