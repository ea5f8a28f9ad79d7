import type { EpochMs } from '../../asl';
import { isManual } from '../amend/applyChange';
import type { Execution, Job } from '../execution.types';

/** Tells an execution again what a journal has, each job at its place. */
export class Retelling {
  private told = 0;
  /** A change by hand was not taken yet. */
  private isRefused = false;

  constructor(
    private readonly execution: Execution,
    private readonly journal: readonly Job[],
  ) {}

  get isOver(): boolean {
    return this.told === this.journal.length;
  }

  /** Whether there is something to tell now. */
  get isDue(): boolean {
    return !this.isRefused && this.next !== undefined;
  }

  /**
   * How far time may go towards the next timer: a stop may have come between two of them.
   * @param next the next timer
   */
  until(next: EpochMs): EpochMs {
    const job = this.journal[this.told];
    const isStop = job?.type === 'stop' && this.execution.timeline.length >= (job.afterEvent ?? 0);
    return isStop && job.at < next ? job.at : next;
  }

  /** @returns whether there was anything to tell */
  tell(): boolean {
    const { told } = this;
    this.isRefused = false;
    for (let job = this.next; job !== undefined; job = this.next) {
      if (!this.take(job)) {
        this.isRefused = true;
        break;
      }
      this.told++;
    }
    return this.told > told;
  }

  /** A change is made where the execution stands before a state: with as many events it may still be on its way there. */
  private take(job: Job): boolean {
    if (isManual(job)) return this.execution.change(job) === undefined;
    this.execution.deliver(job);
    return true;
  }

  /** A stop takes effect at once: not before its time has come. The others wait for theirs in the execution. */
  private get next(): Job | undefined {
    const { timeline, now } = this.execution;
    const job = this.journal[this.told];
    if (job === undefined || timeline.length < (job.afterEvent ?? 0)) return undefined;
    return job.type !== 'stop' || now >= job.at ? job : undefined;
  }
}

/**
 * The part of a journal that leads to a place, for somebody who goes on from there: not stopped there.
 *
 * @param position events of all executions
 */
export function journalUpTo(journal: readonly Job[], position: number): readonly Job[] {
  const later = journal.findIndex(({ afterEvent = 0 }) => afterEvent > position);
  const part = later < 0 ? journal : journal.slice(0, later);
  return part.at(-1)?.type === 'stop' ? part.slice(0, -1) : part;
}
