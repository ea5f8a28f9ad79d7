import type { Brand, EpochMs, Json, JsonObject, Resource, Seconds, StatePath, TextFormat } from '../asl';
import type { HistoryEvent, HistoryEventType } from './events';

export type TaskId = Brand<number, 'TaskId'>;

/** Everything an execution is told when it starts; with the program, the input and the journal it decides the history. */
export interface ExecutionSettings {
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly startTime: EpochMs;
  /** Seeds the execution's own random numbers (jitter, UUIDs, MathRandom). */
  readonly seed: number;
  readonly executionName: string;
  readonly executionArn: string;
  readonly stateMachineName: string;
  readonly stateMachineArn: string;
  readonly roleArn: string;
  readonly region: string;
  /** The caller's JSON text of the input: shown as it is wherever the input is passed on unchanged. */
  readonly inputText?: string;
  /**
   * AWS as it was on this day, where its behaviour has changed since; absent: as it is now. What changed is noted
   * where it is read.
   */
  readonly serviceDate?: EpochMs;
}

/** When an execution is told something. */
interface Told {
  readonly at: EpochMs;
  /** Events of all executions recorded before it; filled in by the journal, so that a replay tells it at the same place. */
  readonly afterEvent?: number;
}

/** A rule of a Choice by its place, from 0, or its Default. */
export type RuleNumber = number | 'default';

/** What AWS does not have: somebody takes a hand in the state that is entered next. */
export type ManualChange =
  /** Another input, other variables; those that are not named stay as they are. */
  | { readonly type: 'amend'; readonly input?: Json; readonly variables?: JsonObject }
  /** The Choice goes the way of a rule whose condition is not asked. */
  | { readonly type: 'forceChoice'; readonly rule: RuleNumber }
  /** What follows follows another definition. */
  | { readonly type: 'rebase'; readonly text: string; readonly format: TextFormat };

/** What the world tells a running execution. A list of these, in order, is its journal. */
export type Job = Told &
  (
    | ManualChange
    /** A worker has taken the activity task. */
    | { readonly type: 'taskStarted'; readonly task: TaskId; readonly workerName?: string }
    /** `.sync` and `.waitForTaskToken`: the service accepted the request. */
    | { readonly type: 'taskSubmitted'; readonly task: TaskId; readonly output: Json }
    | { readonly type: 'taskSucceeded'; readonly task: TaskId; readonly output: Json }
    | {
        readonly type: 'taskFailed';
        readonly task: TaskId;
        readonly error?: string;
        readonly cause?: string;
        /** Another failure event than the pattern's own, e.g. `TaskSubmitFailed`. */
        readonly event?: HistoryEventType;
      }
    | {
        readonly type: 'taskTimedOut';
        readonly task: TaskId;
        readonly cause?: string;
        /** It is the heartbeat that did not come. */
        readonly heartbeat?: true;
      }
    | { readonly type: 'taskHeartbeat'; readonly task: TaskId }
    | { readonly type: 'stop'; readonly error?: string; readonly cause?: string }
    /** RedriveExecution: an execution that did not succeed goes on where it stopped. */
    | { readonly type: 'redrive' }
  );

/** What a task's service or worker says. */
export type TaskJob = Extract<Job, { readonly task: TaskId }>;

/** A manual change that was made. It stands beside the history, which stays as AWS would write it. */
export type Mark = {
  /** Events of the timeline before it: the place of the event that shows its effect. */
  readonly position: number;
  /** The state that was entered next; absent for another definition. */
  readonly state?: StatePath;
} & (
  | {
      readonly type: 'amend';
      readonly changesInput: boolean;
      /** Variables that were given values. */
      readonly changed: readonly string[];
      /** All variables in sight afterwards; absent when none was changed. */
      readonly variables?: JsonObject;
    }
  | { readonly type: 'forceChoice'; readonly rule: RuleNumber }
  | { readonly type: 'rebase' }
);

/** What an execution asks of the world. */
export type Command =
  | { readonly type: 'callService'; readonly call: ServiceCall }
  /** The task's state was aborted or timed out; an answer is no longer wanted. */
  | { readonly type: 'cancel'; readonly task: TaskId };

export type ObjectFormatName = 'JSON' | 'JSONL' | 'CSV' | 'PARQUET' | 'S3_INVENTORY' | 'ATHENA_DATA';

