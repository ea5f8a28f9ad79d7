import type { Page } from '@playwright/test';
import { expect, type Studio, test } from './studio';

const HOSTILE = JSON.stringify({
  StartAt: '<img src=x onerror=alert(1)>',
  States: {
    '<img src=x onerror=alert(1)>': { Type: 'Pass', Next: 'a "b" & \u0001 c' },
    'a "b" & \u0001 c': { Type: 'Succeed' },
  },
});

function chain(length: number): string {
  const names = Array.from({ length }, (_, index) => `Step ${index + 1}`);
  const states = names.map((name, index) => {
    const next = names[index + 1];
    return [name, next === undefined ? { Type: 'Pass', End: true } : { Type: 'Pass', Next: next }];
  });
  return JSON.stringify({ StartAt: names[0], States: Object.fromEntries(states) });
}

/** What a reader of the file sees, in a page of its own where no script runs. */
async function openSvg(page: Page, svg: string) {
  const { width, height } = sizeOf(svg);
  const viewer = await page.context().newPage();
  await viewer.setViewportSize({ width: Math.min(width, 2000), height: Math.min(height, 2000) });
  await viewer.setContent(svg);
  return viewer;
}

function sizeOf(svg: string) {
  const [, width, height] =
    /^<svg [^>]*width="(\d+)" height="(\d+)" viewBox="[-\d]+ [-\d]+ \1 \2"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** Size of a PNG, and how many different colours a grid of its points has. */
async function readPng(page: Page, bytes: Buffer) {
  const viewer = await page.context().newPage();
  const found = await viewer.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const colours = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = [...data.subarray(at, at + 4)].join(' ');
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
    return { width: image.width, height: image.height, colours: Object.fromEntries(colours) };
  }, bytes.toString('base64'));
  await viewer.close();
  return found;
}

async function runExample(studio: Studio): Promise<void> {
  await studio.setSpeed(4);
  await studio.runControl('Run').click();
  await expect(studio.state('Order shipped')).toHaveAttribute('data-status', 'succeeded');
  await expect(studio.runControl('Stop')).toBeDisabled();
}

const SUCCEEDED_SURFACE = '234 247 236 255';

test.describe('pictures', () => {
  test('SVG: the whole drawing at its size, readable on its own', async ({ studio, page }) => {
    const { name, text } = await studio.downloaded('Picture (SVG)');
    expect(name).toBe('order-processing.svg');
    const viewer = await openSvg(page, text);
    const picture = viewer.getByRole('img', { name: 'order-processing' });
    const { width, height } = sizeOf(text);
    await expect.poll(async () => (await picture.boundingBox())?.width).toBe(width);
    await expect.poll(async () => (await picture.boundingBox())?.height).toBe(height);
    for (const state of ['Validate order', 'Take from stock', 'Reject order'])
      await expect(viewer.locator('text', { hasText: state })).toBeVisible();
    await expect(viewer.locator('[data-status]')).toHaveCount(0);
    await expect(page.locator('[data-state-name]')).toHaveCount(await viewer.locator('[data-state]').count());
  });

  test('PNG: twice the pixels of the drawing, in its colours', async ({ studio, page }) => {
    const { text } = await studio.downloaded('Picture (SVG)');
    const drawing = sizeOf(text);
    const { name, bytes } = await studio.downloadedBytes('Picture (PNG)');
    expect(name).toBe('order-processing.png');
    const { width, height, colours } = await readPng(page, bytes);
    expect({ width, height }).toEqual({ width: drawing.width * 2, height: drawing.height * 2 });
    expect(Object.keys(colours).length).toBeGreaterThan(100);
    expect(colours['245 200 76 255']).toBeGreaterThan(1000);
    expect(colours[SUCCEEDED_SURFACE] ?? 0).toBe(0);
  });

  test('after a run the status is in them, unless it is switched off', async ({ studio, page }) => {
    await page.getByRole('button', { name: 'Export' }).click();
    const option = page.getByRole('menuitemcheckbox', { name: 'With run status' });
    await expect(option).toBeDisabled();
    await page.keyboard.press('Escape');
    await runExample(studio);

    const { text } = await studio.downloaded('Picture (SVG)');
    expect(text).toContain('data-state="/States/Charge card" data-status="succeeded"');
    const { colours } = await readPng(page, (await studio.downloadedBytes('Picture (PNG)')).bytes);
    expect(colours[SUCCEEDED_SURFACE]).toBeGreaterThan(10_000);

    await page.getByRole('button', { name: 'Export' }).click();
    await expect(option).toBeChecked();
    await option.click();
    await expect(option).not.toBeChecked();
    await page.keyboard.press('Escape');
    expect((await studio.downloaded('Picture (SVG)')).text).not.toContain('data-status');
  });

  test('Mermaid text is on the clipboard, with the status after a run', async ({ studio, page }) => {
    const copied = async () => {
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: 'Copy as Mermaid' }).click();
      await expect.poll(() => studio.clipboard()).not.toBe('');
      return studio.clipboard();
    };
    const plain = await copied();
    expect(plain).toMatch(/^flowchart TB\n/);
    expect(plain).toContain('["Validate order<br/>Lambda: Invoke"]');
    expect(plain).not.toContain('classDef succeeded');
    await expect(page.getByText('The Mermaid text is on the clipboard.')).toBeVisible();
    await runExample(studio);
    expect(await copied()).toContain('classDef succeeded');
  });

  test('hostile names are words in the picture, in the dark too', async ({ studio, page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await studio.paste(HOSTILE);
    await expect(page.locator('[data-state-name]')).toHaveCount(2);
    const { text } = await studio.downloaded('Picture (SVG)');
    expect(text).toContain('fill="#12181f"');
    const problem = await page.evaluate((svg) => {
      const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
      return read.querySelector('parsererror')?.textContent ?? read.querySelectorAll('img, script').length;
    }, text);
    expect(problem).toBe(0);
    const { bytes } = await studio.downloadedBytes('Picture (PNG)');
    expect((await readPng(page, bytes)).colours['18 24 31 255']).toBeGreaterThan(10_000);
  });

  test('a workflow of 300 states is exported whole, as PNG at the resolution there is room for', async ({
    studio,
    page,
  }) => {
    await studio.paste(chain(300));
    await expect(studio.state('Step 1')).toBeVisible();
    const { text } = await studio.downloaded('Picture (SVG)');
    expect(text.match(/ data-state="/g)).toHaveLength(300);
    expect(text.match(/ data-transition="/g)).toHaveLength(301);
    const { height } = sizeOf(text);
    expect(height).toBeGreaterThan(20_000);
    const { bytes } = await studio.downloadedBytes('Picture (PNG)');
    expect(bytes.readUInt32BE(20)).toBe(Math.min(2 * height, 32_767));
    expect(bytes.length).toBeGreaterThan(100_000);
    await expect(page.getByText(/too large for a PNG at full resolution: .* pixels/)).toBeVisible();
  });
});
