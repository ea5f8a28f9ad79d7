import type { EpochMs, StatePath, TextFormat, TransitionId } from '../asl';
import type { ExecutionSettings, ExecutionStatus, HistoryEvent, Mark } from '../interpreter';
import type { MockedTask, S3Object } from '../services';
import type { AskChoice, OpenCalls } from './calls.types';

/** How a state, or one visit of it, is doing. `retrying`: an attempt failed and another may follow. */
export type StateStatus =
  | 'notStarted'
  | 'inProgress'
  | 'waiting'
  | 'retrying'
  | 'succeeded'
  | 'caught'
  | 'failed'
  | 'aborted';

/** A state over all its visits. */
export interface StateProgress {
  readonly path: StatePath;
  /** The most urgent status of the open visits; when none is open, that of the visit that closed last. */
  readonly status: StateStatus;
  /** Times the state was entered. */
  readonly visits: number;
  /** Visits that have not ended. */
  readonly open: number;
  readonly succeeded: number;
  readonly caught: number;
  readonly failed: number;
  readonly aborted: number;
  /** Attempts after the first, over all visits. */
  readonly retries: number;
}

/** How often a transition was taken. */
export interface TransitionCount {
  readonly id: TransitionId;
  readonly count: number;
}

/** Instant: as fast as possible. A number: transitions per second of real time; virtual time is skipped. */
export type Speed = 'instant' | number | ClockPace;

/** Virtual time goes by the clock on the wall, so many times as fast: what waits in the run is waited for. */
export interface ClockPace {
  readonly times: number;
}

/** How virtual time went, besides where it stands. */
export interface TimeSpent {
  /** Milliseconds that nobody waited for, since the run was begun or brought back. */
  readonly skipped: number;
  /** What is waited for now. */
  readonly waiting?: {
    readonly until: EpochMs;
    /** The state whose wait, back-off or time limit it is; absent: the execution's own limit. */
    readonly at?: StatePath;
  };
}

export type RunControl = 'running' | 'paused' | 'ended';

/** How an execution ended. `output` is JSON text. */
export interface RunResultSummary {
  readonly status: Exclude<ExecutionStatus, 'RUNNING'>;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  /** Of one that did not succeed: why it cannot be redriven, in the words of DescribeExecution. */
  readonly notRedrivable?: string;
}

/** What changed since the batch before; at most one per animation frame. */
export interface ProgressBatch {
  /** `executionName` of the run it tells about. */
  readonly run: string;
  readonly control: RunControl;
  /** Virtual time. */
  readonly now: EpochMs;
  /** Absent: nothing was skipped, and nothing is waited for. */
  readonly time?: TimeSpent;
  /** Events in the history so far. */
  readonly events: number;
  /** Likewise, with those of child executions. */
  readonly timeline: number;
  /** States entered so far. */
  readonly transitions: number;
  readonly states: readonly StateProgress[];
  readonly taken: readonly TransitionCount[];
  /** The last transition taken, for the highlight. */
  readonly last?: TransitionId;
  /** The last state entered; of a paused run the one it stands at. */
  readonly at?: StatePath;
  /** Of a paused run: which visit of that state it stands at. */
  readonly visit?: number;
  readonly result?: RunResultSummary;
  /** Calls that wait for the user; absent when there are none. */
  readonly open?: OpenCalls;
  /** Why the run paused by itself: a sentence for the user. */
  readonly note?: string;
  /** What stopped it where it stands, when that was a breakpoint: a sentence for the user. */
  readonly reason?: string;
}

/** What a run from storage says about its states. */
export type LoadedRun = Pick<ProgressBatch, 'states' | 'taken' | 'timeline'>;

/** Who answers Tasks. */
export interface ServiceChoice {
  /** Answered as these say, before any test case. */
  readonly mockedTasks?: readonly MockedTask[];
  /** What is left to the user; absent: nothing. */
  readonly ask?: AskChoice;
  /** Absent: every Task is answered by a stub. */
  readonly mocks?: MockChoice;
  /** What is in S3: for ItemReader, ResultWriter and S3 tasks. */
  readonly objects?: readonly S3Object[];
  /** Run for real when a Task starts them; others are stubs. */
  readonly machines?: readonly MachineText[];
}

/** Who answers from some place in a history on: the world is another one when a run is redriven, or branches. */
export interface LaterServices extends ServiceChoice {
  /** Events of all executions before the first that may be of these. */
  readonly from: number;
}

