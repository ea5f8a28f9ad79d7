/** Where it runs: the two Web Workers, what may be said to them, and the page's clients. */
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
export type { Breakpoint, StateMoment, StepKind, StopRequest } from './breakpoint.types';
export { createExecutionClient, createLanguageClient } from './client';
export type { ExecutionClient, ExecutionNews, LanguageClient } from './client.types';
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
export type { RefactorCheck, Refactoring, RefactorReport } from './refactor.types';
export type {
  Attempt,
  HistoryPage,
  HistoryRow,
  MachineText,
  MockChoice,
  ProgressBatch,
  RunRequest,
  RunResultSummary,
  Speed,
  StartResult,
  StateProgress,
  StateStatus,
  StoredHistory,
  TransitionCount,
  Visit,
  VisitPage,
  VisitSummary,
} from './run.types';
export type {
  ColouredPiece,
  HoverPart,
  HoverText,
  PlaceQuestion,
  SeenData,
  SignatureHere,
  Suggestion,
  SuggestionKind,
  Suggestions,
  SymbolHere,
  WithData,
} from './services.types';
