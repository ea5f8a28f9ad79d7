import type {
  Diagnostic,
  ExecutionAnswer,
  Graph,
  Layout,
  Point,
  StatePath,
  TestAnswer,
  TextFormat,
} from '../asl';
import type { HistoryEvent } from '../interpreter';
import type {
  AskChoice,
  BranchOrigin,
  Breakpoint,
  Direction,
  ExecutionType,
  ItemName,
  Moment,
  OpenCalls,
  OutlineEntry,
  Redriven,
  RunResultSummary,
  Speed,
  TextProblem,
  TimeSpent,
  ValuePlace,
  VisitName,
} from '../worker';
import type { CoverageState } from './covering/coverage.types';
import type { ServiceSettings } from './serviceSettings';

export interface DocumentState {
  readonly text: string;
  readonly format: TextFormat;
  /** Without extension: what files made from it are called. */
  readonly name: string;
  /** Grows by one with every writing of the text; never falls. */
  readonly version: number;
  /** What Undo would take back, e.g. `Rename “Bill” to “Invoice”`; undefined when there is nothing. */
  readonly undoLabel: string | undefined;
  readonly redoLabel: string | undefined;
}

/** What the language worker knows. Graph, layout and outline are those of the last readable text. */
export interface AnalysisState {
  readonly graph: Graph | undefined;
  readonly layout: Layout | undefined;
  readonly outline: readonly OutlineEntry[];
  /** Of the newest text that was looked through, readable or not: they follow the drawing. */
  readonly diagnostics: readonly Diagnostic[];
  /** Set while the newest text cannot be read; the graph then shows the last one that could. */
  readonly problem: TextProblem | undefined;
  /** Version of the text the graph was made from; -1 before the first. */
  readonly graphVersion: number;
  /** Version of the text the diagnostics are about; -1 before the first. */
  readonly analysedVersion: number;
}

/** How the document is shown, beside its text. */
export interface DrawingState {
  /** Containers that are drawn closed. */
  readonly collapsed: readonly StatePath[];
  /** States that were moved by hand, and how far, in canvas pixels. */
  readonly moved: readonly { readonly state: StatePath; readonly by: Point }[];
  /** Codes of findings that the user does not want to hear of. */
  readonly silenced: readonly string[];
}

export type SelectionOrigin = 'canvas' | 'editor' | 'inspector' | 'debugger' | 'command' | 'edit';

export interface SelectionState {
  /** The state in hand: forms, the editor and the run panel show it. */
  readonly state: StatePath | undefined;
  /** More states that gestures are about. */
  readonly also: readonly StatePath[];
  /** Who chose it: a view does not scroll to a selection it made itself. */
  readonly origin: SelectionOrigin;
}

/** Which part of the run on show is looked at; the views of its history show the same one. */
export interface LookingState {
  /** The run it is about, by its id: another run's visits are not these. */
  readonly run: string;
  readonly visit: VisitName | undefined;
  /** An item of a Map: visits of states inside the Map are those of this item. */
  readonly item: ItemName | undefined;
  /** A stage of a visit, and a place in its value. */
  readonly value: ValuePlace | undefined;
  /** The visit whose stages are gone through one by one. */
  readonly walk: VisitName | undefined;
}

export type HistoryView = 'events' | 'table' | 'timeline';

export type RunPhase = 'idle' | 'starting' | 'running' | 'paused' | 'ended' | 'crashed';
/** The phase of a run, by what its worker says of it. */
export const PHASES = { running: 'running', paused: 'paused', ended: 'ended' } as const;
export type { ExecutionType } from '../worker';

