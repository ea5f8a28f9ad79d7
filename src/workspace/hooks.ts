import {
  createContext,
  createElement,
  type ReactNode,
  useCallback,
  useContext,
  useSyncExternalStore,
} from 'react';
import { useStore } from 'zustand';
import type { StatePath, TransitionId } from '../asl';
import type { StateProgress } from '../worker';
import type { TransitionProgress } from './progressStore';
import type { WorkspaceState } from './state';
import type { Workspace } from './workspace';

const WorkspaceContext = createContext<Workspace | undefined>(undefined);

export function WorkspaceProvider(props: { readonly workspace: Workspace; readonly children?: ReactNode }) {
  return createElement(WorkspaceContext.Provider, { value: props.workspace }, props.children);
}

/** The workspace, for its actions. The same object for the life of the page. */
export function useWorkspaceActions(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('no <WorkspaceProvider> around this component');
  return workspace;
}

/** One thing of the workspace's state. The selector stands at module level and returns what it finds, not a copy. */
export function useWorkspace<Part>(selector: (state: WorkspaceState) => Part): Part {
  return useStore(useWorkspaceActions().store, selector);
}

/** A state's progress in the run on show; undefined while it was not entered. Renders for this state only. */
export function useStateStatus(path: StatePath): StateProgress | undefined {
  const { progress } = useWorkspaceActions();
  const subscribe = useCallback(
    (listener: () => void) => progress.subscribeState(path, listener),
    [progress, path],
  );
  return useSyncExternalStore(subscribe, () => progress.state(path));
}

/** Whether the run comes to a state only after the moment that is shown. */
export function useIsAhead(path: StatePath): boolean {
  const { progress } = useWorkspaceActions();
  const subscribe = useCallback(
    (listener: () => void) => progress.subscribeState(path, listener),
    [progress, path],
  );
  return useSyncExternalStore(subscribe, () => progress.isAhead(path));
}

/** A transition's count in the run on show; undefined while it was not taken. Renders for this transition only. */
export function useTransitionStatus(id: TransitionId): TransitionProgress | undefined {
  const { progress } = useWorkspaceActions();
  const subscribe = useCallback(
    (listener: () => void) => progress.subscribeTransition(id, listener),
    [progress, id],
  );
  return useSyncExternalStore(subscribe, () => progress.transition(id));
}
