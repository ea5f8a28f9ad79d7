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
  TextRange,
} from '../asl';
import type { HistoryEvent, RuleNumber, TaskId } from '../interpreter';
import type {
  CallAnswer,
  HandlerCall,
  HandlerOutcome,
  InboxProblem,
  MockedTask,
  MockFindings,
} from '../services';
import type { BranchRequest, BranchResult, EditedDefinition, Entry, VisitExplanation } from './amend.types';
import type {
  AnalyseResult,
  CompareResult,
  Direction,
  DrawingOptions,
  ExecutionType,
  VersionText,
} from './analysis.types';
import type { Breakpoint, StepKind, StopRequest } from './breakpoint.types';
import type { CallDetail } from './calls.types';
import type { ChildNews, ChildRequests } from './child.types';
import type { Delta } from './delta/delta.types';
import type { LookRequests } from './history.types';
import type { MachineDetail, MockReport, StateDetail, StateTrial, TrialResult } from './inspect.types';
import type { MockRename } from './language/renameInMocks';
import type { DataInScope, Moment, MomentTarget, TickPage } from './moment.types';
import type { RecordedRun } from './recorded.types';
import type { RefactorCheck, Refactoring, RefactorReport } from './refactor.types';
import type {
  HistoryPage,
  LoadedRun,
  ProgressBatch,
  RunRequest,
  ServiceChoice,
  Speed,
  StartResult,
  StoredHistory,
  Visit,
  VisitPage,
} from './run.types';
import type { ImportResult, KeptRuns, RunAbout, RunOnShow } from './runs/runs.types';
import type {
  ColouredPiece,
  FieldHelp,
  FieldHover,
  FieldQuestion,
  FieldSymbol,
  HoverText,
  PlaceQuestion,
  SeenAt,
  SignatureHere,
  Suggestions,
  SymbolHere,
  ValueHints,
  WithData,
} from './services.types';

/**
 * Every message that crosses between the page and its two workers. A request carries an id and gets
 * exactly one reply with that id; a push has none. Errors cross as data.
 */

/** An answer as what became of the one before: between two keystrokes little changes but places. */
export interface NextAnswer<Result> {
  readonly answer: number;
  /** From the answer that the request named; a whole value when the worker has another one. */
  readonly delta: Delta;
  /** Never there: what the delta leads to. */
  readonly leadsTo?: Result;
}

