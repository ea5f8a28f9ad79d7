import type { StoreApi } from 'zustand/vanilla';
import type { SettingsState, WorkspaceState } from './state';

export const DEFAULT_SETTINGS: SettingsState = {
  theme: 'system',
  direction: 'down',
  // Transitions per second: slow enough to see the states light up one after the other.
  speed: 8,
  panelSizes: {},
  panelsShown: {},
  recentlyAdded: [],
  historyView: 'events',
  valuesShown: true,
};

const MOST_RECENT = 8;

export interface SettingsActions {
  change(part: Partial<SettingsState>): void;
  /** Panel id → percent of its group, several at once: what a splitter reports. */
  resizePanels(sizes: Readonly<Record<string, number>>): void;
  showPanel(panel: string, shown: boolean): void;
  /** Something was added to the workflow: it comes first when more is added. */
  remember(added: string): void;
}

export function createSettings(store: StoreApi<WorkspaceState>): SettingsActions {
  const change = (part: Partial<SettingsState>) =>
    store.setState(({ settings }) => ({ settings: { ...settings, ...part } }));
  return {
    change,
    resizePanels(sizes) {
      change({ panelSizes: { ...store.getState().settings.panelSizes, ...sizes } });
    },
    showPanel(panel, shown) {
      change({ panelsShown: { ...store.getState().settings.panelsShown, [panel]: shown } });
    },
    remember(added) {
      const others = store.getState().settings.recentlyAdded.filter((id) => id !== added);
      change({ recentlyAdded: [added, ...others].slice(0, MOST_RECENT) });
    },
  };
}
