import type { EpochMs } from '../../asl';
import type { EventData } from './eventData';
import type { EventSite } from './eventSite';

/**
 * The recorded events, column by column. Appending stores three references and makes no text. The time changes
 * rarely (only when virtual time moves), so it is kept as runs: the first event of each run, and its time.
 */
export class EventLog {
  length = 0;
  private readonly sites: EventSite[] = [];
  private readonly previous: number[] = [];
  private readonly data: EventData[] = [];
  private runStarts: number[] | undefined;
  private runTimes: number[] | undefined;
  private lastTime: number;
  /** The execution each event belongs to; absent while there is only one. */
  private owners: number[] | undefined;

  constructor(private readonly startTime: EpochMs) {
    this.lastTime = startTime;
  }

  /** @returns the event's place, from 0 */
  append(site: EventSite, previousEventId: number, data: EventData, time: number): number {
    if (time !== this.lastTime) this.startRun(time);
    this.sites.push(site);
    this.previous.push(previousEventId);
    this.data.push(data);
    return this.length++;
  }

  /** The event just recorded is an execution's. */
  own(execution: number): void {
    this.owners?.push(execution);
  }

  /** All events so far are one execution's; from here on each is owned by name. */
  ownAll(execution: number): void {
    this.owners = Array.from({ length: this.length }, () => execution);
  }

  /** Number of the execution that an event belongs to. */
  owner(index: number): number {
    return this.owners?.[index] ?? 0;
  }

  site(index: number): EventSite {
    const site = this.sites[index];
    if (site === undefined) throw new RangeError(`no event at index <${index}>`);
    return site;
  }

  previousEventId(index: number): number {
    return this.previous[index] ?? 0;
  }

  dataOf(index: number): EventData {
    return this.data[index];
  }

  time(index: number): EpochMs {
    if (this.runStarts === undefined || this.runTimes === undefined) return this.startTime;
    let low = 0;
    let high = this.runStarts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.runStarts[middle] ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return (low === 0 ? this.startTime : (this.runTimes[low - 1] ?? this.startTime)) as EpochMs;
  }

  private startRun(time: number): void {
    this.lastTime = time;
    this.runStarts ??= [];
    this.runTimes ??= [];
    this.runStarts.push(this.length);
    this.runTimes.push(time);
  }
}