/** Request type → what is asked and what comes back. */
export interface LanguageRequests {
  readonly analyse: {
    readonly request: {
      readonly text: string;
      readonly format: TextFormat;
      readonly drawing: DrawingOptions;
      /** What it is checked as. */
      readonly as: ExecutionType;
      /** The last answer that the page has, if any. */
      readonly since: number | undefined;
    };
    readonly reply: NextAnswer<AnalyseResult>;
  };
  /** What there is to say of a text. */
  readonly findings: {
    readonly request: {
      readonly text: string;
      readonly format: TextFormat;
      readonly as: ExecutionType;
      /** As of `analyse`. */
      readonly since: number | undefined;
    };
    readonly reply: NextAnswer<readonly Diagnostic[]>;
  };
  readonly planEdit: {
    readonly request: { readonly text: string; readonly format: TextFormat; readonly intent: EditIntent };
    readonly reply: EditResult;
  };
  /** The edits of fixes that findings offer. */
  readonly planFixes: {
    readonly request: {
      readonly text: string;
      readonly format: TextFormat;
      readonly choice: FixChoice;
      readonly as: ExecutionType;
    };
    readonly reply: EditResult;
  };
  /** Into another notation, or the same one formatted anew. */
  readonly format: {
    readonly request: { readonly text: string; readonly from: TextFormat; readonly to: TextFormat };
    readonly reply: ConvertResult;
  };
  /** What a text is that was pasted or dropped. */
  readonly recognise: {
    readonly request: { readonly text: string };
    readonly reply: Recognised;
  };
  /** What an execution elsewhere recorded, looked at with a definition; null when the text holds no events. */
  readonly readRecorded: {
    readonly request: { readonly history: string; readonly text: string; readonly format: TextFormat };
    readonly reply: RecordedRun | null;
  };
  /** A definition with the states and ways that a history shows. */
  readonly sketch: {
    readonly request: { readonly events: readonly HistoryEvent[] };
    readonly reply: string;
  };
  /** States as text to be pasted elsewhere; null when one of them is gone. */
  readonly copyStates: {
    readonly request: {
      readonly text: string;
      readonly format: TextFormat;
      readonly states: readonly StatePath[];
    };
    readonly reply: string | null;
  };
  /** A MockConfigFile.json for the definition's Task states. */
  readonly scaffoldMocks: {
    readonly request: { readonly text: string; readonly format: TextFormat; readonly name: string };
    readonly reply: string;
  };
  /** The text of a MockConfigFile with a state renamed. */
  readonly renameInMocks: {
    readonly request: { readonly text: string; readonly rename: MockRename };
    readonly reply: string;
  };
  /** What is wrong with a condition that is no part of a definition; null when it can be read. */
  readonly readCondition: {
    readonly request: { readonly text: string; readonly language: QueryLanguage };
    readonly reply: string | null;
  };
  /** What is to be said of the mocks of states. */
  readonly checkMocks: {
    readonly request: {
      readonly text: string;
      readonly format: TextFormat;
      readonly mocks: readonly MockedTask[];
    };
    readonly reply: readonly MockReport[];
  };
  /** What a form about a state shows; null when it is gone. */
  readonly describeState: {
    readonly request: {
      readonly text: string;
      readonly format: TextFormat;
      readonly state: StatePath;
      readonly as: ExecutionType;
    };
    readonly reply: StateDetail | null;
  };
  /** What a form about the machine shows; null when the text is no object. */
  readonly describeMachine: {
    readonly request: { readonly text: string; readonly format: TextFormat; readonly as: ExecutionType };
    readonly reply: MachineDetail | null;
  };
  /** Two versions taken apart and drawn as one. */
  readonly compare: {
    readonly request: {
      readonly before: VersionText;
      readonly after: VersionText;
      readonly direction: Direction;
    };
    readonly reply: CompareResult;
  };
  /** One state tried on data; `now` is the virtual time of the trial. */
  readonly tryState: {
    readonly request: {
      readonly text: string;
      readonly format: TextFormat;
      readonly trial: StateTrial;
      readonly now: EpochMs;
    };
    readonly reply: TrialResult;
  };
  /** What a refactoring would do. */
  readonly refactor: {
    readonly request: {
      readonly text: string;
      readonly format: TextFormat;
      readonly refactoring: Refactoring;
    };
    readonly reply: RefactorReport;
  };
  /** The text of a run and another one, run on the same input. */
  readonly checkRefactoring: {
    readonly request: { readonly run: RunRequest; readonly after: string };
    readonly reply: RefactorCheck;
  };
  /** What can be written at a place. */
  readonly suggest: { readonly request: PlaceQuestion; readonly reply: WithData<Suggestions> };
  /** What can be written at a caret in a field of a form, and the call it is in. */
  readonly fieldHelp: { readonly request: FieldQuestion; readonly reply: WithData<FieldHelp> };
  /** What there is to know about a place in a field of a form. */
  readonly fieldHover: { readonly request: FieldQuestion; readonly reply: FieldHover };
  /** The state or variable named at a place in a field of a form, and everywhere it is written. */
  readonly fieldSymbol: { readonly request: FieldQuestion; readonly reply: FieldSymbol };
  /** What there is to know about a place. */
  readonly hover: { readonly request: PlaceQuestion; readonly reply: WithData<HoverText> };
  /** The state or variable named at a place, and everywhere it is written. */
  readonly symbolAt: { readonly request: PlaceQuestion; readonly reply: SymbolHere | null };
  readonly renameVariable: {
    readonly request: PlaceQuestion & { readonly name: string };
    readonly reply: EditResult;
  };
  /** The call that a place is in. */
  readonly signatureAt: { readonly request: PlaceQuestion; readonly reply: SignatureHere | null };
  /** The pieces of the expressions in a range. */
  readonly colours: {
    readonly request: { readonly text: string; readonly format: TextFormat; readonly within: TextRange };
    readonly reply: readonly ColouredPiece[];
  };
  /** The values of the expressions in a range; `seen` is what the answer before wanted. */
  readonly valueHints: {
    readonly request: {
      readonly text: string;
      readonly format: TextFormat;
      readonly within: TextRange;
      readonly seen?: readonly SeenAt[];
    };
    readonly reply: ValueHints;
  };
}

