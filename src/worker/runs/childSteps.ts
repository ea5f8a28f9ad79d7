import { AskedCalls, TaskInbox } from '../../services';
import type { StepKind } from '../breakpoint.types';
import type { ChildNews, ChildOnShow } from '../child.types';
import type { DriverServices } from '../run/drive';
import type { Pulse } from '../run/pulse';
import { RunSession } from '../run/runSession';
import type { ShownRun } from '../run/shownRun';
import { brokenReason } from '../run/stops/reason';
import type { Stops } from '../run/stops/stops';
import type { ProgressBatch } from '../run.types';
import { type ChildRuns, childOnShow, type ReadChild } from './childRuns';
import type { ChildSearch } from './childSearch';
import type { ChildStops } from './childStops';
import type { ChildPoint, RunPoint } from './runs.types';

/** What a run may be told by somebody who looks at it, or at an execution that it was stepped into. */
export type RunControls = Pick<
  RunSession,
  'pause' | 'continue' | 'step' | 'setBreakpoints' | 'setSpeed' | 'stop'
>;

/** The run that they are of, and what hears of them. */
export interface StepsWorld {
  readonly id: string;
  readonly session: RunSession;
  readonly children: ChildRuns;
  /** What stops them. */
  readonly search: ChildSearch;
  /** Where the run itself stops. */
  readonly stops: Pick<Stops, 'wentInto'>;
  readonly pulse: Pulse;
  readonly publish: (batch: ProgressBatch) => void;
  readonly stepped: (news: ChildNews) => void;
  /** One of them stands somewhere else. @param atOnce it has stopped there */
  readonly moved: (atOnce: boolean) => void;
}

/** An execution that a Task has started, gone through step by step. */
interface Walk {
  readonly read: ReadChild;
  readonly stops: Stops;
  readonly session: RunSession;
  /**
   * How it was told to go on last: what started it goes on likewise once it has ended. `carryOn`: nobody has told it
   * anything, a breakpoint led there.
   */
  goesOn: StepKind | 'continue' | 'carryOn';
  /** Somebody looks at it: it tells of its progress. */
  isOnShow: boolean;
  isLeft: boolean;
  /** What is outside of it was told that it goes on. */
  wasGoing: boolean;
}

/** A level of the steps: the run itself, or an execution that the level before was stepped into. */
type Level = Pick<Walk, 'session'> & { readonly name: string };

/**
 * The way that steps have taken into executions that a run's Tasks have started. Such an execution is recorded up to its
 * end when its Task is called, so to step through it is to show its history bit by bit: by a session of its own, which has
 * nothing to drive. Its parent stands at the Task meanwhile; no history can come out otherwise for it.
 */
export class ChildSteps {
  /** The outermost first: each is started by a Task of the one before. */
  private walks: readonly Walk[] = [];
  private isClosed = false;

  constructor(private readonly world: StepsWorld) {}

  /** Where they stand, for the next time; absent: the run was not stepped into any. */
  get point(): Pick<RunPoint, 'inside'> {
    if (this.walks.length === 0) return {};
    const inside = this.walks.map(({ read, session }): ChildPoint => {
      const { shown, now, stopped, unsearched, hits } = session.point;
      const execution = arnOf(read);
      return {
        execution,
        shown,
        now,
        ...(hits === undefined ? {} : { hits }),
        ...(stopped === undefined ? {} : { stopped }),
        ...(unsearched === undefined ? {} : { unsearched }),
      };
    });
    return { inside };
  }

  /** @param execution an ARN; absent: the run itself. @returns undefined when it is not stepped through */
  controls(execution?: string): RunControls | undefined {
    const level =
      execution === undefined ? 0 : this.walks.findIndex(({ read }) => arnOf(read) === execution) + 1;
    if (execution !== undefined && level === 0) return undefined;
    const { session } = this.level(level);
    const go = (how: Walk['goesOn'], act: () => void) => {
      if (!session.isPaused) return;
      this.leave(level);
      const walk = this.walks.at(-1);
      if (walk) walk.goesOn = how;
      act();
    };
    return {
      // Whoever looks at it from outside means all that goes on in it.
      pause: () => {
        for (const each of [session, ...this.walks.slice(level).map((walk) => walk.session)]) each.pause();
      },
      continue: (target) => go('continue', () => session.continue(target)),
      step: (kind) => {
        // It is inside already: whoever looked at it from outside meanwhile goes there again.
        if (kind === 'into' && this.walks.length > level) this.announce(level);
        else if (kind !== 'into' || !session.enter()) go(kind, () => session.step(kind));
      },
      setBreakpoints: (breakpoints) => session.setBreakpoints(breakpoints),
      setSpeed: (speed) => {
        for (const each of [this.world, ...this.walks]) each.session.setSpeed(speed);
      },
      stop: () => {
        this.world.session.stop();
        this.end();
      },
    };
  }

