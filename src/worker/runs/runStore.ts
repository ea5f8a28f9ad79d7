import type { RunRequest } from '../run.types';
import type { RunRecord } from './runs.types';

/** A run as it is kept. */
export interface KeptRun {
  readonly record: RunRecord;
  readonly request: RunRequest;
  /** JSON texts of lists of jobs, in order; what packs them is `packedJobs.ts`. */
  readonly pieces: readonly string[];
}

/** Done when others may hold it. */
export type LetGo = () => Promise<void>;

/** The run was removed, by another page or by this one. */
export class NotKept extends Error {
  override readonly name = 'NotKept';
}

/** Where runs outlive their worker. Every promise may be rejected: private windows, a full disk. */
export interface RunStore {
  /** A run that has just begun, or that comes from a file; in place of what was kept of one of its name. */
  put(run: KeptRun): Promise<void>;
  /** The run has come further; rejected with a `NotKept` when it was removed. @param piece what was added to its journal */
  append(record: RunRecord, piece: string | undefined): Promise<void>;
  read(run: string): Promise<KeptRun | undefined>;
  /** In no order. */
  list(): Promise<readonly RunRecord[]>;
  remove(runs: readonly string[]): Promise<void>;
  /** Characters that may be kept; undefined when the user never said. */
  limit(): Promise<number | undefined>;
  setLimit(limit: number): Promise<void>;
  /**
   * Tells other pages that this one is at work on the run. @returns how to let go of it; undefined when it is held already
   */
  hold(run: string): Promise<LetGo | undefined>;
  /** Runs that any page is at work on. */
  held(): Promise<ReadonlySet<string>>;
}

/** Keeps nothing. */
export const NO_STORE: RunStore = {
  put: async () => {},
  append: async () => {},
  read: async () => undefined,
  list: async () => [],
  remove: async () => {},
  limit: async () => undefined,
  setLimit: async () => {},
  hold: async () => async () => {},
  held: async () => new Set(),
};
