import type { EpochMs, Json, JsonObject } from '../asl';
import { buildContext } from './context';
import type { Failure } from './data/failure';
import type { Command, ExecutionSettings, ExecutionStatus, Job, TaskId } from './execution.types';
import { WAITING } from './flow/phase';
import { Frame, type FrameOwner } from './frame';
import type { EventData } from './history/eventData';
import { EventLog } from './history/eventLog';
import {
  type EventSite,
  EXECUTION_FAILED,
  EXECUTION_STARTED,
  EXECUTION_SUCCEEDED,
} from './history/eventSite';
import type { Program, StateProgram } from './program';
import { ReadyQueue, type Timer, TimerQueue } from './queue';
import { Random } from './random';

/** What a timer does when it is due. */
export type Due =
  /** A Wait ends or a back-off is over: the frame takes its step `phase`. */
  | { readonly type: 'wake'; readonly frame: Frame; readonly phase: number }
  | { readonly type: 'taskTimeout'; readonly task: TaskId }
  | { readonly type: 'taskHeartbeat'; readonly task: TaskId }
  | { readonly type: 'job'; readonly job: Job };

/** A Standard execution's history holds this many events; the one that ends it is the last. */
const STANDARD_EVENT_LIMIT = 25_000;
const NO_COMMANDS: readonly Command[] = [];

/**
 * The state of one execution and the few primitives that steps are made of: record an event, go on, wait,
 * ask, end. It decides nothing about states.
 */
export class Engine implements FrameOwner {
  readonly log: EventLog;
  readonly ready = new ReadyQueue<Frame>();
  readonly root: Frame;
  now: EpochMs;
  status: ExecutionStatus = 'RUNNING';
  output: Json | undefined = undefined;
  failure: Failure | undefined = undefined;
  /** What the JSONata library still has to answer before the current step can be taken again. */
  awaiting: Promise<void> | undefined = undefined;
  journal: Job[] = [];
  private timers: TimerQueue<Due> | undefined = undefined;
  private commands: Command[] | undefined = undefined;
  /** The frame of each task that waits for an answer, by task id. */
  private tasks: (Frame | undefined)[] | undefined = undefined;
  private invocations: number[] | undefined = undefined;
  private randomNumbers: Random | undefined = undefined;
  private settledValues: Map<object, Json | Failure> | undefined = undefined;
  private readonly eventLimit: number;

  constructor(
    readonly program: Program,
    readonly settings: ExecutionSettings,
    readonly input: Json,
  ) {
    this.now = settings.startTime;
    this.log = new EventLog(settings.startTime);
    this.eventLimit = settings.type === 'STANDARD' ? STANDARD_EVENT_LIMIT - 1 : Number.POSITIVE_INFINITY;
    this.root = new Frame(this, program.scope, undefined, 0);
    this.root.input = input;
    this.log.append(EXECUTION_STARTED, 0, input, this.now);
    this.enqueue(this.root);
  }

  /** Records an event of the frame's thread; the next one points at it. Nothing is recorded beyond the limit. */
  emit(frame: Frame, site: EventSite, data: EventData): number {
    if (this.log.length >= this.eventLimit) return frame.lastEvent;
    const id = this.log.append(site, frame.lastEvent, data, this.now);
    frame.lastEvent = id;
    return id;
  }

  /** Records an event that no later one points at. */
  emitLeaf(previousEventId: number, site: EventSite, data: EventData): number {
    if (this.log.length >= this.eventLimit) return previousEventId;
    return this.log.append(site, previousEventId, data, this.now);
  }

  get isHistoryFull(): boolean {
    return this.log.length >= this.eventLimit;
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

  takeDue(): Timer<Due> | undefined {
    return this.timers?.takeDue(this.now);
  }

  ask(command: Command): undefined {
    this.commands ??= [];
    this.commands.push(command);
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
    return buildContext(this, frame);
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

  succeed(output: Json): undefined {
    this.status = 'SUCCEEDED';
    this.output = output;
    this.log.append(EXECUTION_SUCCEEDED, this.root.lastEvent, output, this.now);
  }

  fail(failure: Failure): undefined {
    this.status = 'FAILED';
    this.failure = failure;
    this.log.append(EXECUTION_FAILED, this.root.lastEvent, failure, this.now);
  }

  /** Ends the execution from outside its flow (stop, time limits): the event points at nothing, open states get none. */
  end(status: ExecutionStatus, site: EventSite, failure: Failure): undefined {
    this.tasks?.forEach((frame, task) => {
      if (frame !== undefined) this.ask({ type: 'cancel', task: task as TaskId });
    });
    this.tasks = undefined;
    this.status = status;
    this.failure = failure;
    this.log.append(site, 0, failure, this.now);
  }
}
