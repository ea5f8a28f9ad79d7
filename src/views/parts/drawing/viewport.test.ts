import { describe, expect, it } from 'vitest';
import { fitAll, fitBoxes, fitToRead, fromPlace, leastZoom, MIN_ZOOM, panToShow } from './viewport';

const screen = { width: 1000, height: 600 };

describe('the view of the canvas', () => {
  it('shows a small drawing centred at 100 %', () => {
    expect(fitAll({ x: 0, y: 0, width: 200, height: 100 }, screen)).toEqual({ zoom: 1, x: 400, y: 250 });
  });

  it('zooms out until a large drawing fits with its margins', () => {
    const { zoom, x, y } = fitAll({ x: 0, y: 0, width: 1856, height: 400 }, screen);
    expect(zoom).toBe(0.5);
    expect(x).toBe(36);
    expect(y).toBe(200);
  });

  it('goes as far out as all of a huge drawing takes, and of a small one no further than ever', () => {
    const huge = { x: 0, y: 0, width: 300, height: 528_000 };
    const least = leastZoom(huge, screen);
    expect(least).toBe(0.001);
    expect(fitAll(huge, screen, least)).toEqual({ zoom: 0.001, x: 499.85, y: 36 });
    expect(leastZoom({ x: 0, y: 0, width: 300, height: 600 }, screen)).toBe(MIN_ZOOM);
  });

  it('goes no further out than ever where the canvas has no room at all', () => {
    const content = { x: 0, y: 0, width: 300, height: 528_000 };
    for (const size of [
      { width: 0, height: 0 },
      { width: 60, height: 600 },
    ]) {
      expect(leastZoom(content, size)).toBe(MIN_ZOOM);
      expect(fitAll(content, size, leastZoom(content, size)).zoom).toBe(MIN_ZOOM);
    }
  });

  it('begins a drawing too large to read at its start, at a size that can be read', () => {
    const content = { x: 0, y: 0, width: 400, height: 4000 };
    const start = { x: 172, y: 24, width: 56, height: 56 };
    const { zoom, x, y } = fitToRead(content, screen, start);
    expect(zoom).toBeGreaterThan(fitAll(content, screen).zoom);
    expect(y).toBe(36);
    expect(x + (start.x + start.width / 2) * zoom).toBeCloseTo(screen.width / 2);
  });

  it('keeps the start in sight of a drawing too wide to read', () => {
    const content = { x: 0, y: 0, width: 6000, height: 500 };
    const start = { x: 2972, y: 24, width: 56, height: 56 };
    const { zoom, x } = fitToRead(content, screen, start);
    expect(x + (start.x + 28) * zoom).toBeCloseTo(screen.width / 2);
  });

  it('stays where it is for a box in sight', () => {
    const viewport = { x: 0, y: 0, zoom: 1 };
    expect(panToShow(viewport, screen, { x: 100, y: 100, width: 200, height: 60 })).toEqual(viewport);
  });

  it('pans only as far as a box out of sight takes', () => {
    const viewport = { x: 0, y: 0, zoom: 1 };
    expect(panToShow(viewport, screen, { x: 100, y: 700, width: 200, height: 60 })).toEqual({
      x: 0,
      y: -(760 - (600 - 36)),
      zoom: 1,
    });
    expect(panToShow(viewport, screen, { x: -300, y: 100, width: 200, height: 60 }).x).toBe(336);
  });

  it('shows the beginning of a container larger than the screen, and stays when that is in sight', () => {
    const viewport = { x: 0, y: 0, zoom: 1 };
    const container = { x: 100, y: 900, width: 200, height: 2000 };
    const shown = panToShow(viewport, screen, container);
    expect(shown.y + container.y).toBe(36);
    expect(panToShow(shown, screen, container)).toEqual(shown);
  });
});

describe('showing some boxes', () => {
  it('centres them at the largest size at which all can be seen', () => {
    const box = (x: number, y: number) => ({ x, y, width: 100, height: 50 });
    const screen = { width: 1000, height: 500 };
    const one = fitBoxes([box(300, 400)], screen);
    expect(one).toEqual({ zoom: 1, x: 450 - 300, y: 225 - 400 });
    const far = fitBoxes([box(0, 0), box(3000, 0)], screen);
    expect(far.zoom).toBeCloseTo((1000 - 72) / 3100);
    expect(far.x + 1550 * far.zoom).toBeCloseTo(500);
  });
});

describe('a place that was kept', () => {
  const content = { x: 0, y: 0, width: 400, height: 4000 };

  it('is the view again', () => {
    expect(fromPlace([-20, -1500, 0.8], content, screen)).toEqual({ x: -20, y: -1500, zoom: 0.8 });
  });

  it('is none where nothing of the drawing would be seen, or the numbers are no view', () => {
    expect(fromPlace([0, -4000, 0.8], content, screen)).toBeUndefined();
    expect(fromPlace([1200, 0, 0.8], content, screen)).toBeUndefined();
    expect(fromPlace([0, 0, 0], content, screen)).toBeUndefined();
    expect(fromPlace([0, 0, 50], content, screen)).toBeUndefined();
    expect(fromPlace([], content, screen)).toBeUndefined();
  });
});
