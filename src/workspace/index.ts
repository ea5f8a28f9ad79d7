/** What is open and what is running, as stores; undo and storage. */

export type { BranchChoice } from './amending';
export type { BreakpointActions, NewBreakpoint } from './breakpoints';
export type { CallActions } from './calls';
export { systemClock } from './clock';
export type { CoverageState } from './covering/coverage.types';
export {
  COVERAGE,
  isUncoveredState,
  isUncoveredTransition,
  selectCoverage,
  selectCoverageShown,
} from './covering/isCovered';
export type { DocumentVersion } from './document';
export type { ExportRequest } from './exportDefinition';
export { historyFileName, pictureFileName, runFileName } from './exportDefinition';
export {
  useIsAhead,
  useStateStatus,
  useTransitionStatus,
  useWorkspace,
  useWorkspaceActions,
  WorkspaceProvider,
} from './hooks';
export { flushOnLeaving } from './leaving';
export { type MockPlan, planMocks } from './mocks';
export { type ExampleSetup, recogniseText } from './openText';
export { problemsOf } from './problems';
export type { TransitionProgress } from './progressStore';
export { readableJson } from './readableJson';
export { readDefinitionFile } from './readDefinitionFile';
export type { RefactorActions } from './refactorings';
export { selectedStates } from './selection';
export {
  breakpointsOn,
  isAsked,
  selectAlsoSelected,
  selectAnswer,
  selectBreakpoints,
  selectChosenItem,
  selectChosenValue,
  selectChosenVisit,
  selectDefinition,
  selectDiagnostics,
  selectDirection,
  selectElsewhere,
  selectExecutionType,
  selectFormat,
  selectGraph,
  selectHistoryView,
  selectInput,
  selectInputProblem,
  selectInterrupted,
  selectIsMocking,
  selectLayout,
  selectMoment,
  selectName,
  selectNotices,
  selectOpenCalls,
  selectPanelSizes,
  selectPanelsShown,
  selectParents,
  selectPausedAt,
  selectPausedVisit,
  selectPhase,
  selectProblem,
  selectRedoLabel,
  selectRefactoring,
  selectRun,
  selectRunEvents,
  selectRunIsOutdated,
  selectRunMessage,
  selectRuns,
  selectSeen,
  selectSelectedState,
  selectServices,
  selectShelf,
  selectSilenced,
  selectSpeed,
  selectStopReason,
  selectText,
  selectTheme,
  selectTimeline,
  selectUndoLabel,
  selectWalk,
  selectWatches,
} from './selectors';
export type { MockSettings } from './serviceSettings';
export type {
  AnswerFromAws,
  ExecutionType,
  HistoryView,
  Notice,
  OpenDocument,
  RefactoringKind,
  RefactoringTopic,
  RunPhase,
  RunTab,
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
