import type { EpochMs, StatePath } from '../../asl';
import type { Execution, Job, ServiceCall } from '../../interpreter';
import type { Breakpoint, StepKind } from '../breakpoint.types';
import type { Fold, FoldChanges } from '../fold/fold';
import type { ClockPace, ProgressBatch, Speed } from '../run.types';
import { replay } from '../runs/replay';
import type { RunPoint } from '../runs/runs.types';
import { Driver, type DriverServices, type Progress } from './drive';
import { MOST_EVENTS } from './mostEvents';
import type { Pulse } from './pulse';
import { GLIMPSE, readInSlices, SLICE } from './readInSlices';
import { RunClock, type TimeInside } from './runClock';
import { RunReport, type Standing } from './runReport';
import type { Goal } from './stops/goal';
import type { Inside, Stop, Stops } from './stops/stops';
import { type TimeSource, timeOf } from './timeSource';

/** Milliseconds between two batches of progress: an animation frame. */
const FRAME = 16;

/** Where virtual time goes by the clock, states that take none of it still come one after the other. Per second. */
const READABLE = 4;

const NOTHING: FoldChanges = { states: [], taken: [], last: undefined, at: undefined };

/** Why a run that was being made ready is not there. */
export const GIVEN_UP = 'It was stopped before it was ready.';
const elsewhere = (recorded: number, came: number): string =>
  `Played again, this run came to ${count(came)} events. When it was kept it had ${count(recorded)}, so it does not stand where it stood.`;
const count = (events: number): string => events.toLocaleString('en');

/** Where a run is brought back to. */
type RunPlace = Pick<RunPoint, 'recorded' | 'shown' | 'stopped' | 'unsearched' | 'hits'> &
  Partial<Pick<RunPoint, 'now'>>;

type Mode = 'running' | 'stepping' | 'paused' | 'over';

/** How far events are shown, when nothing stops the run. */
type Until = 'entered' | 'stopped';

/** What showing events came to. */
type Shown = 'entered' | 'stopped' | 'ended' | 'waiting' | 'passing' | 'late' | 'interrupted';

/**
 * One run of an execution with a person watching. What is shown is the history up to a position that is
 * never ahead of the execution's own: a step, and a run that breakpoints may stop, move the position event by event and
 * drive the execution only when there is nothing left to show that may stop it, so a step shows a state before anything left it.
 */
export class RunSession {
  private readonly driver: Driver;
  private mode: Mode;
  private wake: (() => void) | undefined;
  private lastPublished = Number.NEGATIVE_INFINITY;
  private eventLimit: number;
  private note: string | undefined;
  private chunk = 64;
  private isOnShow = true;
  private readonly time: TimeSource;
  private readonly clock: RunClock;
  private readonly report: RunReport;
  private failure: { readonly reason: unknown } | undefined;
  /** How it went on before it was led into an execution by a breakpoint there. */
  private before: { readonly mode: Mode; readonly goal: Goal | undefined } | undefined;
  /** Where a breakpoint or a step stopped it; absent: at the state entered last. */
  private stopped: Stop | undefined;

  constructor(
    private readonly execution: Execution,
    readonly fold: Fold,
    private readonly stops: Stops,
    private readonly services: DriverServices,
    private readonly pulse: Pulse,
    private readonly publish: (batch: ProgressBatch) => void,
    private pace: Speed,
    begin: 'running' | 'stepping' | 'paused',
  ) {
    this.mode = begin;
    this.time = timeOf(execution, fold);
    this.clock = new RunClock(this.time);
    const { time, clock } = this;
    this.report = new RunReport({ execution, fold, stops, asked: services.asked, time, clock });
    this.eventLimit = execution.timeline.length + MOST_EVENTS;
    if (begin === 'stepping') stops.step('into', -1);
    this.driver = new Driver(execution, services, (failure) => {
      if (failure !== undefined) this.failure = { reason: failure };
      this.wakeUp();
    });
  }