/** Everything that decides a run: with the journal, the history follows from it. */
export interface RunRequest extends ServiceChoice {
  readonly text: string;
  readonly format: TextFormat;
  /** The caller's JSON text, as typed. */
  readonly input: string;
  readonly settings: ExecutionSettings;
  /** In place of those above, the last that have come; in the order of their places. */
  readonly later?: readonly LaterServices[];
}

/** A state machine that Tasks may start. */
export interface MachineText {
  readonly name: string;
  /** JSON or YAML. */
  readonly text: string;
  readonly type: 'STANDARD' | 'EXPRESS';
}

/** A MockConfigFile.json and the test case in it that answers. */
export interface MockChoice {
  readonly text: string;
  readonly machine: string;
  readonly testCase: string;
}

/** An AWS-shaped history and the state each event belongs to. */
export interface StoredHistory {
  readonly events: readonly HistoryEvent[];
  /** Distinct states; `states[i]` of an event is an index here, -1 for none. Absent for a history from elsewhere. */
  readonly paths?: readonly StatePath[];
  readonly states?: readonly number[];
  /** Present when there are child executions among the events. */
  readonly children?: StoredChildren;
  /** What was changed by hand. */
  readonly marks?: readonly Mark[];
}

/** What the events of several executions do not say themselves; an entry for each event. */
export interface StoredChildren {
  /** Position of the event before, from 1; 0 for none. */
  readonly previous: readonly number[];
  /** The child execution that the event starts, by its index in its Map Run; -1 for none. */
  readonly starts: readonly number[];
  /** Positions of the machine's own execution's events. */
  readonly main: readonly number[];
}

/** Some events of a history. Ids count from 1; `from` is an index from 0. */
export interface HistoryPage {
  readonly from: number;
  readonly total: number;
  readonly rows: readonly HistoryRow[];
}
export interface HistoryRow {
  readonly event: HistoryEvent;
  readonly state: StatePath | undefined;
  /** The visit it belongs to, by its place among the visits of its state. */
  readonly visit?: number;
  /** What was done by hand before it. */
  readonly mark?: Mark['type'];
  /** ARN of the execution that it tells of, when that can be looked at. */
  readonly child?: string;
}

/** One time a state was entered. */
export interface VisitSummary {
  readonly state: StatePath;
  /** From 0, in the order the visits were entered. */
  readonly number: number;
  /** Iteration indexes of the enclosing Maps, outermost first. */
  readonly iteration: readonly number[];
  readonly status: StateStatus;
  readonly enteredEventId: number;
  readonly enteredAt: EpochMs;
  readonly exitedEventId?: number;
  /** When it ended, with or without an Exited event. */
  readonly endedAt?: EpochMs;
  /** Attempts of the task (Parallel and Map: of the whole container); 0 for a state that makes none. */
  readonly attempts: number;
  /** What was done by hand before it was entered. */
  readonly mark?: Mark['type'];
}

/** One try of a Task, or of a whole Parallel or Map. Texts are JSON. */
export interface Attempt {
  /** From 0. */
  readonly number: number;
  readonly eventId: number;
  readonly scheduledAt: EpochMs;
  readonly startedAt?: EpochMs;
  readonly endedAt?: EpochMs;
  readonly outcome: 'open' | 'succeeded' | 'failed' | 'timedOut' | 'aborted';
  /** What the service was asked: evaluated parameters, or the payload of a Lambda function. */
  readonly parameters?: string;
  /** `.sync` and `.waitForTaskToken`: what the service answered at once. */
  readonly submitted?: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  /** ARN of the execution that it started, when that can be looked at. */
  readonly child?: string;
}

/** Everything known about one visit. Texts are JSON. */
export interface Visit extends VisitSummary {
  readonly input?: string;
  /** Variables in scope when it was entered. */
  readonly variables: Readonly<Record<string, string>>;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly assignedVariables?: Readonly<Record<string, string>>;
  readonly tries: readonly Attempt[];
}

export interface VisitPage {
  readonly state: StatePath;
  readonly from: number;
  readonly total: number;
  readonly visits: readonly VisitSummary[];
}

/** Why a definition cannot be run, or that it has begun. */
export type StartResult = { readonly ok: true } | { readonly ok: false; readonly reason: string };
