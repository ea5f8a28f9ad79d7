import type { EpochMs } from '../asl';
import type { HistoryEvent } from '../interpreter';
import type { RunResultSummary } from './run.types';

/** A run that was recorded elsewhere, as the page opens it. */
export interface RecordedRun {
  readonly events: readonly HistoryEvent[];
  /** The execution's own name; undefined when nothing says it. */
  readonly name: string | undefined;
  readonly type: 'STANDARD' | 'EXPRESS';
  /** JSON text. */
  readonly input: string;
  readonly startedAt: EpochMs;
  readonly endedAt: EpochMs;
  /** States entered. */
  readonly transitions: number;
  /** Absent while nothing says how it ended. */
  readonly result: RunResultSummary | undefined;
  /** What is not there, and what else is to be said, in sentences. */
  readonly notes: readonly string[];
  /** Names of states that the definition does not have. */
  readonly foreign: readonly string[];
}
