import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from './settings';
import { settingsMemory } from './settingsMemory';

/** A browser's memory, which all its windows share. */
function shared(kept?: string) {
  let written = kept;
  return {
    remember: (value: unknown) => {
      written = JSON.stringify(value);
    },
    recall: (): unknown => (written === undefined ? undefined : JSON.parse(written)),
  };
}

it('keeps what another window has changed since', async () => {
  const memory = shared();
  const [one, other] = [settingsMemory(memory), settingsMemory(memory)];
  one.saveSettings({ ...DEFAULT_SETTINGS, theme: 'dark' }, DEFAULT_SETTINGS);
  other.saveSettings({ ...DEFAULT_SETTINGS, panelSizes: { editor: 40 } }, DEFAULT_SETTINGS);
  expect(await one.settings()).toEqual({ theme: 'dark', panelSizes: { editor: 40 } });
});

it('takes what was stored for what it is, and writes over what is no settings', async () => {
  for (const kept of [
    'null',
    '"dark"',
    '7',
    '["dark"]',
    '{"theme":{"toString":1},"__proto__":{"theme":"dark"}}',
  ]) {
    const { settings, saveSettings } = settingsMemory(shared(kept));
    expect((await settings())?.theme).toBeUndefined();
    saveSettings({ ...DEFAULT_SETTINGS, theme: 'dark' }, DEFAULT_SETTINGS);
    expect((await settings())?.theme).toBe('dark');
  }
});
