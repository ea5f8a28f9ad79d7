import type { EpochMs, Json, StatePath } from '../asl';
import { applyChange, isManual } from './amend/applyChange';
import { Failure } from './data/failure';
import { type Due, Engine } from './engine';
import { RUNTIME_ERROR, TIMEOUT_ERROR } from './errorNames';
import type {
  Command,
  Execution,
  ExecutionSettings,
  ExecutionStatus,
  History,
  Job,
  ManualChange,
  MapRunRecord,
  RedriveStatus,
  RunResult,
  TaskDue,
  TaskId,
  Timeline,
} from './execution.types';
import { abortChildren } from './flow/children';
import { endFromOutside } from './flow/closing';
import { failExecution, timeOutChild } from './flow/endExecution';
import { failState } from './flow/failState';
import { handleFailure, runCatcher } from './flow/handleFailure';
import { CATCH, ENTER, FAILED } from './flow/phase';
import type { Frame } from './frame';
import { LoggedTimeline } from './history/timeline';
import type { Program } from './program';
import { redriveExecution } from './redrive/redriveExecution';
import { redriveStatus } from './redrive/redriveStatus';
import { STEPS } from './states/steps';
import { applyJob, timeOutTask } from './task/applyJob';
import { EXPRESS_LIMIT_MS, STANDARD_LIMIT_MS } from './timeLimits';

/** Starts an execution; nothing happens before `run`. */
export function createExecution(program: Program, settings: ExecutionSettings, input: Json): Execution {
  return executionOf(new Engine(program, settings, input));
}

/** An execution whose engine somebody looks into. */
export const executionOf = (engine: Engine): Execution => new RunningExecution(engine);

class RunningExecution implements Execution {
  transitions = 0;
  readonly settings: ExecutionSettings;
  private deadline: number;
  private loggedTimeline: LoggedTimeline | undefined = undefined;

  constructor(private readonly engine: Engine) {
    this.settings = engine.settings;
    this.deadline = deadlineOf(engine.settings, engine.program, engine.settings.startTime);
  }

  get status(): ExecutionStatus {
    return this.engine.status;
  }
  get now(): EpochMs {
    return this.engine.now;
  }
  get history(): History {
    return this.engine.main.history;
  }
  get output(): Json | undefined {
    return this.engine.main.output;
  }
  get error(): string | undefined {
    return this.engine.main.error;
  }
  get cause(): string | undefined {
    return this.engine.main.cause;
  }
  get timeline(): Timeline {
    this.loggedTimeline ??= new LoggedTimeline(this.engine);
    return this.loggedTimeline;
  }
  get mapRuns(): readonly MapRunRecord[] {
    return this.engine.mapRuns;
  }
  get journal(): readonly Job[] {
    return this.engine.journalFrom(0);
  }
  get journalLength(): number {
    return this.engine.journalLength;
  }
  journalFrom(start: number): readonly Job[] {
    return this.engine.journalFrom(start);
  }

  get redriveCount(): number {
    return this.engine.main.redriveCount;
  }
  get redriveStatus(): RedriveStatus {
    return redriveStatus(this.engine.main, this.engine.now);
  }

  get nextTimer(): EpochMs | undefined {
    if (this.engine.status !== 'RUNNING') return undefined;
    return Math.min(this.engine.nextTimer ?? this.deadline, this.deadline) as EpochMs;
  }

  get nextTimerAt(): StatePath | undefined {
    const { engine, nextTimer } = this;
    const due = nextTimer === engine.nextTimer ? engine.nextDue : undefined;
    if (due === undefined || due.type === 'childTimeout') return undefined;
    if (due.type === 'wake') return due.frame.state?.path;
    return engine.taskFrame(due.type === 'job' ? due.job.task : due.task)?.state?.path;
  }

  advanceTo(time: EpochMs): void {
    const next = this.nextTimer;
    const reachable = next === undefined ? time : Math.min(time, next);
    if (reachable > this.engine.now) this.engine.now = reachable as EpochMs;
  }

  isWaiting(task: TaskId): boolean {
    return this.engine.taskFrame(task) !== undefined;
  }

  taskDue(id: TaskId): TaskDue {
    const task = this.engine.taskFrame(id)?.task;
    const [timeout, heartbeat] = [task?.timeout?.time, task?.heartbeat?.time];
    return {
      ...(timeout === undefined ? {} : { timeout: timeout as EpochMs }),
      ...(heartbeat === undefined ? {} : { heartbeat: heartbeat as EpochMs }),
      isStarted: task?.isStarted ?? false,
    };
  }

  takeCommands(): readonly Command[] {
    return this.engine.takeCommands();
  }

  deliver(job: Job): undefined {
    const { engine } = this;
    if (job.type === 'redrive') return this.redrive(job.at);
    if (isManual(job)) return void this.change(job);
    if (engine.status !== 'RUNNING') return;
    const at = Math.max(job.at, engine.now) as EpochMs;
    const taken = at === job.at ? job : { ...job, at };
    if (taken.type === 'stop') {
      engine.note(taken);
      return endFromOutside(engine, engine.main, 'ABORTED', new Failure(taken.error, taken.cause));
    }
    engine.addTimer(at, 1, { type: 'job', job: engine.note(taken) });
  }

