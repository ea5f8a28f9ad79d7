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

  constructor(
    private readonly children: ChildRuns,
    private readonly machines: readonly MachineText[],
    private readonly stops: ChildStops,
    private readonly pulse: Pulse,
  ) {}

  /** Those that one of them started, or that the run itself did. */
  begunIn(parent: Execution | undefined): BegunChildren {
    const { isWatched } = this;
    return {
      begunWith: this.children.begunIn(parent),
      get isWatched() {
        return isWatched();
      },
      comesToStop: (execution, isGivenUp) => this.comesToStop(execution, isGivenUp),
    };
  }

  /** What stops one of them. */
  stopsOf({ started, machine, definition, shown }: ReadChild): Stops {
    const own = started.execution;
    const breakpoints = this.stops.of(definition.text);
    return new Stops(machine, own, shown.fold, { breakpoints }, this.begunIn(own));
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
  private async comesToStop(execution: string, isGivenUp: () => boolean): Promise<boolean> {
    for (;;) {
      const { version } = this.stops;
      const isChanged = () => this.stops.version !== version;
      const stops = await this.lookThrough(execution, () => isGivenUp() || isChanged());
      if (!isChanged() || isGivenUp()) return stops;
    }
  }

  private async lookThrough(execution: string, isGivenUp: () => boolean): Promise<boolean> {
    if (!this.mayStop(execution)) return false;
    const read = this.children.read(execution);
    if (!read) return false;
    const { fold } = read.shown;
    const stops = this.stopsOf(read);
    let sliceEnd = this.pulse.now() + SLICE;
    while (fold.advanceOne()) {
      const checked = stops.check(fold.position - 1);
      const stop = checked instanceof Promise ? await checked : checked;
      if (stop) return true;
      while (stops.isInsideDue && !isGivenUp()) if (await stops.searchInside(isGivenUp)) return true;
      if (fold.position % GLIMPSE !== 0 || this.pulse.now() < sliceEnd) continue;
      await this.pulse.breathe();
      if (isGivenUp()) return false;
      sliceEnd = this.pulse.now() + SLICE;
    }
    return false;
  }

  /** Whether there are breakpoints in its definition, or in that of one that it has started. */
  private mayStop(execution: string): boolean {
    const text = this.children.definitionOf(execution)?.text;
    if (text !== undefined && this.stops.has(text)) return true;
    return this.children.startedBy(execution).some((each) => this.mayStop(each));
  }
}
