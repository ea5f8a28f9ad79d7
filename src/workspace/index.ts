/** What is open and what is running, as stores; undo and storage. */
export { systemClock } from './clock';
export type { ExportRequest } from './exportDefinition';
export { historyFileName, pictureFileName } from './exportDefinition';
export {
  useStateStatus,
  useTransitionStatus,
  useWorkspace,
  useWorkspaceActions,
  WorkspaceProvider,
} from './hooks';
export { flushOnLeaving } from './leaving';
export { type MockPlan, type MockSettings, planMocks } from './mocks';
export type { ExampleSetup } from './openText';
export type { TransitionProgress } from './progressStore';
export { selectedStates } from './selection';
export {
  selectAlsoSelected,
  selectDiagnostics,
  selectDirection,
  selectExecutionType,
  selectFormat,
  selectGraph,
  selectInput,
  selectInputProblem,
  selectLayout,
  selectName,
  selectNotices,
  selectPanelSizes,
  selectPanelsShown,
  selectPhase,
  selectProblem,
  selectRedoLabel,
  selectRun,
  selectRunEvents,
  selectRunIsOutdated,
  selectRunMessage,
  selectSelectedState,
  selectServices,
  selectSpeed,
  selectText,
  selectTheme,
  selectUndoLabel,
} from './selectors';
export type { ExecutionType, Notice, RunPhase, Theme, WorkspaceState } from './state';
export { createStorage } from './storage';
export type { Burst } from './undoLog';
export type { FirstDocument, Preview, Workspace } from './workspace';
export { createWorkspace } from './workspace';
