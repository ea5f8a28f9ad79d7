import type { BrowserMemory } from './browserMemory';
import type { WorkspaceStorage } from './storage.types';

/** Settings as the windows of a browser share them: each writes what was changed in it, and keeps what another one wrote. */
export function settingsMemory(memory: BrowserMemory): Pick<WorkspaceStorage, 'settings' | 'saveSettings'> {
  return {
    async settings() {
      const settings = memory.recall();
      if (settings === undefined) return undefined;
      const { readStored } = await import('./readStored');
      return readStored({ settings }).settings;
    },
    saveSettings(settings, before) {
      const was: Readonly<Record<string, unknown>> = { ...before };
      const changed = Object.entries(settings).filter(([key, value]) => value !== was[key]);
      memory.remember({ ...(memory.recall() as object | undefined), ...Object.fromEntries(changed) });
    },
  };
}