  get speed(): Speed {
    return this.pace;
  }

  get isOver(): boolean {
    return this.mode === 'over';
  }

  /** Whether the run goes on and needs the answer to a call that takes real time. */
  awaits(task: ServiceCall['task']): boolean {
    return this.mode !== 'over' && this.driver.awaits(task);
  }

  /**
   * Plays again what is known of the run, up to where it stood. To be done before `play`.
   * @param hand takes a hand in the execution there, or says why it cannot
   * @param signal nobody waits for the run any more
   * @returns what `hand` says, or that it was given up
   */
  async restore(
    journal: readonly Job[],
    { recorded, shown, stopped, unsearched = [], hits, now }: RunPlace,
    signal?: AbortSignal,
    hand?: (execution: Execution) => Promise<string | undefined>,
  ): Promise<string | undefined> {
    const isGivenUp = () => signal?.aborted === true;
    const { timeline } = this.execution;
    const isThere = await replay(this.execution, this.driver, journal, recorded, this.pulse, isGivenUp);
    if (isGivenUp()) return GIVEN_UP;
    if (!isThere && hand) return elsewhere(recorded, timeline.length);
    const refused = await hand?.(this.execution);
    if (refused !== undefined) return refused;
    await this.showUpTo(shown, isGivenUp);
    if (isGivenUp()) return GIVEN_UP;
    this.stops.searchOnly(unsearched);
    // Breakpoints that were changed on the way, or are not known yet, were met otherwise than they are now.
    if (hits) this.stops.countOn(hits);
    // In the middle of a wait, when part of that had been waited for.
    if (isThere && now !== undefined && timeline.length === recorded) this.time.advanceTo(now);
    this.clock.begin();
    // What is shown may be less than what it was kept with: a file may say what it likes.
    if (this.mode === 'paused' && stopped && stopped.visit < this.fold.entered)
      this.stopped = { visit: stopped.visit, reason: stopped.reason };
    if (!isThere) this.note = elsewhere(recorded, timeline.length);
    if (this.execution.status !== 'RUNNING' && this.fold.position === timeline.length) this.mode = 'over';
    return undefined;
  }

  private async showUpTo(shown: number, isGivenUp: () => boolean): Promise<void> {
    const { fold, stops, pulse } = this;
    const count = stops.isWatching ? (event: number) => stops.check(event) : undefined;
    await readInSlices(fold, shown, pulse, isGivenUp, count);
  }

  /** Whether it is looked at: what nobody looks at is told in figures only. */
  lookAt(isOnShow: boolean): void {
    this.isOnShow = isOnShow;
  }

  /** Everything there is to tell, for somebody who knows nothing yet. */
  whole(): ProgressBatch {
    this.fold.takeChanges();
    return this.batch(this.fold.whole());
  }

  get point(): RunPoint {
    return this.report.point(this.how);
  }

  /** Runs until the execution has ended or the session is given up. Rejected only by a mistake of ours. */
  async play(): Promise<void> {
    const { asked } = this.services;
    asked.hold();
    asked.changed = () => this.wakeUp();
    this.driver.timeTo = (next) => this.timeTo(next);
    while (this.mode !== 'over') {
      if (this.failure) throw this.failure.reason;
      if (this.mode === 'paused') {
        this.tell();
        await this.sleep();
      } else if (this.mode === 'running' && this.pace !== 'instant') {
        await this.moveOn(this.pace);
      } else if (this.stops.isWatching) {
        await this.watchSlice();
      } else {
        await this.runSlice();
      }
    }
  }

  get isPaused(): boolean {
    return this.mode === 'paused';
  }

  /** The visit it stands at, -1 for none. */
  get standing(): number {
    return this.stopped?.visit ?? this.fold.entered - 1;
  }

  /** The execution that it was stepped into, while it stands there. */
  get inside(): Inside | undefined {
    return this.mode === 'paused' ? this.stopped?.inside : undefined;
  }

