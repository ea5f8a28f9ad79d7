import type { Execution } from '../../interpreter';
import type { Pulse } from '../run/pulse';
import { journalText } from './journal';
import type { RunStore } from './runStore';
import type { RunPoint, RunRecord } from './runs.types';

/** Milliseconds between two writings of a run that goes on. */
const INTERVAL = 250;

/** Keeps a run as it goes on: its journal in pieces, and where it stands. */
export class RunRecorder {
  private timer: (() => void) | undefined;
  private writing: Promise<void> = Promise.resolve();
  private given: RunPoint | undefined;
  private isOff = false;

  /** @param written jobs of the journal that are kept already */
  constructor(
    private readonly execution: Execution,
    private readonly store: RunStore,
    private readonly pulse: Pulse,
    private kept: RunRecord,
    private written: number,
    private readonly limit: () => number,
    private readonly failed: (reason: 'full' | 'refused') => void,
  ) {}

  get record(): RunRecord {
    return this.kept;
  }

  /** The run stands somewhere else now. Written soon, or at once when it has paused or ended. */
  note(point: () => RunPoint, atOnce: boolean): void {
    if (atOnce) this.write(point());
    else this.timer ??= this.pulse.after(INTERVAL, () => this.write(point()));
  }

  /** Done when everything noted so far is kept. */
  settled(): Promise<void> {
    return this.writing;
  }

  /** Nothing more is kept. */
  off(): void {
    this.isOff = true;
    this.timer?.();
    this.timer = undefined;
  }

  private write(point: RunPoint): void {
    this.timer?.();
    this.timer = undefined;
    const grown = this.execution.journal.length > this.written;
    if (this.isOff || (!grown && this.given && sameJson(this.given, point))) return;
    this.given = point;
    const piece = journalText(this.execution, this.written);
    this.written = this.execution.journal.length;
    const { kept } = this;
    const record: RunRecord = {
      ...kept,
      point,
      size: kept.size + (piece?.length ?? 0),
      pieces: kept.pieces + (piece === undefined ? 0 : 1),
    };
    this.kept = record;
    if (record.size > this.limit()) {
      this.giveUp(record.id);
      return;
    }
    this.writing = this.writing
      .then(() => this.store.append(record, piece))
      .catch(() => {
        this.off();
        this.failed('refused');
      });
  }

  /** A run that needs more than all runs may is not kept. */
  private giveUp(run: string): void {
    this.off();
    this.writing = this.writing.then(() => this.store.remove([run])).catch(() => {});
    this.failed('full');
  }
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
