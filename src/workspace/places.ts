import type { StoreApi } from 'zustand/vanilla';
import type { BrowserMemory } from './browserMemory';
import type { ShelfState, WorkspaceState } from './state';

/** Where a view stands: what its numbers mean is its own matter. */
export type Place = readonly number[];

/** Where the views of each workflow were left: there they begin when it comes on show again. */
export interface Places {
  /** Asked whenever the workflow on show is left. @param where undefined: it stands nowhere yet */
  watch(view: string, where: () => Place | undefined): () => void;
  /** Where a view of the workflow on show was left; once, for from then on the view knows. */
  take(view: string): Place | undefined;
  /** Keeps it for the next load of the page. */
  flush(): void;
}

/** By workflow, then by view. */
type Left = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** @param memory of this tab of the browser: a workflow is open in one at most */
export function createPlaces(store: StoreApi<WorkspaceState>, memory: BrowserMemory): Places {
  const watched = new Map<string, () => Place | undefined>();
  let all: Left = { ...(memory.recall() as object | undefined) };
  /** What was stored is not open yet: the views that are there show nothing. */
  const isEmpty = () => store.getState().document.version === 0;
  const leave = ({ shown, open }: ShelfState) => {
    if (isEmpty()) return;
    const left = { ...all[shown] };
    for (const [view, where] of watched) left[view] = where() ?? left[view];
    all = { ...all, [shown]: left };
    // Of others, which are closed, nothing is kept.
    memory.remember(Object.fromEntries(open.map(({ id }) => [id, all[id]])));
  };
  store.subscribe(({ shelf }, before) => {
    if (shelf.shown !== before.shelf.shown) leave(before.shelf);
  });
  return {
    watch(view, where) {
      watched.set(view, where);
      return () => watched.delete(view);
    },
    take(view) {
      if (isEmpty()) return undefined;
      const { shown } = store.getState().shelf;
      const left = all[shown];
      const place = left?.[view];
      all = { ...all, [shown]: { ...left, [view]: undefined } };
      return isPlace(place) ? place : undefined;
    },
    flush: () => leave(store.getState().shelf),
  };
}

/** What was remembered may be anything. */
const isPlace = (value: unknown): value is Place => Array.isArray(value) && value.every(Number.isFinite);
