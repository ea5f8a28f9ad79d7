import type {
  ConvertResult,
  EditIntent,
  EditResult,
  EpochMs,
  FixChoice,
  Recognised,
  StatePath,
  TextFormat,
} from '../asl';
import type { HandlerCall, HandlerOutcome, MockedTask } from '../services';
import type {
  AnalyseResult,
  CompareResult,
  Direction,
  DrawingOptions,
  ExecutionType,
  VersionText,
} from './analysis.types';
import type { Breakpoint, StepKind, StopRequest } from './breakpoint.types';
import type { MachineDetail, MockReport, StateDetail, StateTrial, TrialResult } from './inspect.types';
import type { DataInScope, Moment, MomentTarget, TickPage } from './moment.types';
import type { BodyOf, LanguageRequests, ReplyOf } from './protocol';
import type { RefactorCheck, Refactoring, RefactorReport } from './refactor.types';
import type {
  HistoryPage,
  LoadedRun,
  ProgressBatch,
  RunRequest,
  Speed,
  StartResult,
  StoredHistory,
  Visit,
  VisitPage,
} from './run.types';

/** The requests that are answered for the editor alone. */
export type ServiceName = 'suggest' | 'hover' | 'symbolAt' | 'renameVariable' | 'signatureAt' | 'colours';

/**
 * The page's side of the two workers. Every promise is rejected with a `WorkerFailure`, whose message a
 * user can read, when the worker dies before it answers.
 */
export interface LanguageClient {
  /** @param as what the definition is checked as */
  analyse(
    text: string,
    format: TextFormat,
    drawing: DrawingOptions,
    as: ExecutionType,
  ): Promise<AnalyseResult>;
  planEdit(text: string, format: TextFormat, intent: EditIntent): Promise<EditResult>;
  /** The edits of fixes that findings offer. */
  planFixes(text: string, format: TextFormat, choice: FixChoice, as: ExecutionType): Promise<EditResult>;
  format(text: string, from: TextFormat, to: TextFormat): Promise<ConvertResult>;
  /** States as text to be pasted elsewhere; undefined when one of them is gone. */
  recognise(text: string): Promise<Recognised>;
  copyStates(text: string, format: TextFormat, states: readonly StatePath[]): Promise<string | undefined>;
  /** A MockConfigFile.json with a response for every Task state. */
  scaffoldMocks(text: string, format: TextFormat, name: string): Promise<string>;
  /** What is to be said of the mocks of states. */
  checkMocks(text: string, format: TextFormat, mocks: readonly MockedTask[]): Promise<readonly MockReport[]>;
  describeState(
    text: string,
    format: TextFormat,
    state: StatePath,
    as: ExecutionType,
  ): Promise<StateDetail | undefined>;
  describeMachine(text: string, format: TextFormat, as: ExecutionType): Promise<MachineDetail | undefined>;
  compare(before: VersionText, after: VersionText, direction: Direction): Promise<CompareResult>;
  tryState(text: string, format: TextFormat, trial: StateTrial, now: EpochMs): Promise<TrialResult>;
  refactor(text: string, format: TextFormat, refactoring: Refactoring): Promise<RefactorReport>;
  checkRefactoring(run: RunRequest, after: string): Promise<RefactorCheck>;
  /** What the editor asks about a place of a text. */
  askService<Type extends ServiceName>(
    type: Type,
    body: BodyOf<LanguageRequests, Type>,
  ): Promise<ReplyOf<LanguageRequests, Type>>;
  /** Starts the worker before the first request wants it. */
  warmUp(): void;
  dispose(): void;
}

export type ExecutionNews =
  | { readonly type: 'progress'; readonly batch: ProgressBatch }
  /** The run is gone; what the page has of it stays. */
  | { readonly type: 'crashed'; readonly message: string };

export interface ExecutionClient {
  start(run: RunRequest, speed: Speed, paused: boolean, stops: StopRequest): Promise<StartResult>;
  /** @param name of the execution */
  load(text: string, format: TextFormat, history: StoredHistory, name?: string): Promise<LoadedRun>;
  pause(): Promise<void>;
  /** @param target a state to pause at, once */
  continue(target?: StatePath): Promise<void>;
  step(kind: StepKind): Promise<void>;
  setBreakpoints(breakpoints: readonly Breakpoint[]): Promise<void>;
  /** Ends the run; a worker that does not answer within a second is replaced and reported as crashed. */
  stop(): Promise<void>;
  setSpeed(speed: Speed): Promise<void>;
  getEvents(from: number, count: number): Promise<HistoryPage>;
  getVisits(state: StatePath, from: number, count: number): Promise<VisitPage>;
  getVisit(state: StatePath, number: number): Promise<Visit | undefined>;
  /** Runs a handler on its own, in the sandbox. */
  tryHandler(call: HandlerCall): Promise<HandlerOutcome>;
  /** @returns undefined when the run is shown as it is */
  showMoment(target: MomentTarget): Promise<Moment | undefined>;
  getTicks(places: number): Promise<TickPage>;
  getData(watches: readonly string[]): Promise<DataInScope>;
  store(cap: number): Promise<StoredHistory>;
  exportHistory(): Promise<string>;
  /** @returns how to stop listening */
  subscribe(listener: (news: ExecutionNews) => void): () => void;
  dispose(): void;
}

/** A worker died or could not answer; the message is a sentence for the user. */
export class WorkerFailure extends Error {
  override readonly name = 'WorkerFailure';
}