  /** Stands inside of the execution that the Task it stands at has started. @returns whether there is one */
  enter(): boolean {
    const stop = this.mode === 'paused' ? this.stops.insideAt(this.standing) : undefined;
    if (stop === undefined) return false;
    this.standAt(stop);
    return true;
  }

  /** How virtual time has gone in it, for what started it. */
  get timePassed(): Pick<TimeInside, 'until' | 'skipped'> {
    return { until: this.time.shown, skipped: this.clock.skipped };
  }

  /** Time has passed in the execution that it stood in: its Task is not waited for as long once more. */
  passInside(passed: Pick<TimeInside, 'until' | 'skipped'>): void {
    const visit = this.standing;
    const { visits } = this.fold;
    this.clock.passInside({ ...passed, isAwaited: () => visit >= 0 && visits.isOpen(visit) });
  }

  /** Stands where it stands, and outside of what it was stepped into. @param reason why, for the user */
  comeBack(reason: (at: StatePath | undefined) => string): void {
    if (this.mode !== 'paused') return;
    const visit = this.standing;
    this.standAt({ visit, reason: reason(visit < 0 ? undefined : this.fold.pathOf(visit)) });
  }

  private standAt(stop: Stop): void {
    this.become('paused');
    this.stopped = stop;
    stop.later?.when.then(
      () => {
        if (this.stopped === stop && this.mode === 'paused') this.standAt(stop.later?.stop ?? stop);
      },
      // That the call failed because of a mistake of ours is told where it was made.
      () => {},
    );
  }

  pause(): void {
    if (this.mode === 'over') return;
    // It is not waited for any more.
    if (this.stopped?.later) this.stopped = { visit: this.stopped.visit, reason: undefined };
    this.become('paused');
  }

  /** @param target a state to stop at, once */
  continue(target?: StatePath): void {
    if (this.mode !== 'paused') return;
    if (target !== undefined) this.stops.runTo(target);
    this.become('running');
  }

  /** Goes on as it did before it was led into an execution, nobody having stopped it there. */
  carryOn(): void {
    const { before } = this;
    if (this.mode !== 'paused') return;
    this.stops.headFor(before?.goal);
    this.become(before?.mode ?? 'running');
  }

  /** Breakpoints were added in executions that its Tasks have started. @param isConcerned whether in one of them */
  lookAnew(isConcerned: (execution: string) => boolean): void {
    this.stops.lookAnew(isConcerned);
    this.wakeUp();
  }

  step(kind: StepKind): void {
    if (this.mode !== 'paused') return;
    this.stops.step(kind, this.standing);
    this.become('stepping');
  }

  setBreakpoints(breakpoints: readonly Breakpoint[]): void {
    this.stops.setBreakpoints(breakpoints);
  }

  setSpeed(speed: Speed): void {
    this.pace = speed;
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
    this.clock.isPassing = false;
    let progress: Progress = 'moved';
    while (progress === 'moved' && this.mode === 'running' && this.pulse.now() < end) {
      progress = await this.drive();
      if (!this.showAll(end)) progress = 'moved';
    }
    if (this.mode === 'over') return;
    if (progress === 'ended') this.end();
    else if (progress === 'waiting') await this.waitForAnswer();
    else await this.rest();
  }

  /** Shows what is recorded: of an execution that has ended already that may be very much. @returns whether it came to its end in time */
  private showAll(end: number): boolean {
    const { fold, pulse } = this;
    for (let shown = 1; fold.advanceOne(); shown++) {
      if (shown % GLIMPSE === 0 && pulse.now() >= end)
        return fold.position === this.execution.timeline.length;
    }
    return true;
  }

  /** Drives on by as many transitions as take about a millisecond. @param isEnough asked before each: true ends it there */
  private async drive(isEnough?: () => boolean): Promise<Progress> {
    const started = this.pulse.now();
    const progress = this.driver.advance(this.chunk, isEnough);
    const settled = progress instanceof Promise ? await progress : progress;
    const took = this.pulse.now() - started;
    if (took < 1) this.chunk = Math.min(this.chunk * 2, 4096);
    else if (took > 2) this.chunk = Math.max(this.chunk >> 1, 1);
    return settled;
  }

