import { boxOf, expect, test } from './studio';

/** Notices stay for as long as the test looks at them. */
const STAY = () => {
  const { setTimeout } = window;
  window.setTimeout = ((act: TimerHandler, wait?: number, ...rest: unknown[]) =>
    wait === 6000 ? 0 : setTimeout(act, wait, ...rest)) as typeof window.setTimeout;
};

test.describe('notices', () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test('can be read and dismissed in a canvas that is narrow and low', async ({ page, studio }) => {
    await page.addInitScript(STAY);
    await page.reload();
    await expect(studio.state('Validate order')).toBeVisible();
    for (const name of ['Resize the editor', 'Resize the run panel']) {
      const separator = page.getByRole('separator', { name });
      await separator.focus();
      await separator.press('Home');
    }
    const notices = page.locator('[data-tone]');
    await studio.paste(JSON.stringify({ StateMachines: { a: { TestCases: { x: {} } } } }));
    await expect(notices).toHaveCount(1);
    await studio.paste(
      JSON.stringify({ status: 'SUCCEEDED', output: '{}', inspectionData: { input: '{"a":1}' } }),
    );
    const take = page.getByRole('button', { name: 'Use its input for a run' });
    await take.click();
    await expect(notices).toHaveCount(2);
    await expect.poll(async () => (await boxOf(studio.canvas())).width).toBeLessThan(260);
    await expect.poll(async () => (await boxOf(studio.canvas())).height).toBeLessThan(260);
    for (const at of [0, 1])
      await expect.poll(async () => (await notices.nth(at).boundingBox())?.width).toBeGreaterThan(190);
    // Pressed where it is seen, or it would time out.
    await notices.last().getByRole('button', { name: 'Undo' }).click();
    await expect(notices).toHaveCount(1);
    await notices.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notices).toHaveCount(0);
  });
});
