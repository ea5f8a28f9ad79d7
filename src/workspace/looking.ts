import type { StoreApi } from 'zustand/vanilla';
import type { ItemName, VisitName } from '../worker';
import type { SelectionActions } from './selection';
import type { LookingState, WorkspaceState } from './state';

export interface LookingActions {
  /** Looks at a visit, and selects its state. */
  visit(visit: VisitName): void;
  /** Looks at one item of a Map: inside the Map, only its visits are shown. `undefined`: at all of them again. */
  item(item: ItemName | undefined): void;
}

export const AT_NOTHING: LookingState = { run: '', visit: undefined, item: undefined };

/** Which visit and which item the views of a run's history have in hand. */
export function createLooking(store: StoreApi<WorkspaceState>, selection: SelectionActions): LookingActions {
  const set = (part: Partial<Omit<LookingState, 'run'>>) => {
    const { looking, execution } = store.getState();
    const run = execution.run?.id ?? '';
    const kept = looking.run === run ? looking : AT_NOTHING;
    store.setState({ looking: { ...kept, ...part, run } });
  };
  return {
    visit(visit) {
      const { item } = store.getState().looking;
      const outside = item !== undefined && !visit.state.startsWith(`${item.state}/`);
      set({ visit, ...(outside && item.state !== visit.state ? { item: undefined } : {}) });
      if (store.getState().selection.state !== visit.state) selection.select(visit.state, 'debugger');
    },
    item: (item) => set({ item, visit: undefined }),
  };
}