/** The run on show: going on, ended, or brought back from storage. */
export interface RunSummary {
  /** Its executionName. */
  readonly id: string;
  readonly type: ExecutionType;
  readonly input: string;
  /** Version of the document it runs; -1 when that was another text, before a reload. */
  readonly version: number;
  /** Real time it was started at, milliseconds since 1970. */
  readonly startedAt: number;
  /** Virtual time. */
  readonly now: number;
  /** How it went, as far as that was seen. */
  readonly time?: TimeSpent | undefined;
  readonly events: number;
  readonly transitions: number;
  readonly result: RunResultSummary | undefined;
  /** The test case whose mocks answered. */
  readonly mocks?: { readonly machine: string; readonly testCase: string };
  /** States with mocks of their own. */
  readonly mockedTasks?: number;
  /** It has the history of another run as far as an event, and went on from there otherwise. */
  readonly branched?: BranchOrigin;
  /** It was redriven last, with the definition it had or the edited one. */
  readonly redriven?: Redriven;
  /** It ran elsewhere, and its history was opened here. */
  readonly recorded?: {
    /** What of it is not there, in sentences. */
    readonly notes: readonly string[];
    /** Names of its states that the definition did not have when it was opened. */
    readonly foreign: readonly string[];
  };
  /** It was run here as a recorded run was, and got the results of that one. */
  readonly again?: {
    readonly recorded: RunSummary;
    readonly events: readonly HistoryEvent[];
    /** Which states had no results; empty when all had. */
    readonly note: string;
  };
  /** ARN of an execution that a Task of another one started. */
  readonly child?: string;
  /** What was left to the user. */
  readonly ask?: AskChoice;
  /** Shown from stored events: its first ones only, when `events` is larger than what was kept. */
  readonly restored: boolean;
}

/** The moment of the run that is looked at. */
export type ShownMoment = Omit<Moment, 'states' | 'taken'>;

/** A run that is open, as its tab shows it. */
export interface RunTab {
  readonly id: string;
  /** `Run 3`. */
  readonly name: string;
  readonly phase: RunPhase;
  readonly status: RunResultSummary['status'] | undefined;
}

/** A run whose page, or worker, went away before it ended. */
export interface InterruptedRun {
  readonly id: string;
  readonly name: string;
  readonly document: string;
  /** The state it was at. */
  readonly at: StatePath | undefined;
  /** The page stayed: its worker came to an end. */
  readonly withWorker?: boolean;
}

/** What is open: phase, run, place and message are those of the run on show. */
export interface ExecutionState {
  /** Oldest first. */
  readonly runs: readonly RunTab[];
  readonly interrupted: readonly InterruptedRun[];
  /** Workflows that are not on show and have runs that go on, by their ids. */
  readonly elsewhere: readonly string[];
  readonly phase: RunPhase;
  /** The input the next run gets, as typed. */
  readonly input: string;
  /** Why the input is not JSON; undefined when it is. */
  readonly inputProblem: string | undefined;
  /** A `sample` is made up from the definition and follows it until the user types another. */
  readonly inputOrigin: 'sample' | 'example' | 'user';
  readonly type: ExecutionType;
  readonly services: ServiceSettings;
  /** An `example`'s type and services leave with it, unless the user changed the services. */
  readonly servicesOrigin: 'example' | 'user';
  readonly run: RunSummary | undefined;
  /** The state entered last. */
  readonly at: StatePath | undefined;
  /** Of a paused run: the visit of that state it stands at. */
  readonly visit: number | undefined;
  /** Why the last Run did not start, or why the run was given up. */
  readonly message: string | undefined;
  /** Calls that wait for the user. */
  readonly open: OpenCalls | undefined;
  /** The breakpoint a paused run stands at, in words. */
  readonly reason: string | undefined;
  /** Events of the run on show, those of child executions included. */
  readonly timeline: number;
  /** Absent: the run is shown as it is. */
  readonly moment: ShownMoment | undefined;
  /** The way back from a child execution, the outermost first; empty when none was opened. */
  readonly parents: readonly ParentRun[];
}

export interface StoredTab extends Pick<RunTab, 'id' | 'name'> {
  /** As it is read, the workflow it is a run of; absent: the first one. */
  readonly document?: string;
}

/** Which runs are open: stored of each workflow, read of all. */
export interface StoredTabs {
  readonly open: readonly StoredTab[];
  readonly shown?: string;
  /** Runs started so far: the next one is called by the next number. */
  readonly started: number;
  /** The way back from a child execution whose definition is the document. */
  readonly parents?: readonly ParentRun[];
  /** The one that is on show, by its ARN. */
  readonly child?: string | undefined;
}

/** What a run gets besides the definition. */
export type RunSetup = Pick<ExecutionState, 'input' | 'inputOrigin' | 'type' | 'services' | 'servicesOrigin'>;

/** What of it outlives the page. */
export type StoredInput = Pick<RunSetup, 'input' | 'type' | 'inputOrigin'> &
  Partial<Pick<RunSetup, 'services' | 'servicesOrigin'>>;