/**
 * What is asked of one run. Each of these requests says which: what is on show may be another one by the time that it is
 * read.
 */
export interface RunRequests extends LookRequests {
  readonly pause: { readonly request: unknown; readonly reply: null };
  /** `target`: pauses when that state is entered. */
  readonly continue: { readonly request: { readonly target?: StatePath }; readonly reply: null };
  /** Runs on for a step, then pauses. */
  readonly step: { readonly request: { readonly kind: StepKind }; readonly reply: null };
  /** In place of those it had; their states are named as in the text it runs. */
  readonly setBreakpoints: {
    readonly request: { readonly breakpoints: readonly Breakpoint[] };
    readonly reply: null;
  };
  /** As StopExecution does. A run that is still made ready does not begin, or go on. */
  readonly stop: { readonly request: unknown; readonly reply: null };
  readonly setSpeed: { readonly request: { readonly speed: Speed }; readonly reply: null };
  readonly getEvents: {
    readonly request: { readonly from: number; readonly count: number };
    readonly reply: HistoryPage;
  };
  readonly getVisits: {
    readonly request: { readonly state: StatePath; readonly from: number; readonly count: number };
    readonly reply: VisitPage;
  };
  readonly getVisit: {
    readonly request: { readonly state: StatePath; readonly number: number };
    readonly reply: Visit | null;
  };
  /** About a call that waits for the user; null when it does not any more. */
  readonly getCall: { readonly request: { readonly task: TaskId }; readonly reply: CallDetail | null };
  /** What is to be said of an output before it is given. */
  readonly checkAnswer: {
    readonly request: { readonly task: TaskId; readonly output: string };
    readonly reply: MockFindings;
  };
  /** The reply says why the answer was refused. */
  readonly answerCall: {
    readonly request: { readonly task: TaskId; readonly answer: CallAnswer };
    readonly reply: InboxProblem | null;
  };
  /** Open calls hold time up: it goes on to the next timer. */
  readonly letTimePass: { readonly request: unknown; readonly reply: null };
  /** From here on visits and data are those of a moment of the run; null: they are of the run as it is. */
  readonly showMoment: {
    readonly request: { readonly target: MomentTarget };
    readonly reply: Moment | null;
  };
  /** All events of the run, in at most so many places. */
  readonly getTicks: { readonly request: { readonly places: number }; readonly reply: TickPage };
  /** The variables in scope, and what expressions in the definition's query language come to. */
  readonly getData: {
    readonly request: { readonly watches: readonly string[] };
    readonly reply: DataInScope;
  };
  /** A new run that has the history of this one as far as a visit, and its place on show. */
  readonly branch: {
    readonly request: {
      readonly branch: BranchRequest;
      readonly about: RunAbout;
      readonly behind?: boolean;
      readonly speed: Speed;
      readonly paused: boolean;
      readonly stops: StopRequest;
    };
    readonly reply: BranchResult;
  };
  /** The run, which did not succeed, goes on; with another definition and other services, when they are given. */
  readonly redrive: {
    readonly request: {
      readonly definition?: EditedDefinition;
      readonly services?: ServiceChoice;
      readonly behind?: boolean;
      readonly speed: Speed;
      readonly stops: StopRequest;
    };
    readonly reply: StartResult;
  };
  /** The run, paused at a Choice, takes a rule that is not asked, and stops after it. */
  readonly forceChoice: {
    readonly request: {
      readonly rule: RuleNumber;
      readonly behind?: boolean;
      readonly speed: Speed;
      readonly stops: StopRequest;
    };
    readonly reply: StartResult;
  };
  /** Why a visit went as it did; null when nothing is known of it. */
  readonly explain: {
    readonly request: { readonly state: StatePath; readonly number: number };
    readonly reply: VisitExplanation | null;
  };
  /** The state entered at an event, or next after it. */
  readonly findEntry: { readonly request: { readonly event: number }; readonly reply: Entry | null };
  /** The whole history as the JSON text of GetExecutionHistory. */
  readonly exportHistory: { readonly request: unknown; readonly reply: string };
}

