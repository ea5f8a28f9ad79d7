import type { StoreApi } from 'zustand/vanilla';
import type { ItemName, ValuePlace, VisitName } from '../worker';
import type { SelectionActions } from './selection';
import type { LookingState, WorkspaceState } from './state';

export interface LookingActions {
  /** Looks at a visit, and selects its state. */
  visit(visit: VisitName): void;
  /** Looks at one item of a Map: inside the Map, only its visits are shown. `undefined`: at all of them again. */
  item(item: ItemName | undefined): void;
  /** Looks at a stage of a visit, and a place in its value; `undefined`: at the visit as a whole. */
  value(place: ValuePlace | undefined): void;
  /** @param visit whose stages are gone through from here on; `undefined`: no more */
  walk(visit: VisitName | undefined): void;
}

export const AT_NOTHING: LookingState = {
  run: '',
  visit: undefined,
  item: undefined,
  value: undefined,
  walk: undefined,
};

/** Which visit and which item the views of a run's history have in hand. */
export function createLooking(store: StoreApi<WorkspaceState>, selection: SelectionActions): LookingActions {
  const set = (part: Partial<Omit<LookingState, 'run'>>) => {
    const { looking, execution } = store.getState();
    const run = execution.run?.id ?? '';
    const kept = looking.run === run ? looking : AT_NOTHING;
    store.setState({ looking: { ...kept, ...part, run } });
  };
  const actions: LookingActions = {
    visit(visit) {
      const { item } = store.getState().looking;
      const outside = item !== undefined && !visit.state.startsWith(`${item.state}/`);
      set({ visit, ...(outside && item.state !== visit.state ? { item: undefined } : {}) });
      if (store.getState().selection.state !== visit.state) selection.select(visit.state, 'debugger');
    },
    item: (item) => set({ item, visit: undefined }),
    value(value) {
      if (value) actions.visit(value.visit);
      set({ value });
    },
    walk: (walk) => set({ walk }),
  };
  return actions;
}
