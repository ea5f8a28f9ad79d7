import type { EpochMs, StatePath } from '../../asl';
import type { Execution } from '../../interpreter';
import type { Fold } from '../fold/fold';

/** Whose time goes. */
export interface TimeSource {
  /** Its execution is recorded further than time has gone. */
  readonly isAhead: boolean;
  /** Virtual time. */
  readonly now: EpochMs;
  /** Virtual time at what is shown last. */
  readonly shown: EpochMs;
  /** When something happens next; absent: nothing does by itself. */
  readonly next: EpochMs | undefined;
  /** The state whose wait, back-off or time limit that is; absent: the execution's own limit. */
  readonly nextAt: StatePath | undefined;
  /** Lets it go on, as far as something happens. */
  advanceTo(time: EpochMs): void;
}

/** That of one that has ended is the time of what is shown of it. */
export function timeOf(execution: Execution, fold: Fold): TimeSource {
  return execution.status === 'RUNNING' ? drivenTime(execution, fold) : new RecordedTime(execution, fold);
}

/** That of an execution that is driven, and recorded no further than time has gone. */
function drivenTime(execution: Execution, fold: Fold): TimeSource {
  const { timeline, settings } = execution;
  return {
    isAhead: false,
    get now() {
      return execution.now;
    },
    get shown() {
      const { position } = fold;
      if (position === 0) return settings.startTime;
      return position === timeline.length && execution.status === 'RUNNING'
        ? execution.now
        : timeline.record(position - 1).time;
    },
    get next() {
      return execution.nextTimer;
    },
    get nextAt() {
      return execution.nextTimerAt;
    },
    advanceTo: (time) => execution.advanceTo(time),
  };
}

/** That of an execution that is recorded to its end, and shown bit by bit: time comes to what is recorded next. */
class RecordedTime implements TimeSource {
  readonly isAhead = true;
  private reached: EpochMs;

  constructor(
    private readonly execution: Execution,
    private readonly fold: Fold,
  ) {
    this.reached = execution.settings.startTime;
  }

  get now(): EpochMs {
    const { position } = this.fold;
    const last = position === 0 ? this.reached : this.execution.timeline.record(position - 1).time;
    return Math.max(last, this.reached) as EpochMs;
  }

  get shown(): EpochMs {
    return this.now;
  }

  /** Absent, too, when what is recorded next happens now. */
  get next(): EpochMs | undefined {
    const { timeline } = this.execution;
    const { position } = this.fold;
    const time = position < timeline.length ? timeline.record(position).time : undefined;
    return time !== undefined && time > this.now ? time : undefined;
  }

  get nextAt(): StatePath | undefined {
    const { timeline } = this.execution;
    const { position } = this.fold;
    return position < timeline.length ? timeline.record(position).state : undefined;
  }

  advanceTo(time: EpochMs): void {
    const { next } = this;
    if (next !== undefined && time > this.reached) this.reached = time < next ? time : next;
  }
}
