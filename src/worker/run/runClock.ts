import type { EpochMs } from '../../asl';
import type { ClockPace, TimeSpent } from '../run.types';
import type { TimeSource } from './timeSource';

/** Milliseconds between two moves of a clock that is waited for: it ticks smoothly, and most of the time is free. */
const TICK = 50;

/** Time that has passed in an execution that the run stood in, seen from what started that. */
export interface TimeInside {
  /** The instant that it came to. */
  readonly until: EpochMs;
  /** Milliseconds of it that nobody waited for. */
  readonly skipped: number;
  /** Whether what started it still waits for it. */
  readonly isAwaited: () => boolean;
}

/**
 * How virtual time goes: at once to where something happens next, or by the clock on the wall. It goes only when nothing
 * else is left to do, so what comes in meanwhile has the instant that the clock shows, and a history depends on what came
 * in when, never on the pace.
 */
export class RunClock {
  /** Virtual milliseconds that were waited for, and have not passed yet. */
  private waited = 0;
  /** Likewise, and have. */
  private passed = 0;
  private began: EpochMs;
  private inside: TimeInside | undefined;
  /** Nothing else is left to do than to wait for time to pass. */
  isPassing = false;

  constructor(private readonly source: TimeSource) {
    this.began = source.now;
  }

  /** It was brought back: nothing was skipped yet. */
  begin(): void {
    this.began = this.source.now;
    this.passed = 0;
  }

  /** It stands, or goes on in another way: what is waited for next is waited for from now on. */
  restart(): void {
    this.waited = 0;
  }

  /** What has passed there is not waited for once more. */
  passInside(inside: TimeInside): void {
    this.inside = inside;
  }

  /** How far time goes now, towards where something happens next. @param isByClock otherwise it goes there at once */
  goTo(next: EpochMs, isByClock: boolean): EpochMs {
    const seen = this.seenUpTo(next);
    if (!isByClock) {
      // What was waited for at another pace is no part of a later wait.
      this.waited = 0;
      return next;
    }
    const to = Math.min(next, seen + Math.floor(this.waited)) as EpochMs;
    this.waited = to === next ? 0 : this.waited - (to - seen);
    this.passed += to - seen;
    return to;
  }

  /** Milliseconds of real time until it is to go on. */
  tick({ times }: ClockPace): number {
    const { next, now } = this.source;
    const left = (next ?? now) - now - this.waited;
    return Math.max(1, Math.min(TICK, left / times));
  }

  /** Real time has gone by. */
  wait(duration: number, { times }: ClockPace): void {
    this.waited += duration * times;
  }

  /** What nobody waited for. Milliseconds. */
  get skipped(): number {
    return Math.max(0, this.source.now - this.began - this.passed);
  }

  /** @param isOver nothing is waited for any more */
  spent(isOver: boolean): TimeSpent | undefined {
    const { skipped, source } = this;
    const { next: until, nextAt: at } = source;
    if (this.isPassing && !isOver && until !== undefined)
      return { skipped, waiting: { until, ...(at === undefined ? {} : { at }) } };
    return skipped === 0 ? undefined : { skipped };
  }

  /** How far somebody has seen it go already. */
  private seenUpTo(next: EpochMs): EpochMs {
    const { now } = this.source;
    const { inside } = this;
    if (inside === undefined || inside.until <= now || !inside.isAwaited()) {
      this.inside = undefined;
      return now;
    }
    const seen = Math.min(next, inside.until) as EpochMs;
    const skipped = Math.min(inside.skipped, seen - now);
    this.passed += seen - now - skipped;
    this.inside = { ...inside, skipped: inside.skipped - skipped };
    return seen;
  }
}