  /** They stop elsewhere from now on. @param added the definitions of which some stop where they did not before */
  stopAnew(stops: ChildStops, added: ReadonlySet<string>): void {
    for (const { read, session } of this.walks) session.setBreakpoints(stops.of(read.definition.text));
    if (added.size === 0) return;
    const within = new Set(this.walks.map(({ read }) => arnOf(read)));
    const isConcerned = (execution: string) =>
      !within.has(execution) && this.world.search.leadsTo(execution, (text) => added.has(text));
    for (const { session } of [this.world, ...this.walks]) session.lookAnew(isConcerned);
  }

  /** The run is over: whoever looks at one of them comes back to it. */
  end(): void {
    this.leave(0);
  }

  /** One of them as far as it is shown; undefined when it is not stepped through. */
  onShow(execution: string): { readonly shown: ShownRun; readonly child: ChildOnShow } | undefined {
    const at = this.walks.findIndex(({ read }) => arnOf(read) === execution);
    const walk = this.walks[at];
    if (!walk) return undefined;
    // As it is now, whatever moment of it was looked at before.
    walk.read.shown.showMoment({ type: 'live' });
    const { run: _run, ...progress } = this.seen(walk.session.whole(), at + 1);
    return { shown: walk.read.shown, child: childOnShow(walk.read, progress) };
  }

  /** What the session of a level tells, as it is seen from outside: it goes on as long as anything in it does. */
  seen(batch: ProgressBatch, level = 0): ProgressBatch {
    const [inner] = this.walks.slice(level);
    if (batch.control !== 'paused' || !inner || !this.goesOn(level)) return batch;
    inner.wasGoing = true;
    const { reason: _reason, ...rest } = batch;
    return { ...rest, control: 'running' };
  }

  private goesOn(level: number): boolean {
    return this.walks.slice(level).some(({ session }) => !session.isPaused && !session.isOver);
  }

  /** Which of them is looked at; undefined: none. */
  lookAt(execution: string | undefined): void {
    for (const walk of this.walks) {
      walk.isOnShow = arnOf(walk.read) === execution;
      walk.session.lookAt(walk.isOnShow);
    }
  }

  /** To be called whenever the session of a level has told of itself: it may have been stepped into an execution. */
  follow(level = 0): void {
    const { inside } = this.level(level).session;
    if (inside === undefined || this.walks.length > level || this.isClosed) return;
    const walk = this.enter(inside.execution, inside.by === 'step' ? 'stepping' : 'running');
    if (!walk) return;
    this.announce(level);
    this.playOne(walk, inside.by === 'step' ? undefined : this.goAhead(walk, level));
  }

  /** A breakpoint was set in an execution that its Task has waited for: what has passed of it is not gone through. */
  private goAhead({ read, session }: Walk, level: number): Promise<unknown> | undefined {
    const { until: now } = this.level(level).session.timePassed;
    const shown = this.world.search.passed(arnOf(read), now);
    if (shown === 0) return undefined;
    const place = { recorded: read.started.execution.timeline.length, shown, now };
    // Those that began in what has passed go on, too.
    return session.restore([], place).then(() => session.lookAnew(() => true));
  }

  /**
   * Goes in as far as it was; played with the run. Rejected only by a mistake of ours.
   * @param signal nobody waits for the run any more
   */
  async restore(points: RunPoint['inside'] = [], signal?: AbortSignal): Promise<void> {
    for (const { execution, shown, now, stopped, unsearched = [], hits } of points) {
      await this.world.children.read(execution)?.started.ending;
      const walk = this.isClosed || signal?.aborted ? undefined : this.enter(execution, 'paused');
      if (!walk) return;
      const recorded = walk.read.started.execution.timeline.length;
      const place = {
        recorded,
        shown,
        unsearched,
        ...(hits === undefined ? {} : { hits }),
        ...(now === undefined ? {} : { now }),
        ...(stopped === undefined ? {} : { stopped }),
      };
      await walk.session.restore([], place, signal);
    }
  }

  /** The run goes on, and so do those that it was in when it was brought back. */
  play(): void {
    for (const walk of this.walks) this.playOne(walk);
  }

  /** Nothing more is heard of any. */
  close(): void {
    this.isClosed = true;
    this.drop(0);
  }

  private level(level: number): Level {
    const walk = this.walks[level - 1];
    if (!walk) return { name: this.world.id, session: this.world.session };
    return { name: arnOf(walk.read), session: walk.session };
  }