  /** Shows event by event, up to where a breakpoint or a step stops it, as fast as possible. */
  private async watchSlice(): Promise<void> {
    this.clock.isPassing = false;
    const shown = await this.show('stopped', this.pulse.now() + SLICE);
    if (this.mode === 'over') return;
    if (shown === 'ended') this.end();
    else if (shown === 'waiting') await this.waitForAnswer();
    else if (shown === 'late') await this.rest();
  }

  /** Shows the next states entered, as many as the speed asks for. */
  private async moveOn(pace: number | ClockPace): Promise<void> {
    const perSecond = typeof pace === 'number' ? pace : READABLE;
    const count = Math.max(1, Math.round((perSecond * FRAME) / 1000));
    for (let shown = 0; shown < count && this.mode === 'running'; ) {
      const came = await this.show('entered', this.pulse.now() + SLICE);
      if (this.mode !== 'running') return;
      this.clock.isPassing = came === 'passing';
      if (came === 'ended') return this.end();
      if (came === 'passing') return this.passTime();
      if (came === 'entered') shown++;
      else if (came === 'waiting') await this.waitForAnswer();
      else if (came === 'late') await this.rest();
    }
    if (this.mode !== 'running') return;
    this.tell();
    await this.sleep((1000 / perSecond) * count);
  }

  /** Somebody watches each state: what is recorded is shown before time goes on, so it is shown when it happens. */
  private timeTo(next: EpochMs): EpochMs {
    const { execution, fold, mode, pace, stops } = this;
    const isAtOnce = mode === 'running' && pace === 'instant' && !stops.isWatching;
    if (!isAtOnce && fold.position < execution.timeline.length) return execution.now;
    return this.clock.goTo(next, this.isByClock);
  }

  private get isByClock(): boolean {
    return this.mode === 'running' && typeof this.pace === 'object';
  }

  /** Waits for time to pass, as far as the next tick. */
  private async passTime(): Promise<void> {
    const { clock, pulse, pace } = this;
    if (typeof pace !== 'object') return;
    this.tell();
    const began = pulse.now();
    await this.sleep(clock.tick(pace));
    clock.wait(pulse.now() - began, pace);
  }

  /**
   * Moves the position on, driving the execution there when it has to, until it is stopped. Before each state is entered
   * all that is recorded is shown, unless none of it can stop the run: where it stops, the execution is never a state ahead.
   * @param until or until a state is entered
   */
  private async show(until: Until, end: number): Promise<Shown> {
    const { mode, fold, execution } = this;
    for (;;) {
      const { entered } = fold;
      let came = this.showRecorded(until, entered, end);
      if (came === undefined) {
        if (this.pulse.now() >= end) return 'late';
        const isEnough = () => {
          if (this.mode !== mode) came = 'interrupted';
          else if (until === 'stopped' && this.stops.isClear) return false;
          else came = this.showRecorded(until, entered, end);
          return came !== undefined || this.stops.leadsInto;
        };
        // What a Task has started is known when its call was made, which is between two drives.
        const driven = this.stops.leadsInto ? this.driver.advance(1) : this.drive(isEnough);
        const progress = driven instanceof Promise ? await driven : driven;
        if (came === undefined) {
          if (this.mode !== mode) return 'interrupted';
          if (progress !== 'moved' && fold.position === execution.timeline.length) return progress;
        }
      }
      const settled = came instanceof Promise ? await came : came;
      if (settled !== undefined) return settled;
      if (this.mode !== mode) return 'interrupted';
    }
  }

