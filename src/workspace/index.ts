/** What is open and what is running, as stores; undo and storage. */

export type { BreakpointActions, NewBreakpoint } from './breakpoints';
export { systemClock } from './clock';
export type { DocumentVersion } from './document';
export type { ExportRequest } from './exportDefinition';
export { historyFileName, pictureFileName } from './exportDefinition';
export {
  useIsAhead,
  useStateStatus,
  useTransitionStatus,
  useWorkspace,
  useWorkspaceActions,
  WorkspaceProvider,
} from './hooks';
export { flushOnLeaving } from './leaving';
export { type MockPlan, type MockSettings, planMocks } from './mocks';
export { type ExampleSetup, recogniseText } from './openText';
export { problemsOf } from './problems';
export type { TransitionProgress } from './progressStore';
export { readDefinitionFile } from './readDefinitionFile';
export type { RefactorActions } from './refactorings';
export { selectedStates } from './selection';
export {
  breakpointsOn,
  selectAlsoSelected,
  selectBreakpoints,
  selectDiagnostics,
  selectDirection,
  selectExecutionType,
  selectFormat,
  selectGraph,
  selectInput,
  selectInputProblem,
  selectLayout,
  selectMoment,
  selectName,
  selectNotices,
  selectPanelSizes,
  selectPanelsShown,
  selectPausedAt,
  selectPhase,
  selectProblem,
  selectRedoLabel,
  selectRefactoring,
  selectRun,
  selectRunEvents,
  selectRunIsOutdated,
  selectRunMessage,
  selectSeen,
  selectSelectedState,
  selectServices,
  selectSilenced,
  selectSpeed,
  selectStopReason,
  selectText,
  selectTheme,
  selectTimeline,
  selectUndoLabel,
  selectWatches,
} from './selectors';
export type {
  ExecutionType,
  Notice,
  RefactoringKind,
  RefactoringTopic,
  RunPhase,
  ShownMoment,
  Theme,
  WorkspaceState,
} from './state';
export { createStorage } from './storage';
export type { StoredDocument } from './storage.types';
export type { TaskMockActions } from './taskMocks';
export type { Burst } from './undoLog';
export type { FirstDocument, Preview, Workspace } from './workspace';
export { createWorkspace } from './workspace';
