import type { CallService, Execution } from '../../interpreter';
import type { Fold } from '../fold/fold';
import type { ProgressBatch, RunControl, RunResultSummary, Speed } from '../run.types';
import { Driver, type Progress } from './drive';
import type { Pulse } from './pulse';

/** Milliseconds of work before messages are let in: Stop and Pause act between two slices. */
const SLICE = 8;
/** Milliseconds between two batches of progress: an animation frame. */
const FRAME = 16;
/** A run pauses each time it has made this many more events, so that an endless one cannot exhaust the memory. */
const EVENTS_PER_BREATH = 5_000_000;

type Mode = 'running' | 'stepping' | 'paused' | 'over';

/**
 * One run of an execution with a person watching. What is shown is the history up to a position that is
 * never ahead of the execution's own: stepping moves the position to the next state entered, and drives the
 * execution only when there is nothing left to show, so a step shows a state before anything left it.
 */
export class RunSession {
  private readonly driver: Driver;
  private mode: Mode;
  private wake: (() => void) | undefined;
  private lastPublished = Number.NEGATIVE_INFINITY;
  private eventLimit = EVENTS_PER_BREATH;
  private note: string | undefined;
  private chunk = 64;
  private failure: { readonly reason: unknown } | undefined;

  constructor(
    private readonly execution: Execution,
    readonly fold: Fold,
    callService: CallService,
    private readonly pulse: Pulse,
    private readonly publish: (batch: ProgressBatch) => void,
    private speed: Speed,
    paused: boolean,
  ) {
    this.mode = paused ? 'stepping' : 'running';
    this.driver = new Driver(execution, callService, (failure) => {
      if (failure !== undefined) this.failure = { reason: failure };
      this.wakeUp();
    });
  }

  /** Runs until the execution has ended or the session is given up. Rejected only by a mistake of ours. */
  async play(): Promise<void> {
    while (this.mode !== 'over') {
      if (this.failure) throw this.failure.reason;
      if (this.mode === 'paused') {
        this.tell();
        await this.sleep();
      } else if (this.mode === 'running' && this.speed === 'instant') {
        await this.runSlice();
      } else {
        await this.moveOn();
      }
    }
  }

  pause(): void {
    if (this.mode !== 'over') this.become('paused');
  }

  continue(): void {
    if (this.mode === 'paused') this.become('running');
  }

  step(): void {
    if (this.mode === 'paused') this.become('stepping');
  }

  setSpeed(speed: Speed): void {
    this.speed = speed;
    this.wakeUp();
  }

  /** As StopExecution does; the history ends with ExecutionAborted. */
  stop(): void {
    if (this.mode === 'over') return;
    this.execution.deliver({ type: 'stop', at: this.execution.now });
    this.fold.advance();
    this.end();
  }

  /** Ends the session without a word: another run takes its place. */
  giveUp(): void {
    this.become('over');
  }

  private async runSlice(): Promise<void> {
    const end = this.pulse.now() + SLICE;
    let progress: Progress = 'moved';
    while (progress === 'moved' && this.mode === 'running' && this.pulse.now() < end) {
      progress = await this.drive();
      this.fold.advance();
    }
    if (this.mode === 'over') return;
    if (progress === 'ended') this.end();
    else if (progress === 'waiting') await this.waitForAnswer();
    else await this.rest();
  }

  /** Drives on by as many transitions as take about a millisecond. */
  private async drive(): Promise<Progress> {
    const started = this.pulse.now();
    const progress = this.driver.advance(this.chunk);
    const settled = progress instanceof Promise ? await progress : progress;
    const took = this.pulse.now() - started;
    if (took < 1) this.chunk = Math.min(this.chunk * 2, 4096);
    else if (took > 2) this.chunk = Math.max(this.chunk >> 1, 1);
    return settled;
  }