  /** Shows what is recorded. @returns what that came to, undefined when the run goes on; a promise as soon as a condition's answer is one */
  private showRecorded(
    until: Until,
    entered: number,
    end: number,
  ): Shown | undefined | Promise<Shown | undefined> {
    const { fold, stops, pulse } = this;
    const { isWatching } = stops;
    const looksInside = stops.looksInside();
    if (looksInside && stops.isInsideDue) return this.lookInside(until, entered, end);
    let asked = isWatching ? stops.asked : Number.POSITIVE_INFINITY;
    for (let shown = 1; ; shown++) {
      if (this.isYetToCome()) return 'passing';
      if (!fold.advanceOne()) return undefined;
      const isAsked = fold.position > asked;
      const stop = isAsked ? stops.check(fold.position - 1) : undefined;
      if (isAsked) asked = stops.asked;
      if (stop !== undefined) {
        if (stop instanceof Promise)
          return stop.then((settled) => (this.halt(settled) ? 'stopped' : this.hasCome(until, entered)));
        if (this.halt(stop)) return 'stopped';
      }
      if (looksInside && stops.isInsideDue) return this.lookInside(until, entered, end);
      if (this.hasCome(until, entered)) return until;
      if (shown % GLIMPSE === 0 && pulse.now() >= end) return 'late';
    }
  }

  /** Lets time go on to what is recorded next. @returns whether that has not come yet, by the clock */
  private isYetToCome(): boolean {
    const { time } = this;
    const next = time.isAhead ? time.next : undefined;
    if (next === undefined) return false;
    time.advanceTo(this.clock.goTo(next, this.isByClock));
    return time.next !== undefined;
  }

  /** Before more is shown: whether it stops in an execution that a Task has started. */
  private async lookInside(until: Until, entered: number, end: number): Promise<Shown | undefined> {
    const { mode } = this;
    const isGivenUp = () => {
      // That may take long: who asked the run to go on is told that it does, and can pause it.
      this.tellInTime();
      return this.mode !== mode;
    };
    const stop = await this.stops.searchInside(this.time.now, isGivenUp);
    if (this.mode !== mode) return 'interrupted';
    if (this.halt(stop)) return 'stopped';
    return this.hasCome(until, entered) ?? (this.pulse.now() >= end ? 'late' : undefined);
  }

  private hasCome(until: Until, entered: number): Shown | undefined {
    return until === 'entered' && this.fold.entered > entered ? until : undefined;
  }

  private halt(stop: Stop | undefined): boolean {
    if (stop === undefined || this.mode === 'over') return false;
    const { mode } = this;
    const goal = this.stops.heading;
    this.standAt(stop);
    this.before = stop.inside?.by === 'breakpoint' ? { mode, goal } : undefined;
    return true;
  }

  /** Tells about the progress when a frame has passed, and lets messages in. */
  private async rest(): Promise<void> {
    if (this.execution.timeline.length >= this.eventLimit) {
      this.eventLimit = this.execution.timeline.length + MOST_EVENTS;
      this.note = `Paused: ${this.execution.timeline.length} events are recorded. Continue, if the run is meant to be that long.`;
      this.become('paused');
      return;
    }
    this.tellInTime();
    await this.pulse.breathe();
  }

  /** Tells about the progress when a frame has passed. */
  private tellInTime(): void {
    if (this.pulse.now() - this.lastPublished >= FRAME) this.tell();
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
    this.clock.restart();
    if (mode === 'paused') this.stops.forgetGoal();
    else {
      this.note = undefined;
      this.stopped = undefined;
      this.before = undefined;
    }
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

  /** Tells where it stands. */
  tell(): void {
    this.lastPublished = this.pulse.now();
    this.publish(this.batch(this.isOnShow ? this.fold.takeChanges() : NOTHING));
  }

  private batch(changes: FoldChanges): ProgressBatch {
    return this.report.batch(this.how, changes);
  }

  private get how(): Standing {
    const { mode, stopped, note, standing: visit } = this;
    const control = mode === 'over' ? 'ended' : mode === 'paused' ? 'paused' : 'running';
    return { control, stopped, note, visit };
  }
}
