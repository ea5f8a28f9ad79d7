import type { StatePath, TransitionId } from '../../asl';
import type { WorkspaceState } from '../state';
import type { CoverageState } from './coverage.types';

export const NO_COVERAGE: CoverageState = { runs: 0, states: {}, transitions: {} };

/** The name under which the settings remember whether it is shown. */
export const COVERAGE = 'canvas.coverage';

export const selectCoverage = (state: WorkspaceState) => state.coverage;
export const selectCoverageShown = (state: WorkspaceState): boolean =>
  state.settings.panelsShown[COVERAGE] ?? false;
/** Coverage is shown, and no run came here. */
export const isUncoveredState = (state: WorkspaceState, path: StatePath): boolean =>
  selectCoverageShown(state) && !state.coverage.states[path];
export const isUncoveredTransition = (state: WorkspaceState, id: TransitionId): boolean =>
  selectCoverageShown(state) && !state.coverage.transitions[id];
