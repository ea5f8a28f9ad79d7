import type { StatePath } from '../../../asl';
import { useWorkspace, useWorkspaceActions, type WorkspaceState } from '../../../workspace';
import { useFetched } from '../../parts';

/** The version of the last text that could be read. */
const selectReadable = (state: WorkspaceState) => state.analysis.graphVersion;

/** What the form of a state shows; undefined until it is known, and when the state is gone. */
export function useStateDetail(path: StatePath) {
  const workspace = useWorkspaceActions();
  const version = useWorkspace(selectReadable);
  return useFetched(path, version, () => workspace.describeState(path));
}

/** What the form of the machine shows. */
export function useMachineDetail() {
  const workspace = useWorkspaceActions();
  const version = useWorkspace(selectReadable);
  return useFetched('machine', version, () => workspace.describeMachine());
}
