import type { EpochMs } from '../../asl';
import type { Execution } from '../../interpreter';
import type { Pulse } from '../run/pulse';
import { GLIMPSE, SLICE } from '../run/readInSlices';
import type { BegunChildren } from '../run/stops/childWatch';
import { Stops } from '../run/stops/stops';
import type { MachineText } from '../run.types';
import type { ChildRuns, ReadChild } from './childRuns';
import type { ChildStops } from './childStops';

/**
 * Looks the executions that Tasks have started through for breakpoints, before any of them is shown: their histories are
 * there to the end, so a run need not go into one that nothing stops.
 */
export class ChildSearch {
  private seen: number | undefined;
  private anywhere = false;
  /** How many events of those that were gone through were shown when they were left. */
  private readonly left = new Map<string, number>();

  constructor(
    private readonly children: ChildRuns,
    private readonly machines: readonly MachineText[],
    private readonly stops: ChildStops,
    private readonly pulse: Pulse,
  ) {}

  /**
   * Those that one of them started, or that the run itself did.
   * @param before what was before that has passed in them; absent: nothing has
   */
  begunIn(parent: Execution | undefined, before?: EpochMs): BegunChildren {
    const { isWatched, children } = this;
    return {
      begunWith: children.begunIn(parent),
      get events() {
        return children.eventsIn(parent);
      },
      get isWatched() {
        return isWatched();
      },
      comesToStop: (execution, isGivenUp, since = before) => this.comesToStop(execution, isGivenUp, since),
    };
  }

  /** What stops one of them. @param before as of `begunIn` */
  stopsOf({ started, machine, definition, shown }: ReadChild, before?: EpochMs): Stops {
    const own = started.execution;
    const breakpoints = this.stops.of(definition.text);
    return new Stops(machine, own, shown.fold, { breakpoints }, this.begunIn(own, before));
  }

  /** Asked with every event. */
  private readonly isWatched = (): boolean => {
    if (this.seen !== this.stops.version) {
      this.seen = this.stops.version;
      this.anywhere = this.machines.some(({ text }) => this.stops.has(text));
    }
    return this.anywhere;
  };

  /** Looked through once more when breakpoints are changed meanwhile: it stops at those that there are then. */
  private async comesToStop(execution: string, isGivenUp: () => boolean, since?: EpochMs): Promise<boolean> {
    for (;;) {
      const { version } = this.stops;
      const isChanged = () => this.stops.version !== version;
      const stops = await this.lookThrough(execution, () => isGivenUp() || isChanged(), since);
      if (!isChanged() || isGivenUp()) return stops;
    }
  }

  private async lookThrough(
    execution: string,
    isGivenUp: () => boolean,
    since: EpochMs | undefined,
  ): Promise<boolean> {
    if (!this.leadsTo(execution, (text) => this.stops.has(text))) return false;
    const read = this.children.read(execution);
    if (!read) return false;
    const { fold } = read.shown;
    const { timeline } = read.started.execution;
    const passed = this.passed(execution, since);
    const stops = this.stopsOf(read, since);
    let sliceEnd = this.pulse.now() + SLICE;
    while (fold.advanceOne()) {
      const checked = stops.check(fold.position - 1);
      const stop = checked instanceof Promise ? await checked : checked;
      if (stop && fold.position > passed) return true;
      const { time: now } = timeline.record(fold.position - 1);
      while (stops.isInsideDue && !isGivenUp()) if (await stops.searchInside(now, isGivenUp)) return true;
      if (fold.position % GLIMPSE !== 0 || this.pulse.now() < sliceEnd) continue;
      await this.pulse.breathe();
      if (isGivenUp()) return false;
      sliceEnd = this.pulse.now() + SLICE;
    }
    return false;
  }

  /** Whether something holds of its definition, or of that of one that it has started. */
  leadsTo(execution: string, holds: (text: string) => boolean): boolean {
    const text = this.children.definitionOf(execution)?.text;
    if (text !== undefined && holds(text)) return true;
    return this.children.startedBy(execution).some((each) => this.leadsTo(each, holds));
  }

  /** One of them was gone through so far. @param position events of it */
  leave(execution: string, position: number): void {
    this.left.set(execution, position);
  }

  /**
   * How many events of one of them have passed.
   * @param now of the execution that has started it; absent: none have
   */
  passed(execution: string, now: EpochMs | undefined): number {
    const timeline = this.children.timelineOf(execution);
    if (now === undefined || timeline === undefined) return 0;
    let position = this.left.get(execution) ?? 0;
    while (position < timeline.length && timeline.record(position).time < now) position++;
    return position;
  }
}
