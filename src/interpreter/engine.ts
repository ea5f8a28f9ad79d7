import type { EpochMs, Json, JsonObject } from '../asl';
import { buildContext } from './context';
import type { Failure } from './data/failure';
import type { ChildOrigin, MapRun } from './distributed/mapRun';
import type {
  Command,
  ExecutionSettings,
  ExecutionStatus,
  Job,
  Mark,
  RuleNumber,
  TaskId,
  TaskJob,
} from './execution.types';
import { ExecutionRecord } from './executionRecord';
import { ENTER, WAITING } from './flow/phase';
import { Frame, type FrameOwner } from './frame';
import type { EventData } from './history/eventData';
import { EventLog } from './history/eventLog';
import { type EventSite, executionSites } from './history/eventSite';
import type { Program, ScopeProgram, StateProgram } from './program';
import { ReadyQueue, type Timer, TimerQueue } from './queue';
import { Random } from './random';

/** What a timer does when it is due. */
export type Due =
  /** A Wait ends or a back-off is over: the frame takes its step `phase`. */
  | { readonly type: 'wake'; readonly frame: Frame; readonly phase: number }
  | { readonly type: 'taskTimeout'; readonly task: TaskId }
  | { readonly type: 'taskHeartbeat'; readonly task: TaskId }
  /** An Express child has run for as long as it may. */
  | { readonly type: 'childTimeout'; readonly execution: ExecutionRecord }
  | { readonly type: 'job'; readonly job: TaskJob };

interface Child {
  readonly execution: ExecutionRecord;
  readonly origin: ChildOrigin;
  readonly root: Frame;
}

/** A Choice whose way is decided by hand, for one visit. */
interface ForcedChoice {
  readonly frame: Frame;
  readonly enteredEvent: number;
  readonly rule: RuleNumber;
}

const NO_JOBS: readonly Job[] = [];
const NO_MARKS: readonly Mark[] = [];
const NO_RUNS: readonly MapRun[] = [];
const MAIN_SITES = executionSites(undefined);
const NO_COMMANDS: readonly Command[] = [];

/**
 * The state of one execution and the few primitives that steps are made of: record an event, go on, wait,
 * ask, end. It decides nothing about states.
 */
export class Engine implements FrameOwner {
  readonly log: EventLog;
  readonly ready = new ReadyQueue<Frame>();
  /** The machine's own execution. */
  readonly main: ExecutionRecord;
  now: EpochMs;
  private readonly mainRoot: Frame;
  /** Map Runs in order of start; absent before the first. */
  private runs: MapRun[] | undefined = undefined;
  /** Child executions by number, from 1; absent before the first. */
  private children: Child[] | undefined = undefined;
  /** What the JSONata library still has to answer before the current step can be taken again. */
  awaiting: Promise<void> | undefined = undefined;
  /** With their places: a journal that is kept as the execution goes on is not copied for it. */
  private jobs: Job[] | undefined = undefined;
  private handMarks: Mark[] | undefined = undefined;
  forced: ForcedChoice | undefined = undefined;
  /** Stand in the place of the context object's own, when a state is tested alone. */
  contextFields: JsonObject | undefined = undefined;
  private timers: TimerQueue<Due> | undefined = undefined;
  private commands: Command[] | undefined = undefined;
  /** The frame of each task that waits for an answer, by task id. */
  private tasks: (Frame | undefined)[] | undefined = undefined;
  private invocations: number[] | undefined = undefined;
  private randomNumbers: Random | undefined = undefined;
  private settledValues: Map<object, Json | Failure> | undefined = undefined;

  constructor(
    public program: Program,
    readonly settings: ExecutionSettings,
    input: Json,
  ) {
    this.now = settings.startTime;
    this.log = new EventLog(settings.startTime);
    const { type } = settings;
    const start = { number: 0, type, input, startTime: this.now, sites: MAIN_SITES, settings };
    this.main = new ExecutionRecord(this.log, start);
    this.mainRoot = this.begin(program.scope, this.main);
  }

  get journalLength(): number {
    return this.jobs?.length ?? 0;
  }

  /** What was delivered so far, from a job on. */
  journalFrom(start: number): readonly Job[] {
    return this.jobs?.slice(start) ?? NO_JOBS;
  }

  /** @returns the job with its place, as the journal has it */
  note<J extends Job>(job: J): J {
    const noted = { ...job, afterEvent: this.log.length };
    this.jobs ??= [];
    this.jobs.push(noted);
    return noted;
  }

  /** What was changed by hand. */
  get marks(): readonly Mark[] {
    return this.handMarks ?? NO_MARKS;
  }

  addMark(mark: Mark): void {
    this.handMarks ??= [];
    this.handMarks.push(mark);
  }

  /** The frame that enters its state next; undefined when another step comes first. */
  get entering(): Frame | undefined {
    const frame = this.status === 'RUNNING' ? this.ready.peek() : undefined;
    return frame?.phase === ENTER && !frame.isClosed ? frame : undefined;
  }

  /** Goes on with another program. States keep the counts of their calls. */
  follow(program: Program): void {
    const counts = new Map(
      this.program.states.map(({ path, ordinal }) => [path, this.invocations?.[ordinal] ?? 0]),
    );
    this.program = program;
    this.invocations = program.states.map(({ path }) => counts.get(path) ?? 0);
  }

  get status(): ExecutionStatus {
    return this.main.status;
  }

