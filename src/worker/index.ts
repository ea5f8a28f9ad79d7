/** Where it runs: the two Web Workers, what may be said to them, and the page's clients. */
export type {
  ComparedEvent,
  EventDifference,
  HistoryDifferences,
  RunMocks,
  WithoutMock,
} from './again.types';
export type {
  BranchChange,
  BranchOrigin,
  BranchRequest,
  BranchResult,
  EditedDefinition,
  Entry,
  Redriven,
  VisitExplanation,
} from './amend.types';
export {
  type AnalyseResult,
  type CompareResult,
  type Direction,
  type DrawingOptions,
  type ExecutionType,
  type OutlineEntry,
  PLAIN_OPTIONS,
  type TextProblem,
  type VersionText,
} from './analysis.types';
export type { Breakpoint, MachineStops, StateMoment, StepKind, StopRequest } from './breakpoint.types';
export { type AskChoice, type CallDetail, NOBODY_ASKED, type OpenCall, type OpenCalls } from './calls.types';
export type { ChildNews, ChildOnShow } from './child.types';
export { createExecutionClient, createLanguageClient } from './client';
export type {
  CallReply,
  CallRequest,
  ExecutionClient,
  ExecutionNews,
  LanguageClient,
  Look,
  RunClient,
} from './client.types';
export type {
  SearchHit,
  StageValue,
  Trace,
  TraceEnd,
  TraceLink,
  ValuePlace,
  VisitStages,
} from './data.types';
export {
  type ItemName,
  type MapItems,
  type Meters,
  STATUSES,
  type TableFilter,
  type TablePage,
  type TableRow,
  type TimelineColumns,
  TRY_OUTCOMES,
  type VisitName,
} from './history.types';
export type {
  FieldFinding,
  MachineDetail,
  MockReport,
  StateDetail,
  StateTrial,
  TrialResult,
} from './inspect.types';
export {
  type DataInScope,
  type Moment,
  type MomentEvent,
  type MomentTarget,
  TICKS,
  type Tick,
  type TickPage,
  type WatchedValue,
} from './moment.types';
export type { RecordedRun } from './recorded.types';
export type { RefactorCheck, Refactoring, RefactorReport } from './refactor.types';
export type {
  Attempt,
  HistoryPage,
  HistoryRow,
  LoadedRun,
  MachineText,
  MockChoice,
  ProgressBatch,
  RunRequest,
  RunResultSummary,
  ServiceChoice,
  Speed,
  StartResult,
  StateProgress,
  StateStatus,
  StoredHistory,
  TimeSpent,
  TransitionCount,
  Visit,
  VisitPage,
  VisitSummary,
} from './run.types';
export type { ImportResult, KeptRuns, ListedRun, RunAbout, RunOnShow } from './runs/runs.types';
export type {
  ColouredPiece,
  FieldHelp,
  FieldNotation,
  FieldQuestion,
  FieldSymbol,
  HoverPart,
  HoverText,
  NamedPlace,
  PlaceQuestion,
  SeenData,
  SignatureHere,
  Suggestion,
  SuggestionKind,
  Suggestions,
  SymbolHere,
  ValueHint,
  WithData,
} from './services.types';
export { standInResult } from './standInResult';
