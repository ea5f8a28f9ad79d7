import type {
  ConvertResult,
  Diagnostic,
  EditIntent,
  EditResult,
  EpochMs,
  FixChoice,
  QueryLanguage,
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
import type { Breakpoint, MachineStops, StepKind, StopRequest } from './breakpoint.types';
import type { ChildNews, ChildOnShow } from './child.types';
import type { LookName } from './history.types';
import type { MachineDetail, MockReport, StateDetail, StateTrial, TrialResult } from './inspect.types';
import type { MockRename } from './language/renameInMocks';
import type { DataInScope, Moment, MomentTarget, TickPage } from './moment.types';
import type { BodyOf, ExecutionPush, LanguageRequests, ReplyOf, RunRequests } from './protocol';
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
import type { ImportResult, KeptRuns, RunAbout, RunOnShow } from './runs/runs.types';

/** The requests that one view alone makes: the editor, the fields of forms, the list of mocks. */
export type ServiceName =
  | 'renameInMocks'
  | 'suggest'
  | 'fieldHelp'
  | 'fieldHover'
  | 'fieldSymbol'
  | 'hover'
  | 'symbolAt'
  | 'renameVariable'
  | 'signatureAt'
  | 'colours'
  | 'valueHints';

/** The requests about what was recorded elsewhere. */
export type RecordedName = 'readRecorded' | 'sketch';

/** The requests about going on otherwise. */
export type AmendingName = 'branch' | 'redrive' | 'forceChoice' | 'explain' | 'findEntry';
/** The requests about calls that wait for the user. */
export type CallRequest = 'getCall' | 'checkAnswer' | 'answerCall' | 'letTimePass';
export type CallReply<Type extends CallRequest> = ReplyOf<RunRequests, Type>;

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
  /** What there is to say of a text, in the order of their places. */
  findings(text: string, format: TextFormat, as: ExecutionType): Promise<readonly Diagnostic[]>;
  planEdit(text: string, format: TextFormat, intent: EditIntent): Promise<EditResult>;
  /** The edits of fixes that findings offer. */
  planFixes(text: string, format: TextFormat, choice: FixChoice, as: ExecutionType): Promise<EditResult>;
  format(text: string, from: TextFormat, to: TextFormat): Promise<ConvertResult>;
  /** States as text to be pasted elsewhere; undefined when one of them is gone. */
  recognise(text: string): Promise<Recognised>;
  copyStates(text: string, format: TextFormat, states: readonly StatePath[]): Promise<string | undefined>;
  /** A MockConfigFile.json with a response for every Task state. */
  scaffoldMocks(text: string, format: TextFormat, name: string): Promise<string>;
  /** The text of a MockConfigFile with a state renamed. */
  renameInMocks(text: string, rename: MockRename): Promise<string>;
  /** What is wrong with a condition that is no part of a definition; null when it can be read. */
  readCondition(text: string, language: QueryLanguage): Promise<string | null>;
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
  /** What one view alone asks: the editor of a place of a text, a form of a caret in one of its fields. */
  askService<Type extends ServiceName>(
    type: Type,
    body: BodyOf<LanguageRequests, Type>,
  ): Promise<ReplyOf<LanguageRequests, Type>>;
  /** What is asked about what was recorded elsewhere. */
  askRecorded<Type extends RecordedName>(
    type: Type,
    body: BodyOf<LanguageRequests, Type>,
  ): Promise<ReplyOf<LanguageRequests, Type>>;
  /** Starts the worker before the first request wants it. */
  warmUp(): void;
  dispose(): void;
}

export type ExecutionNews =
  | { readonly type: 'progress'; readonly batch: ProgressBatch }
  /** The run is gone, or all of them with their worker; what the page has stays. */
  | { readonly type: 'crashed'; readonly run?: string; readonly message: string }
  | Extract<ExecutionPush, { readonly type: 'unkept' }>
  | ChildNews;

export type Look = <Type extends LookName>(
  type: Type,
  body: BodyOf<RunRequests, Type>,
) => Promise<ReplyOf<RunRequests, Type>>;

/** The page's side of one run, or of an execution that is only looked at. */
export interface RunClient {
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
  /** What is asked about calls that wait for the user. */
  askCalls<Type extends CallRequest>(type: Type, body: BodyOf<RunRequests, Type>): Promise<CallReply<Type>>;
  /** @returns undefined when the run is shown as it is */
  showMoment(target: MomentTarget): Promise<Moment | undefined>;
  getTicks(places: number): Promise<TickPage>;
  getData(watches: readonly string[]): Promise<DataInScope>;
  /** What a view of the history asks. */
  readonly look: Look;
  /** The requests that take a hand in the run, or explain it. */
  ask<Type extends AmendingName>(
    type: Type,
    body: BodyOf<RunRequests, Type>,
  ): Promise<ReplyOf<RunRequests, Type>>;
  exportHistory(): Promise<string>;
}

export interface ExecutionClient {
  /** What is about one run, which is named: the worker may have another one on show when it hears of it. */
  of(run: string): RunClient;
  /** @param name of the execution */
  load(text: string, format: TextFormat, history: StoredHistory, name: string): Promise<LoadedRun>;
  /**
   * @param about absent: it is called by its state machine
   * @param behind something else was to come on show since
   */
  start(
    run: RunRequest,
    speed: Speed,
    paused: boolean,
    stops: StopRequest,
    about?: RunAbout,
    behind?: boolean,
  ): Promise<StartResult>;
  /** @param goOn an interrupted run that was going on goes on; otherwise it stands where it was */
  showRun(run: string, speed: Speed, stops: StopRequest, goOn: boolean): Promise<RunOnShow | string>;
  /** Puts an execution that a run's Tasks have started on show. @returns a sentence when it cannot be */
  showChild(run: string, execution: string): Promise<ChildOnShow | string>;
  /** Where executions stop that Tasks of any run start: in place of all that was told before. */
  stopInside(machines: readonly MachineStops[]): Promise<void>;
  closeRun(run: string): Promise<void>;
  listRuns(): Promise<KeptRuns>;
  /** @returns those that stay, because another tab of the browser is at work on them */
  removeRuns(runs: readonly string[]): Promise<readonly string[]>;
  limitRuns(limit: number): Promise<void>;
  exportRun(run: string): Promise<string>;
  importRun(text: string): Promise<ImportResult>;
  /** Runs a handler on its own, in the sandbox. */
  tryHandler(call: HandlerCall): Promise<HandlerOutcome>;
  /** @returns how to stop listening */
  subscribe(listener: (news: ExecutionNews) => void): () => void;
  dispose(): void;
}

/** A worker died or could not answer; the message is a sentence for the user. */
export class WorkerFailure extends Error {
  override readonly name = 'WorkerFailure';
}