  /** @param begin it stops at the first state that it enters, goes on to a breakpoint, or stands where it is put */
  private enter(execution: string, begin: 'stepping' | 'running' | 'paused'): Walk | undefined {
    const { children, search, pulse, session: root } = this.world;
    const read = children.read(execution);
    // A file may say that it was stepped into whatever it likes.
    if (!read || read.started.parent !== this.walks.at(-1)?.read.started.execution) return undefined;
    (this.walks.at(-1)?.stops ?? this.world.stops).wentInto(execution);
    const { started, shown } = read;
    const own = started.execution;
    const stops = search.stopsOf(read);
    const level = this.walks.length + 1;
    const tell = (batch: ProgressBatch) => {
      if (walk.isLeft) return;
      if (walk.isOnShow) this.world.publish({ ...this.seen(batch, level), run: execution });
      this.follow(level);
      this.tellOutside(level);
      this.world.moved(batch.control !== 'running');
    };
    const session = new RunSession(own, shown.fold, stops, nobodyAsked(read), pulse, tell, root.speed, begin);
    const goesOn = begin === 'running' ? 'carryOn' : 'into';
    const about = { goesOn, isOnShow: false, isLeft: false, wasGoing: false } as const;
    const walk: Walk = { read, stops, session, ...about };
    session.lookAt(false);
    this.walks = [...this.walks, walk];
    return walk;
  }

  /** What started an execution goes on, and stands, with it. @param level of that execution */
  private tellOutside(level: number): void {
    const walk = this.walks[level - 1];
    const isGoing = this.goesOn(level - 1);
    if (!walk || walk.wasGoing === isGoing) return;
    walk.wasGoing = isGoing;
    this.level(level - 1).session.tell();
  }

  /** @param ready done when it may begin */
  private playOne(walk: Walk, ready?: Promise<unknown>): void {
    const played = ready === undefined ? walk.session.play() : ready.then(() => walk.session.play());
    played.then(() => this.goOut(walk)).catch((error: unknown) => this.giveUp(walk, error));
  }

  /** It cannot be shown any further, by a mistake of ours. What started it knows nothing of that, and may go on. */
  private giveUp(walk: Walk, error: unknown): void {
    if (walk.isLeft) return;
    const level = this.walks.indexOf(walk);
    this.leave(level);
    const why = error instanceof Error ? error.message : String(error);
    this.level(level).session.comeBack((at) => brokenReason(at, walk.read.definition.name, why));
    this.world.moved(true);
  }

  /** It has ended: what started it goes on. */
  private goOut(walk: Walk): void {
    if (walk.isLeft) return;
    const level = this.walks.indexOf(walk);
    this.leave(level);
    const { session } = this.level(level);
    const outer = this.walks.at(-1);
    if (walk.goesOn === 'carryOn') session.carryOn();
    else if (walk.goesOn === 'continue') session.continue();
    else session.step(AFTERWARDS[walk.goesOn]);
    if (outer && walk.goesOn !== 'carryOn') outer.goesOn = walk.goesOn === 'out' ? 'over' : walk.goesOn;
    this.world.moved(true);
  }

  private announce(level: number): void {
    const walk = this.walks[level];
    if (!walk) return;
    const { name } = this.level(level);
    this.world.stepped({ type: 'steppedInto', run: name, execution: arnOf(walk.read) });
  }

  /** Those from a level on are not stepped through any more. */
  private leave(level: number): void {
    // Innermost first: what has passed there has passed in what started it.
    for (let at = this.walks.length; at > level; at--)
      this.level(at - 1).session.passInside(this.level(at).session.timePassed);
    for (const { read } of this.drop(level)) {
      this.world.search.leave(arnOf(read), read.shown.fold.position);
      this.world.stepped({ type: 'steppedOut', execution: arnOf(read) });
    }
  }

  /** @returns those that are gone, the innermost first */
  private drop(level: number): readonly Walk[] {
    const gone = this.walks.slice(level).reverse();
    this.walks = this.walks.slice(0, level);
    for (const walk of gone) {
      walk.isLeft = true;
      walk.session.giveUp();
    }
    return gone;
  }
}

/** The step that a parent takes when what it started has ended by one: out of it is to where its Task ends. */
const AFTERWARDS: Readonly<Record<StepKind, StepKind>> = {
  into: 'into',
  over: 'over',
  exit: 'over',
  out: 'exit',
};

const arnOf = ({ started }: ReadChild): string => started.execution.settings.executionArn;

/** An execution that has ended asks for nothing. */
function nobodyAsked({ started, machine }: ReadChild): DriverServices {
  const never = () => ({ type: 'never' }) as const;
  return {
    callService: never,
    asked: new AskedCalls(started.execution, new TaskInbox(machine, never), never),
  };
}
