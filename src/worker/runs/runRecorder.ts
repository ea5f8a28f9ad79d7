import type { Execution } from '../../interpreter';
import type { Pulse } from '../run/pulse';
import type { RunRequest } from '../run.types';
import { journalText } from './journal';
import { NotKept, type RunStore } from './runStore';
import type { RunPoint, RunRecord } from './runs.types';

/** Milliseconds between two writings of a run that goes on; after a longer pause the next is written at once. */
const INTERVAL = 250;

/** What a recorder needs of the world. */
export interface RecorderWorld {
  readonly store: RunStore;
  readonly pulse: Pulse;
  /** Characters that may be kept of one run. */
  readonly limit: () => number;
  readonly warn: (run: string, reason: 'full' | 'refused' | 'gone') => void;
}

/** Keeps a run as it goes on: its journal in pieces, and where it stands. */
export class RunRecorder {
  private timer: (() => void) | undefined;
  private writing: Promise<void> = Promise.resolve();
  private given: RunPoint | undefined;
  /** When it was written last, on the pulse's clock. */
  private appended = Number.NEGATIVE_INFINITY;
  private isOff = false;

  /** @param written jobs of the journal that are kept already */
  constructor(
    private readonly execution: Execution,
    private readonly world: RecorderWorld,
    private kept: RunRecord,
    private written: number,
  ) {}

  get record(): RunRecord {
    return this.kept;
  }

  /** Keeps the run from its beginning, in place of what was kept of one of its name. */
  keepWhole(request: RunRequest, point: RunPoint): Promise<void> {
    const piece = journalText(this.execution, 0);
    this.written = this.execution.journalLength;
    this.appended = this.world.pulse.now();
    const size = JSON.stringify(request).length + (piece?.length ?? 0);
    const record = { ...this.kept, point, size, pieces: piece === undefined ? 0 : 1 };
    this.kept = record;
    return this.write(() =>
      this.world.store.put({ record, request, pieces: piece === undefined ? [] : [piece] }),
    );
  }

  /** The run stands somewhere else now. Written soon, or at once when it has paused or ended. */
  note(point: () => RunPoint, atOnce: boolean): void {
    const { pulse } = this.world;
    const left = this.appended + INTERVAL - pulse.now();
    if (atOnce || left <= 0) this.append(point());
    else this.timer ??= pulse.after(left, () => this.append(point()));
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

  private append(point: RunPoint): void {
    this.timer?.();
    this.timer = undefined;
    this.appended = this.world.pulse.now();
    const grown = this.execution.journalLength > this.written;
    if (this.isOff || (!grown && this.given && sameJson(this.given, point))) return;
    this.given = point;
    const piece = journalText(this.execution, this.written);
    this.written = this.execution.journalLength;
    const { kept, world } = this;
    const record: RunRecord = {
      ...kept,
      point,
      size: kept.size + (piece?.length ?? 0),
      pieces: kept.pieces + (piece === undefined ? 0 : 1),
    };
    this.kept = record;
    if (record.size > world.limit()) this.giveUp(record.id);
    else void this.write(() => world.store.append(record, piece));
  }

  private write(what: () => Promise<void>): Promise<void> {
    this.writing = this.writing.then(what).catch((error: unknown) => {
      if (this.isOff) return;
      this.off();
      this.world.warn(this.kept.id, error instanceof NotKept ? 'gone' : 'refused');
    });
    return this.writing;
  }

  /** A run that needs more than all runs may is not kept. */
  private giveUp(run: string): void {
    this.off();
    this.writing = this.writing.then(() => this.world.store.remove([run])).catch(() => {});
    this.world.warn(run, 'full');
  }
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