  get mapRuns(): readonly MapRun[] {
    return this.runs ?? NO_RUNS;
  }

  /** The Map Run of the Distributed Map that a frame stands at, while it is at work. */
  runOf(frame: Frame): MapRun | undefined {
    return frame.mapRun === undefined ? undefined : this.runs?.[frame.mapRun];
  }

  openMapRun(frame: Frame, run: MapRun): undefined {
    this.runs ??= [];
    frame.mapRun = this.runs.length;
    this.runs.push(run);
  }

  /** Where a child execution comes from; undefined for the machine's own. */
  originOf(execution: ExecutionRecord): ChildOrigin | undefined {
    return this.children?.[execution.number - 1]?.origin;
  }

  /** @param number 0 for the machine's own execution, then in order of start */
  executionAt(number: number): ExecutionRecord {
    return this.children?.[number - 1]?.execution ?? this.main;
  }

  /** The frame that runs an execution's scope. */
  rootOf(execution: ExecutionRecord): Frame {
    return this.children?.[execution.number - 1]?.root ?? this.mainRoot;
  }

  /** Starts an execution for a Distributed Map. */
  startChild(origin: ChildOrigin, scope: ScopeProgram, input: Json): ExecutionRecord {
    this.main.share();
    this.children ??= [];
    const { work, settingsOf } = origin.run;
    const execution = new ExecutionRecord(this.log, {
      number: this.children.length + 1,
      type: work.type,
      input,
      startTime: this.now,
      sites: work.executionSites,
      settings: settingsOf,
    });
    this.children.push({ execution, origin, root: this.begin(scope, execution) });
    return execution;
  }

  private begin(scope: ScopeProgram, execution: ExecutionRecord): Frame {
    const root = new Frame(this, execution, scope, undefined, 0);
    root.input = execution.input;
    execution.append(execution.sites.started, 0, root.input, this.now);
    this.enqueue(root);
    return root;
  }

  /** Records an event of the frame's thread; the next one points at it. Nothing is recorded beyond the limit. */
  emit(frame: Frame, site: EventSite, data: EventData): number {
    const { execution } = frame;
    if (execution.isFull) return frame.lastEvent;
    const id = execution.append(site, frame.lastEvent, data, this.now);
    frame.lastEvent = id;
    return id;
  }

  /** Records an event that no later one points at. */
  emitLeaf(frame: Frame, previousEventId: number, site: EventSite, data: EventData): number {
    const { execution } = frame;
    if (execution.isFull) return previousEventId;
    return execution.append(site, previousEventId, data, this.now);
  }

  /** The frame takes its next step when its turn comes. */
  enqueue(frame: Frame): undefined {
    if (frame.isQueued) return;
    frame.isQueued = true;
    this.ready.push(frame);
  }

  /** The frame waits; at `time` it takes its step `phase`. */
  wakeAt(time: number, frame: Frame, phase: number): undefined {
    frame.phase = WAITING;
    frame.timer = this.addTimer(time, 0, { type: 'wake', frame, phase });
  }

  addTimer(time: number, rank: 0 | 1, due: Due): Timer<Due> {
    this.timers ??= new TimerQueue<Due>();
    return this.timers.add(time, rank, due);
  }

  get nextTimer(): number | undefined {
    return this.timers?.nextTime;
  }

  /** What comes with the next timer. */
  get nextDue(): Due | undefined {
    return this.timers?.next;
  }

  takeDue(): Timer<Due> | undefined {
    return this.timers?.takeDue(this.now);
  }

  ask(command: Command): undefined {
    this.commands ??= [];
    this.commands.push(command);
  }

  /** Whether somebody has yet to hear of a command. */
  get isAsking(): boolean {
    return this.commands !== undefined;
  }

  takeCommands(): readonly Command[] {
    const commands = this.commands;
    if (commands === undefined) return NO_COMMANDS;
    this.commands = undefined;
    return commands;
  }

  /** Gives the frame's attempt at a task an id. */
  openTask(frame: Frame): TaskId {
    this.tasks ??= [];
    this.tasks.push(frame);
    return (this.tasks.length - 1) as TaskId;
  }

  taskFrame(task: TaskId): Frame | undefined {
    return this.tasks?.[task];
  }

  closeTask(task: TaskId): undefined {
    if (this.tasks !== undefined) this.tasks[task] = undefined;
  }

  /** Calls of the state before this one. */
  countInvocation(state: StateProgram): number {
    this.invocations ??= [];
    const count = this.invocations[state.ordinal] ?? 0;
    this.invocations[state.ordinal] = count + 1;
    return count;
  }

  contextOf(frame: Frame): JsonObject {
    const context = buildContext(frame.join ?? this.runOf(frame), frame);
    return this.contextFields === undefined ? context : { ...context, ...this.contextFields };
  }

  random(): number {
    this.randomNumbers ??= new Random(this.settings.seed);
    return this.randomNumbers.next();
  }

  settled(expression: object): Json | Failure | undefined {
    return this.settledValues?.get(expression);
  }

  settle(expression: object, promise: Promise<Json | Failure>): void {
    this.awaiting = promise.then((value) => {
      this.settledValues ??= new Map();
      this.settledValues.set(expression, value);
    });
  }

  /** The step that waited for expressions has been taken; the next one evaluates anew. */
  forgetSettled(): undefined {
    this.settledValues = undefined;
  }
}
