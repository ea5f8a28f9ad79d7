import type { EpochMs } from '../../asl';
import type { EventData } from './eventData';
import type { EventLog } from './eventLog';
import type { EventSite } from './eventSite';

/** The events of one execution in a log that it may share with others. */
export class OwnEvents {
  /** Events so far; the next one's id is one more. */
  length = 0;
  /** Places of its events in the log; absent while it is alone there. */
  private positions: number[] | undefined = undefined;

  constructor(
    private readonly log: EventLog,
    /** 0 for the machine's own execution, then in order of start. */
    readonly number: number,
    private readonly eventLimit: number,
  ) {
    if (number > 0) this.positions = [];
  }

  /** No event fits any more but the one that ends the execution. */
  get isFull(): boolean {
    return this.length >= this.eventLimit;
  }

  /** @returns the event's id, 1 for the first */
  append(site: EventSite, previousEventId: number, data: EventData, time: number): number {
    const position = this.log.append(site, previousEventId, data, time);
    if (this.positions !== undefined) {
      this.positions.push(position);
      this.log.own(this.number);
    }
    return ++this.length;
  }

  /** From here on other executions record into the log, too. */
  share(): void {
    if (this.positions !== undefined) return;
    this.positions = Array.from({ length: this.length }, (_, index) => index);
    this.log.ownAll(this.number);
  }

  /** Place in the log of the event with an index of this execution's, from 0. */
  position(index: number): number {
    return this.positions === undefined ? index : (this.positions[index] ?? -1);
  }

  /** Index in this execution of the event at a place of the log. */
  indexAt(position: number): number {
    const { positions } = this;
    if (positions === undefined) return position;
    let low = 0;
    let high = positions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((positions[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  site(index: number): EventSite {
    return this.log.site(this.position(index));
  }
  previousEventId(index: number): number {
    return this.log.previousEventId(this.position(index));
  }
  dataOf(index: number): EventData {
    return this.log.dataOf(this.position(index));
  }
  time(index: number): EpochMs {
    return this.log.time(this.position(index));
  }
}