  /** Shows the next states entered: one when stepping, as many as the speed asks for otherwise. */
  private async moveOn(): Promise<void> {
    const { mode } = this;
    const perSecond = this.speed === 'instant' ? 1 : this.speed;
    const count = mode === 'stepping' ? 1 : Math.max(1, Math.round((perSecond * FRAME) / 1000));
    for (let shown = 0; shown < count && this.mode === mode; shown++) {
      if ((await this.showNext()) === 'ended') {
        if (this.mode !== 'over') this.end();
        return;
      }
    }
    if (this.mode === 'over') return;
    if (mode === 'stepping' && this.mode === 'stepping') this.become('paused');
    if (this.mode !== 'running') return;
    this.tell();
    await this.sleep((1000 / perSecond) * count);
  }

  /** Moves the position to the next state entered, driving the execution there when it has to. */
  private async showNext(): Promise<'entered' | 'ended' | 'interrupted'> {
    const { mode } = this;
    let sliceEnd = this.pulse.now() + SLICE;
    while (!this.fold.advanceToEntered()) {
      const progress = this.driver.advance(1);
      const settled = progress instanceof Promise ? await progress : progress;
      if (this.mode !== mode) return 'interrupted';
      if (settled === 'ended' && this.fold.advanceToEntered()) return 'entered';
      if (settled === 'ended') return 'ended';
      if (settled === 'waiting') await this.waitForAnswer();
      if (this.pulse.now() >= sliceEnd) {
        await this.rest();
        sliceEnd = this.pulse.now() + SLICE;
      }
      if (this.mode !== mode) return 'interrupted';
    }
    return 'entered';
  }

  /** Tells about the progress when a frame has passed, and lets messages in. */
  private async rest(): Promise<void> {
    if (this.execution.timeline.length >= this.eventLimit) {
      this.eventLimit = this.execution.timeline.length + EVENTS_PER_BREATH;
      this.note = `Paused: ${this.execution.timeline.length} events are recorded. Continue, if the run is meant to be that long.`;
      this.become('paused');
      return;
    }
    if (this.pulse.now() - this.lastPublished >= FRAME) this.tell();
    await this.pulse.breathe();
  }

  private async waitForAnswer(): Promise<void> {
    this.tell();
    if (this.driver.isWaiting) await this.sleep();
  }

  private end(): void {
    this.become('over');
    this.tell();
  }

  private become(mode: Mode): void {
    if (this.mode === 'over') return;
    this.mode = mode;
    if (mode === 'running' || mode === 'stepping') this.note = undefined;
    this.wakeUp();
  }

  /** Sleeps until woken by a change, or for some milliseconds at most. */
  private sleep(most?: number): Promise<void> {
    return new Promise((resolve) => {
      const callOff = most === undefined ? undefined : this.pulse.after(most, () => this.wakeUp());
      this.wake = () => {
        callOff?.();
        this.wake = undefined;
        resolve();
      };
    });
  }

  private wakeUp(): void {
    this.wake?.();
  }

  private tell(): void {
    const { execution, fold, note } = this;
    const { states, taken, last, at } = fold.takeChanges();
    const result = this.mode === 'over' ? resultOf(execution) : undefined;
    this.lastPublished = this.pulse.now();
    this.publish({
      run: execution.settings.executionName,
      control: this.control(),
      now:
        fold.position === 0
          ? execution.settings.startTime
          : execution.timeline.record(fold.position - 1).time,
      events: execution.timeline.mainEvents(fold.position),
      transitions: fold.entered,
      states,
      taken,
      ...(last === undefined ? {} : { last }),
      ...(at === undefined ? {} : { at }),
      ...(result === undefined ? {} : { result }),
      ...(note === undefined ? {} : { note }),
    });
  }

  private control(): RunControl {
    if (this.mode === 'over') return 'ended';
    return this.mode === 'paused' ? 'paused' : 'running';
  }
}

function resultOf(execution: Execution): RunResultSummary | undefined {
  const { status, output, error, cause } = execution;
  if (status === 'RUNNING') return undefined;
  return {
    status,
    ...(output === undefined ? {} : { output: JSON.stringify(output) }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  };
}
