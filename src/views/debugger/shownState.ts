import type { StatePath } from '../../asl';
import { selectSelectedState, type WorkspaceState } from '../../workspace';

/** The state whose data is shown: the selected one; with none, the one that the moment looked at stands at. */
export const selectShownState = (state: WorkspaceState): StatePath | undefined =>
  selectSelectedState(state) ?? state.execution.moment?.at;