  change(change: ManualChange): string | undefined {
    const { engine } = this;
    const refused = applyChange(engine, change);
    if (refused !== undefined) return refused;
    engine.note({ ...change, at: engine.now });
    if (change.type === 'rebase')
      this.deadline = deadlineOf(
        this.settings,
        engine.program,
        engine.main.redriveTime ?? this.settings.startTime,
      );
    return undefined;
  }

  private redrive(time: EpochMs): undefined {
    const { engine } = this;
    if (this.redriveStatus.redriveStatus === 'NOT_REDRIVABLE') return;
    const at = Math.max(time, engine.now) as EpochMs;
    engine.now = at;
    engine.note({ type: 'redrive', at });
    this.deadline = deadlineOf(this.settings, engine.program, at);
    redriveExecution(engine, engine.main);
  }

  run(maxTransitions = Number.POSITIVE_INFINITY, isEnough?: () => boolean): RunResult | Promise<RunResult> {
    const { engine } = this;
    const { ready } = engine;
    let left = maxTransitions;
    while (engine.status === 'RUNNING') {
      const frame = ready.peek();
      if (frame === undefined) {
        // What is asked for may be answered at this instant: those answers and what is due now are taken together, however
        // often the execution was interrupted on the way here.
        if (engine.isAsking || !this.takeDue()) return 'idle';
        continue;
      }
      if (frame.phase === ENTER && !frame.isClosed) {
        if (left <= 0 || isEnough?.()) return 'budget';
        left--;
        this.transitions++;
      }
      ready.drop();
      frame.isQueued = false;
      if (frame.isClosed) continue;
      takeStep(engine, frame);
      if (engine.awaiting !== undefined) return this.continueLater(frame, left, isEnough);
      if (frame.execution.isFull) overflow(engine, frame);
    }
    return 'ended';
  }

  /** The whole execution waits for the JSONata library, then the same step is taken again. */
  private async continueLater(frame: Frame, left: number, isEnough?: () => boolean): Promise<RunResult> {
    const { engine } = this;
    while (engine.awaiting !== undefined) {
      const { awaiting } = engine;
      engine.awaiting = undefined;
      await awaiting;
      if (engine.status !== 'RUNNING') return 'ended';
      takeStep(engine, whereItWaits(frame));
    }
    engine.forgetSettled();
    if (frame.execution.isFull) overflow(engine, frame);
    return this.run(left, isEnough);
  }

  /** Everything that is due at this instant is taken together, before what it sets going. */
  private takeDue(): boolean {
    const { engine } = this;
    if (engine.now >= this.deadline) {
      endFromOutside(engine, engine.main, 'TIMED_OUT', new Failure(TIMEOUT_ERROR, undefined));
      return true;
    }
    let taken = false;
    for (let timer = engine.takeDue(); timer !== undefined; timer = engine.takeDue()) {
      taken = true;
      if (!timer.cancelled) playDue(engine, timer.what);
    }
    return taken;
  }
}

/** The machine's own TimeoutSeconds counts anew after a redrive; the longest time there is does not. */
function deadlineOf(
  { type, startTime }: ExecutionSettings,
  { timeoutSeconds }: Program,
  from: EpochMs,
): number {
  const last = startTime + (type === 'EXPRESS' ? EXPRESS_LIMIT_MS : STANDARD_LIMIT_MS);
  return timeoutSeconds === undefined ? last : Math.min(last, from + timeoutSeconds * 1000);
}

/** Source: quotas.md 3; the event that ends the execution is the last one that fits. */
function overflow(engine: Engine, frame: Frame): void {
  if (frame.execution.status === 'RUNNING') failExecution(engine, frame, HISTORY_FULL);
}

const HISTORY_FULL = new Failure(
  RUNTIME_ERROR,
  'The execution reached the maximum number of history events (25000).',
);

/** A failure that has gone up to the catcher of a container waits there; what it came from is closed. */
function whereItWaits(frame: Frame): Frame {
  let waiting = frame;
  while (waiting.isClosed && waiting.parent !== undefined) waiting = waiting.parent;
  return waiting;
}

function takeStep(engine: Engine, frame: Frame): undefined {
  const { phase, state } = frame;
  if (state === undefined) return startedNowhere(engine, frame);
  if (phase < FAILED) STEPS[state.kind]?.[phase]?.(engine, frame, state);
  else if (phase === FAILED) handleFailure(engine, frame);
  else if (phase === CATCH) runCatcher(engine, frame);
}

/** A scope whose StartAt names no state. */
function startedNowhere(engine: Engine, frame: Frame): undefined {
  const failure = new Failure(RUNTIME_ERROR, 'The StartAt field does not point to a state.');
  if (frame.parent === undefined) return failExecution(engine, frame, failure);
  abortChildren(engine, frame, frame.parent);
  failState(engine, frame.parent, failure);
}

function playDue(engine: Engine, due: Due): undefined {
  switch (due.type) {
    case 'wake':
      due.frame.phase = due.phase;
      return engine.enqueue(due.frame);
    case 'taskTimeout':
      return timeOutTask(engine, due.task, false);
    case 'taskHeartbeat':
      return timeOutTask(engine, due.task, true);
    case 'childTimeout':
      return timeOutChild(engine, due.execution, new Failure(TIMEOUT_ERROR, undefined));
    case 'job':
      applyJob(engine, due.job);
  }
}