export interface ServiceCall {
  readonly task: TaskId;
  readonly at: EpochMs;
  readonly state: StatePath;
  readonly stateName: string;
  readonly resource: Resource;
  /** Evaluated Parameters or Arguments; the effective input when the state has none. */
  readonly arguments: Json;
  /** 0 for the first attempt of this visit. */
  readonly attempt: number;
  /** Calls of this state so far in the execution, 0 for the first: iterations, loops and retries all count. */
  readonly invocation: number;
  /** Iteration indexes of the enclosing Maps, outermost first. */
  readonly mapIndex: readonly number[];
  readonly taskToken?: string;
  /** A Distributed Map reads an object: what its ItemReader expects in it. */
  readonly objectFormat?: ObjectFormatName;
  readonly executionArn: string;
  /** Of a Task state: events in the timeline when it was made, the last one being that of this call. */
  readonly recorded?: number;
}

/** How a service answers a call. `after` is virtual time. */
export type ServiceAnswer = {
  readonly submitted?: Json;
  /** Activities: the worker that took the task. */
  readonly workerName?: string;
  readonly after?: Seconds;
} & (
  | { readonly type: 'succeed'; readonly output: Json }
  | {
      readonly type: 'fail';
      readonly error?: string;
      readonly cause?: string;
      readonly event?: HistoryEventType;
    }
  | { readonly type: 'timeout'; readonly cause?: string }
  /** Never answers: the state's own timeout decides. */
  | { readonly type: 'never' }
);

export type CallService = (call: ServiceCall) => ServiceAnswer | Promise<ServiceAnswer>;

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** Whether an execution can be redriven, in the words of DescribeExecution. */
export type RedriveStatus =
  | { readonly redriveStatus: 'REDRIVABLE' }
  | { readonly redriveStatus: 'NOT_REDRIVABLE'; readonly redriveStatusReason: string };

/** One event as the interpreter keeps it: values by reference, no text. Its id is its index + 1. */
export interface EventRecord {
  readonly type: HistoryEventType;
  readonly previousEventId: number;
  readonly time: EpochMs;
  /** The state the event belongs to; absent for execution events. */
  readonly state: StatePath | undefined;
  readonly stateName: string | undefined;
}

export interface History {
  readonly length: number;
  record(index: number): EventRecord;
  /** Input, output, parameters or result that the event carries, by reference; undefined when it carries none. */
  value(index: number): Json | undefined;
  /** Indexes of the Map iterations the event belongs to, outermost first. */
  mapIndex(index: number): readonly number[];
  /** The AWS-shaped event; its JSON texts are made here, when somebody reads them. */
  event(index: number): HistoryEvent;
}

/** One of a Map Run's child executions. */
export interface ChildExecution {
  readonly settings: ExecutionSettings;
  readonly status: ExecutionStatus;
  readonly input: Json;
  readonly output: Json | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  readonly startTime: EpochMs;
  readonly stopTime: EpochMs | undefined;
  readonly history: History;
}

/** Executions, or items, of a Map Run by what became of them. */
export interface MapRunCounts {
  readonly pending: number;
  readonly running: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly timedOut: number;
  readonly aborted: number;
  readonly total: number;
  readonly resultsWritten: number;
}

/** As DescribeMapRun answers; dates in ISO 8601. */
export interface MapRunDescription {
  readonly mapRunArn: string;
  readonly executionArn: string;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  readonly startDate: string;
  readonly stopDate?: string;
  readonly maxConcurrency: number;
  readonly toleratedFailurePercentage: number;
  readonly toleratedFailureCount: number;
  readonly itemCounts: MapRunCounts;
  readonly executionCounts: MapRunCounts;
}

/** The child executions of one attempt at a Distributed Map. */
export interface MapRunRecord {
  readonly mapRunArn: string;
  /** The Map. */
  readonly state: StatePath | undefined;
  /** Of an item or batch each, in their order; those that wait for room are not among them. */
  readonly executions: readonly ChildExecution[];
  describe(): MapRunDescription;
}

/** An event among those of all executions. `previousEventId` counts in the timeline, from 1. */
export interface TimelineRecord extends EventRecord {
  /** The event starts a child execution: its place among the children of its Map Run. */
  readonly childIndex?: number;
}