/** What was open, and on show, when a child execution of it was opened: what the way back leads to. */
export interface ParentRun {
  /** The run that the executions are of. */
  readonly run: string;
  /** ARN of the execution that was on show, when that was a child itself. */
  readonly execution?: string;
  /** `Run 3`, or the state machine's name. */
  readonly label: string;
  /** The visit that started the child. */
  readonly visit?: VisitName;
  /** The one that the document was a version of. */
  readonly definition: string;
  readonly document: Pick<DocumentState, 'text' | 'format' | 'name'> & {
    readonly drawing?: DrawingState;
    readonly breakpoints?: readonly Breakpoint[];
    readonly watches?: readonly string[];
    readonly coverage?: CoverageState;
  };
  readonly setup: RunSetup;
}

export type Theme = 'light' | 'dark' | 'system';

export interface SettingsState {
  readonly theme: Theme;
  readonly direction: Direction;
  readonly speed: Speed;
  /** Panel id → its share of its group, in percent. */
  readonly panelSizes: Readonly<Record<string, number>>;
  /** Panel id → shown. A panel without an entry is shown as its view decides. */
  readonly panelsShown: Readonly<Record<string, boolean>>;
  /** What was added to workflows, newest first, each once; the canvas knows what the ids mean. */
  readonly recentlyAdded: readonly string[];
  readonly historyView: HistoryView;
  /** The editor shows what expressions come to beside them. */
  readonly valuesShown: boolean;
}

/** A sentence for the user that is not about a place in the text. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'warning' | 'error';
  readonly message: string;
  /** What may be done about it. */
  readonly offers: readonly Offer[];
}

export interface Offer {
  readonly label: string;
  readonly take: () => void;
}

/**
 * What AWS said of one execution or of one tested state, opened here. It is no part of the document, but goes with the
 * workflow that it was opened beside.
 */
export type AnswerFromAws = ToldByAws & {
  /** Later ones have higher ones; below zero: opened before the page was loaded. */
  readonly id: number;
  /** It is too large to be stored. */
  readonly unkept?: boolean;
};

/** What of it outlives the page. */
export type ToldByAws =
  | { readonly kind: 'execution'; readonly execution: ExecutionAnswer }
  | {
      readonly kind: 'test';
      readonly test: TestAnswer;
      /** Values of variables before the state, that the user gave; by name, as typed. */
      readonly given?: Readonly<Record<string, string>>;
    };

/** What the dialog of refactorings is about. */
export interface RefactoringTopic {
  readonly kind: RefactoringKind;
  readonly states: readonly StatePath[];
}
export type RefactoringKind =
  | 'choose'
  | 'convert'
  | 'convertAll'
  | 'extractMachine'
  | 'extractParallel'
  | 'extractMap'
  | 'inline'
  | 'retry'
  | 'catch';

/** One of the workflows that are open. */
export interface OpenDocument {
  readonly id: string;
  /** As it was left, like the run: of the one on show the document and the execution say them. */
  readonly name: string;
  /** The run that was on show with it. */
  readonly run?: string | undefined;
}

/** The workflows that are open; all other parts of the state are about the one on show. */
export interface ShelfState {
  readonly shown: string;
  /** In the order of their tabs. */
  readonly open: readonly OpenDocument[];
}

export interface WorkspaceState {
  readonly shelf: ShelfState;
  readonly document: DocumentState;
  readonly analysis: AnalysisState;
  readonly drawing: DrawingState;
  /** Where runs stop; of states that are in the text. */
  readonly breakpoints: readonly Breakpoint[];
  /**
   * The definition that they are of: runs of another one have others. It is the same however the text is edited. That of
   * child executions is called by its text, whichever run started them.
   */
  readonly definition: string;
  readonly coverage: CoverageState;
  /** Expressions whose values are shown wherever a run is looked at. */
  readonly watches: readonly string[];
  readonly selection: SelectionState;
  readonly looking: LookingState;
  readonly execution: ExecutionState;
  readonly settings: SettingsState;
  /** Newest last. */
  readonly notices: readonly Notice[];
  readonly answer: AnswerFromAws | undefined;
  /** Absent: the dialog of refactorings is closed. */
  readonly refactoring: RefactoringTopic | undefined;
  /** False until what was stored has been read; true for ever after. */
  readonly restored: boolean;
}
