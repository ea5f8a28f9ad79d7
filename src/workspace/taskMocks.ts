import type { StoreApi } from 'zustand/vanilla';
import type { StatePath, TextEdit } from '../asl';
import type { MockedTask, StateMock } from '../services';
import type { OutlineEntry } from '../worker';
import { createAnchors } from './anchors';
import type { WorkspaceState } from './state';

export interface TaskMockActions {
  /** Undefined: the state is answered as if it had none. */
  set(state: StatePath, mock: StateMock | undefined): void;
  /** Several at once; the others stay. */
  setAll(mocks: readonly MockedTask[]): void;
  /** Takes away those of all states. */
  clear(): void;
}

/** The mocks of states, and what the rest of the workspace tells them so that they follow the text. */
export interface TaskMockTracker extends TaskMockActions {
  /** The text was written. */
  follow(edits: readonly TextEdit[]): void;
  /** The newest text was analysed. */
  settle(outline: readonly OutlineEntry[]): void;
}

/** @param write stores the mocks among the services */
export function createTaskMocks(
  store: StoreApi<WorkspaceState>,
  write: (tasks: readonly MockedTask[]) => void,
): TaskMockTracker {
  const anchors = createAnchors<StateMock>('remembered');
  const now = () => store.getState().execution.services.tasks;
  let followed: readonly MockedTask[] = [];

  /** Whoever wrote the services: their mocks are followed from here on. */
  const catchUp = () => {
    const tasks = now();
    if (tasks === followed) return;
    const { analysis, document } = store.getState();
    followed = tasks;
    anchors.set(
      tasks.map(({ state, mock }) => [state, mock] as const),
      analysis.graphVersion === document.version ? analysis.outline : [],
    );
  };
  store.subscribe(catchUp);
  const setAll = (mocks: readonly MockedTask[]) => {
    const others = now().filter(({ state }) => !mocks.some((each) => each.state === state));
    write([...others, ...mocks]);
  };

  return {
    set(state, mock) {
      const others = now().filter((each) => each.state !== state);
      write(mock === undefined ? others : [...others, { state, mock }]);
    },
    setAll,
    clear: () => write([]),
    follow: (edits) => anchors.follow(edits),
    settle(outline) {
      const before = now();
      const found = anchors.settle(outline).map(([state, mock]) => ({ state, mock }));
      const taken = new Set(found.map(({ state }) => state));
      const known = new Set(found.map(({ mock }) => mock));
      // A state whose text is gone keeps its mock, in case it comes back.
      const lost = before.filter(({ state, mock }) => !known.has(mock) && !taken.has(state));
      const moved = found.some(
        ({ state, mock }) => !before.some((one) => one.state === state && one.mock === mock),
      );
      if (moved)
        store.setState(({ execution }) => ({
          execution: {
            ...execution,
            services: { ...execution.services, tasks: keepFollowing([...found, ...lost]) },
          },
        }));
    },
  };

  /** These are anchored already. */
  function keepFollowing(tasks: readonly MockedTask[]): readonly MockedTask[] {
    followed = tasks;
    return tasks;
  }
}
