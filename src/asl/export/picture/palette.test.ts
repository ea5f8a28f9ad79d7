import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FONT_UI, PALETTES } from './palette';

const css = readFileSync(new URL('../../../app/theme.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split(':root[data-theme="dark"]');

const token = (theme: string, name: string): string | undefined =>
  new RegExp(`--${name}:\\s*([^;]+);`).exec(theme)?.[1]?.replace(/\s+/g, ' ');

describe('the colours of pictures', () => {
  it.each([
    ['light', light],
    ['dark', dark],
  ] as const)('are those of the page, %s', (name, theme) => {
    const palette = PALETTES[name];
    expect(Object.fromEntries(Object.keys(palette).map((key) => [key, token(theme, key)]))).toEqual(palette);
  });

  it('have its font beside them', () => {
    expect(FONT_UI).toBe(token(light, 'font-ui'));
  });
});
