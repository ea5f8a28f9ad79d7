import type { Locator, Page } from '@playwright/test';
import { median, round } from './statistics';
import { workflowText } from './workflow';

export interface CanvasFigure {
  readonly states: number;
  /** From the paste until the first state is drawn, worker and layout included. */
  readonly pasteToDrawnMs: number;
  /** Scripting per frame while the canvas is panned; the median and the worst of the frames. */
  readonly panScriptMs: number;
  readonly panWorstMs: number;
  readonly zoomScriptMs: number;
  /** From "Fit to view" until the view stands, scripting only, and per frame while that is panned and zoomed. */
  readonly fitScriptMs: number;
  readonly farPanScriptMs: number;
  readonly farZoomScriptMs: number;
  /** Elements of states that change when the execution goes one transition further: the state it leaves and the one it enters. */
  readonly nodesPerStep: number;
}

const FRAMES = 90;

/** The canvas at work on a workflow of a given size. @param open goes to the page */
export async function measureCanvas(
  page: Page,
  open: (page: Page) => Promise<unknown>,
  states: number,
): Promise<CanvasFigure> {
  await open(page);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  const pasteToDrawnMs = await paste(page, workflowText(states));
  const region = page.getByRole('region', { name: 'Canvas' });
  const pan = await framesWhile(page, region, (frame) => page.mouse.wheel(0, frame % 60 < 30 ? 40 : -40));
  await page.keyboard.down('Control');
  const zoom = await framesWhile(page, region, (frame) => page.mouse.wheel(0, frame % 60 < 30 ? 12 : -12));
  await page.keyboard.up('Control');
  const perStep = await nodesPerStep(page);
  const fitScriptMs = await scriptOf(page, async () => {
    await page.getByRole('button', { name: 'Fit to view' }).click();
    await page.waitForTimeout(1000);
  });
  const farPan = await framesWhile(page, region, (frame) => page.mouse.wheel(0, frame % 60 < 30 ? 40 : -40));
  await page.keyboard.down('Control');
  const farZoom = await framesWhile(page, region, (frame) => page.mouse.wheel(0, frame % 60 < 30 ? 12 : -12));
  await page.keyboard.up('Control');
  return {
    states,
    pasteToDrawnMs,
    panScriptMs: round(median(pan), 1),
    panWorstMs: round(Math.max(...pan), 1),
    zoomScriptMs: round(median(zoom), 1),
    fitScriptMs: round(fitScriptMs, 0),
    farPanScriptMs: round(median(farPan), 1),
    farZoomScriptMs: round(median(farZoom), 1),
    nodesPerStep: perStep,
  };
}

async function paste(page: Page, text: string): Promise<number> {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.getByRole('region', { name: 'Canvas' }).click({ position: { x: 8, y: 120 } });
  await page.evaluate(() => {
    const seen = globalThis as { pastedAt?: number; drawnAt?: number };
    addEventListener(
      'paste',
      () => {
        seen.pastedAt = performance.now();
      },
      { capture: true, once: true },
    );
    const watch = () => {
      if (document.querySelector('[data-state-name="S0"]')) seen.drawnAt = performance.now();
      else requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
  });
  await page.keyboard.press('Control+V');
  await page.waitForFunction(() => (globalThis as { drawnAt?: number }).drawnAt !== undefined);
  return page.evaluate(() => {
    const { pastedAt = 0, drawnAt = 0 } = globalThis as { pastedAt?: number; drawnAt?: number };
    return Math.round(drawnAt - pastedAt);
  });
}

/** Milliseconds of scripting (JavaScript, style and layout) in each frame while something is done frame by frame. */
export async function framesWhile(
  page: Page,
  over: Locator,
  act: (frame: number) => Promise<void>,
): Promise<readonly number[]> {
  const { busy, detach } = await scripting(page);
  const box = await over.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + Math.min(250, (box?.height ?? 0) / 2));
  const times: number[] = [];
  for (let frame = 0; frame < FRAMES; frame++) {
    const before = await busy();
    await act(frame);
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    times.push((await busy()) - before);
  }
  await detach();
  // The first frames draw what was out of sight for the first time.
  return times.slice(10);
}

async function scriptOf(page: Page, act: () => Promise<void>): Promise<number> {
  const { busy, detach } = await scripting(page);
  const before = await busy();
  await act();
  const spent = (await busy()) - before;
  await detach();
  return spent;
}

/** A meter of JavaScript, style and layout, in milliseconds since the page was opened. */
async function scripting(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return (of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration')) * 1000;
  };
  return { busy, detach: () => session.detach() };
}

async function nodesPerStep(page: Page): Promise<number> {
  const step = page.getByRole('toolbar', { name: 'Run' }).getByRole('button', { name: 'Step', exact: true });
  const counts: number[] = [];
  await step.click();
  await page.waitForTimeout(600);
  for (let i = 0; i < 3; i++) {
    await page.evaluate(() => {
      const seen = globalThis as { changed?: Set<Element> };
      const changed = new Set<Element>();
      seen.changed = changed;
      const root = document.querySelector('.react-flow__nodes');
      if (!root) return;
      new MutationObserver((records) => {
        for (const { target } of records) {
          const node = (target instanceof Element ? target : target.parentElement)?.closest(
            '.react-flow__node',
          );
          if (node) changed.add(node);
        }
      }).observe(root, { subtree: true, attributes: true, childList: true, characterData: true });
    });
    await step.click();
    await page.waitForTimeout(600);
    counts.push(await page.evaluate(() => (globalThis as { changed?: Set<Element> }).changed?.size ?? 0));
  }
  return median(counts);
}
