import type { Engine } from '../engine';
import type { HistoryEvent } from '../events';
import type { Mark, Timeline, TimelineRecord, TimelineSite } from '../execution.types';
import type { ExecutionRecord } from '../executionRecord';

/** The log as one timeline. */
export class LoggedTimeline implements Timeline {
  constructor(private readonly engine: Engine) {}

  get length(): number {
    return this.engine.log.length;
  }

  get marks(): readonly Mark[] {
    return this.engine.marks;
  }

  record(position: number): TimelineRecord {
    const { log } = this.engine;
    const { type, state } = log.site(position);
    const owner = this.owner(position);
    const origin = type === 'ExecutionStarted' ? this.engine.originOf(owner) : undefined;
    const record = {
      type,
      previousEventId: this.previous(position, owner),
      time: log.time(position),
      state: state?.path,
      stateName: state?.name,
    };
    // Asked of every event: no spread where there is nothing to add.
    return origin === undefined ? record : { ...record, childIndex: origin.index };
  }

  site(position: number): TimelineSite {
    return this.engine.log.site(position);
  }

  /** The event as its own execution's history has it. */
  event(position: number): HistoryEvent {
    const owner = this.owner(position);
    return owner.history.event(owner.indexAt(position));
  }

  idOf(position: number): number {
    return this.owner(position).indexAt(position) + 1;
  }

  mainPosition(index: number): number {
    return this.engine.main.position(index);
  }

  /** How many of the first `position` events are the machine's own execution's. */
  mainEvents(position: number): number {
    return this.engine.main.indexAt(position);
  }

  iterationStarted(position: number): number {
    const { log } = this.engine;
    if (log.site(position).type !== 'MapIterationStarted') return -1;
    const index = log.dataOf(position);
    return typeof index === 'number' ? index : -1;
  }

  private owner(position: number): ExecutionRecord {
    return this.engine.executionAt(this.engine.log.owner(position));
  }

  private previous(position: number, owner: ExecutionRecord): number {
    const id = this.engine.log.previousEventId(position);
    if (id > 0) return owner.position(id - 1) + 1;
    const origin = this.engine.originOf(owner);
    if (origin === undefined) return 0;
    const first = owner.position(0);
    if (first !== position) return first + 1;
    const { frame, startedEvent } = origin.run;
    return frame.execution.position(startedEvent - 1) + 1;
  }
}
