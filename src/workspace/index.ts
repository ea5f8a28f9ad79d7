/** What is open and what is running, as stores; undo and storage. */
export type { Clock } from './clock';
export { systemClock } from './clock';
export type { ChangeOrigin, DocumentActions, DocumentChange } from './document';
export type { Edit, EditOutcome } from './editing';
export type { ExecutionActions } from './execution';
export type { ExportRequest, ExportResult } from './exportDefinition';
export { definitionFileName, historyFileName } from './exportDefinition';
export {
  useStateStatus,
  useTransitionStatus,
  useWorkspace,
  useWorkspaceActions,
  WorkspaceProvider,
} from './hooks';
export { flushOnLeaving } from './leaving';
export type { NoticeActions } from './notices';
export type { TextSource } from './openText';
export type { ProgressStore, TransitionProgress } from './progressStore';
export type { SelectionActions } from './selection';
export { innermostAt } from './selection';
export {
  selectAnalysis,
  selectDiagnostics,
  selectDirection,
  selectDocument,
  selectExecution,
  selectExecutionType,
  selectFormat,
  selectGraph,
  selectGraphIsStale,
  selectInput,
  selectInputProblem,
  selectLayout,
  selectName,
  selectNotices,
  selectOutline,
  selectPanelSizes,
  selectPanelsShown,
  selectPhase,
  selectProblem,
  selectRedoLabel,
  selectRestored,
  selectRun,
  selectRunAt,
  selectRunEvents,
  selectRunIsOutdated,
  selectRunMessage,
  selectRunNow,
  selectRunResult,
  selectRunTransitions,
  selectSelectedState,
  selectSelectionOrigin,
  selectSettings,
  selectSpeed,
  selectText,
  selectTheme,
  selectUndoLabel,
  selectVersion,
} from './selectors';
export type { SettingsActions } from './settings';
export type {
  AnalysisState,
  DocumentState,
  ExecutionState,
  ExecutionType,
  Notice,
  RunPhase,
  RunSummary,
  SelectionOrigin,
  SelectionState,
  SettingsState,
  Theme,
  WorkspaceState,
} from './state';
export { createStorage } from './storage';
export type { StoredDocument, StoredWorkspace, WorkspaceStorage } from './storage.types';
export type { FirstDocument, Workspace, WorkspaceParts } from './workspace';
export { createWorkspace } from './workspace';
