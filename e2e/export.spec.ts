import { expect, test } from './studio';

const COMPACT = '{"StartAt":"A","States":{"A":{"Type":"Pass","Comment":"yes","End":true}}}';

test.describe('export', () => {
  test('as typed is byte for byte', async ({ studio }) => {
    await studio.paste(COMPACT);
    await expect(studio.state('A')).toBeVisible();
    const file = await studio.downloaded('Download as typed');
    expect(file.text).toBe(COMPACT);
    expect(file.name).toMatch(/\.asl\.json$/);
  });

  test('formatted JSON is the same definition with line breaks', async ({ studio }) => {
    await studio.paste(COMPACT);
    await expect(studio.state('A')).toBeVisible();
    const { text } = await studio.downloaded('Download formatted JSON');
    expect(JSON.parse(text)).toEqual(JSON.parse(COMPACT));
    expect(text.split('\n').length).toBeGreaterThan(5);
  });

  test('YAML pasted back is the same graph', async ({ studio }) => {
    await studio.paste(COMPACT);
    await expect(studio.state('A')).toBeVisible();
    const { text, name } = await studio.downloaded('Download YAML');
    expect(name).toMatch(/\.asl\.yaml$/);
    await studio.paste(text);
    await expect.poll(() => studio.text()).toBe(text);
    await expect(studio.state('A')).toBeVisible();
  });

  test('the notation can be switched in the editor, and Undo switches back', async ({ studio, page }) => {
    await studio.paste(COMPACT);
    await expect(studio.state('A')).toBeVisible();
    await page.getByRole('button', { name: 'YAML' }).click();
    await expect.poll(() => studio.text()).toMatch(/^StartAt: A/);
    await studio.canvas().click({ position: { x: 8, y: 120 } });
    await page.keyboard.press('Control+Z');
    await expect.poll(() => studio.text()).toBe(COMPACT);
    await expect(page.getByRole('button', { name: 'JSON', pressed: true })).toBeVisible();
  });
});