/** What an event is, and of which state; the execution's own have none. */
export interface TimelineSite {
  readonly type: HistoryEventType;
  readonly state: { readonly path: StatePath } | undefined;
}

/**
 * Everything an execution and its child executions recorded, in the order in which it happened. A child's
 * first event points at its Map's MapRunStarted, its first state and its end from outside at that first event, so
 * that every thread leads back to the state it runs in. Without children it is the execution's own history.
 */
export interface Timeline {
  readonly length: number;
  record(position: number): TimelineRecord;
  /** Type and state of an event; nothing is made to know them. */
  site(position: number): TimelineSite;
  /** The event as its own execution's history has it. */
  event(position: number): HistoryEvent;
  /** The event's id in its own execution's history. */
  idOf(position: number): number;
  /** How many of the first `position` events are the machine's own execution's. */
  mainEvents(position: number): number;
  /** Place of an event of the machine's own execution, by its index there. */
  mainPosition(index: number): number;
  /** The iteration of an inline Map that an event starts, from 0; -1 for other events. No text is made to know it. */
  iterationStarted(position: number): number;
  /** What was changed by hand, in order. */
  readonly marks: readonly Mark[];
}

/** How long an answer may take, and whether a worker has taken the task. */
export interface TaskDue {
  readonly timeout?: EpochMs;
  readonly heartbeat?: EpochMs;
  readonly isStarted: boolean;
}

/**
 * `budget`: the transition budget is used up; `idle`: it waits until its commands are taken, else only a timer or an
 * answer can move it; `ended`.
 */
export type RunResult = 'budget' | 'idle' | 'ended';

/**
 * A running execution: a pure function of (program, settings, input, journal). It owns no clock, no
 * randomness and no network; whoever holds it plays its timers and answers its commands.
 */
export interface Execution {
  readonly settings: ExecutionSettings;
  readonly status: ExecutionStatus;
  /** Virtual time. */
  readonly now: EpochMs;
  readonly history: History;
  readonly timeline: Timeline;
  /** In order of start. */
  readonly mapRuns: readonly MapRunRecord[];
  readonly output: Json | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  /**
   * Works through everything that is due at `now`, at most `maxTransitions` states entered. A promise only
   * when an expression needs the asynchronous JSONata library.
   *
   * @param isEnough asked before each state that is entered, when all that comes before it is recorded: true ends it there, as
   *   a budget that is used up does. It must not touch the execution
   */
  run(maxTransitions?: number, isEnough?: () => boolean): RunResult | Promise<RunResult>;
  /** The instant of the earliest timer (Wait, backoff, timeout, heartbeat, delayed answer); undefined when none. */
  readonly nextTimer: EpochMs | undefined;
  /** States entered so far, nested ones included. */
  readonly transitions: number;
  /** What was delivered so far, in order: with the program, the settings and the input it decides the history. */
  readonly journal: readonly Job[];
  readonly journalLength: number;
  /** The journal from a job on. */
  journalFrom(start: number): readonly Job[];
  /** The state that waits for `nextTimer`; undefined when that is none: the execution's own time is up then. */
  readonly nextTimerAt: StatePath | undefined;
  /** Moves virtual time forward, never past `nextTimer`. */
  advanceTo(time: EpochMs): void;
  /** Whether an answer to the task is still wanted. */
  isWaiting(task: TaskId): boolean;
  /** When an open task's own TimeoutSeconds and HeartbeatSeconds will have passed. */
  taskDue(task: TaskId): TaskDue;
  /** What was asked for since the last call. */
  takeCommands(): readonly Command[];
  readonly redriveCount: number;
  readonly redriveStatus: RedriveStatus;
  /**
   * A job of a later instant waits in the timer queue; a stop takes effect at once, and so does a redrive of an
   * execution that can be redriven. Other jobs for an execution that has ended are ignored.
   */
  deliver(job: Job): void;
  /**
   * Takes a hand in the state that is entered next; so the execution must stand before a state, as `run` leaves it
   * when its budget is used up. Another definition may be given to one that has ended, too, for its redrive.
   *
   * @returns a sentence that says why not; undefined when it is done
   */
  change(change: ManualChange): string | undefined;
}