/** A request about the run of that name. A child execution that is looked at is called by its ARN. */
export type Named<Requests> = {
  readonly [Type in keyof Requests]: {
    readonly request: { readonly run: string; readonly ask: BodyOf<Requests, Type> };
    readonly reply: ReplyOf<Requests, Type>;
  };
};

export interface ExecutionRequests extends Named<RunRequests>, ChildRequests {
  /**
   * Comes on show, unless it is `behind`: something else was to come on show since. The runs before it go on. `paused`:
   * stop before the first state.
   */
  readonly start: {
    readonly request: {
      readonly run: RunRequest;
      readonly behind: boolean;
      readonly speed: Speed;
      readonly paused: boolean;
      readonly stops: StopRequest;
      readonly about: RunAbout;
    };
    readonly reply: StartResult;
  };
  /**
   * Puts a run on show: one in memory as it is, any other brought back from what is kept. One that was interrupted then
   * stands where it was, or goes on if it was going on. The reply is a sentence when it cannot be.
   */
  readonly showRun: {
    readonly request: {
      readonly run: string;
      readonly speed: Speed;
      readonly stops: StopRequest;
      readonly goOn: boolean;
    };
    readonly reply: RunOnShow | string;
  };
  /** Lets go of a run; what is kept of it stays. */
  readonly closeRun: { readonly request: { readonly run: string }; readonly reply: null };
  readonly listRuns: { readonly request: unknown; readonly reply: KeptRuns };
  /** The reply names those that another tab of the browser is at work on: they stay. */
  readonly removeRuns: {
    readonly request: { readonly runs: readonly string[] };
    readonly reply: readonly string[];
  };
  /** Characters that may be kept of all runs. */
  readonly limitRuns: { readonly request: { readonly limit: number }; readonly reply: null };
  /** The text of a run's file. */
  readonly exportRun: { readonly request: { readonly run: string }; readonly reply: string };
  readonly importRun: { readonly request: { readonly text: string }; readonly reply: ImportResult };
  /** Shows a run that has ended before, from its events. */
  readonly load: {
    readonly request: {
      readonly text: string;
      readonly format: TextFormat;
      readonly history: StoredHistory;
      /** Its executionName; it is asked about under this name. */
      readonly name: string;
    };
    readonly reply: LoadedRun;
  };
  /** A handler on its own, no run needed. */
  readonly tryHandler: { readonly request: HandlerCall; readonly reply: HandlerOutcome };
}

/** A request on its way. */
export type RequestOf<Requests> = {
  [Type in keyof Requests]: {
    readonly id: number;
    readonly type: Type;
    readonly body: BodyOf<Requests, Type>;
  };
}[keyof Requests];

/** What is asked with a request. */
export type BodyOf<Requests, Type extends keyof Requests> = Requests[Type] extends {
  readonly request: infer Body;
}
  ? Body
  : never;
/** What comes back. */
export type ReplyOf<Requests, Type extends keyof Requests> = Requests[Type] extends {
  readonly reply: infer Reply;
}
  ? Reply
  : never;

export type ToLanguageWorker = RequestOf<LanguageRequests>;
export type ToExecutionWorker = RequestOf<ExecutionRequests>;

/** What comes back from either worker: exactly one reply or failure per request, and pushes. */
export type FromWorker =
  | { readonly type: 'reply'; readonly id: number; readonly body: unknown }
  /** The request could not be answered: a mistake of ours, told so that the page can say it. */
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
  | ExecutionPush;

export type ExecutionPush =
  | ChildNews
  | { readonly type: 'progress'; readonly batch: ProgressBatch }
  /** The run was given up because of a mistake of ours; the worker goes on. */
  | { readonly type: 'crashed'; readonly run: string; readonly message: string }
  /** The run goes on, but is not kept: it needs too much room, or nothing can be stored. */
  | { readonly type: 'unkept'; readonly run: string; readonly reason: 'full' | 'refused' | 'gone' };
