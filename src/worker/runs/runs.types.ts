import type { EpochMs, StatePath, TextFormat } from '../../asl';
import type { ExecutionStatus } from '../../interpreter';
import type { BranchOrigin, Redriven } from '../amend.types';
import type { ExecutionType } from '../analysis.types';
import type { ProgressBatch, RunControl, ServiceChoice, Speed } from '../run.types';

/** What a run is called, and what it is a run of. */
export interface RunAbout {
  /** `Run 3`. */
  readonly name: string;
  /** The document's name. */
  readonly document: string;
  /** Real time. */
  readonly startedAt: number;
}

/** Where a run stands: with its request and its journal it can be brought back there. */
export interface RunPoint {
  /** Events of all its executions that are recorded. */
  readonly recorded: number;
  /** How many of them are shown. */
  readonly shown: number;
  readonly control: RunControl;
  /** Virtual time. */
  readonly now: EpochMs;
  /** Events of its own history that are shown. */
  readonly events: number;
  readonly transitions: number;
  /** The state entered last, or the one it was stopped at. */
  readonly at?: StatePath;
  /** Where a breakpoint or a step stopped it. */
  readonly stopped?: { readonly visit: number; readonly reason?: string };
  /** The ARNs of child executions that it has started and that are yet to be looked through for breakpoints. */
  readonly unsearched?: readonly string[];
  /** How often each breakpoint was met, by its number; the others never were. Absent where nobody has counted. */
  readonly hits?: readonly (readonly [number, number])[];
  /** The child executions that it was stepped into, the outermost first. */
  readonly inside?: readonly ChildPoint[];
  /** How it ended; absent while it goes on. */
  readonly status?: Exclude<ExecutionStatus, 'RUNNING'>;
}

/** Where an execution stands that a Task has started and that is stepped through. */
export interface ChildPoint
  extends Pick<RunPoint, 'shown' | 'stopped' | 'unsearched' | 'hits'>,
    Partial<Pick<RunPoint, 'now'>> {
  /** Its ARN. */
  readonly execution: string;
}

/** What a list of runs shows of one. */
export interface RunRecord extends RunAbout {
  /** Real time it was written here first. */
  readonly keptSince: number;
  /** `executionName`, or another when there was one of that name. */
  readonly id: string;
  readonly type: ExecutionType;
  /** Virtual time it began at. */
  readonly startTime: EpochMs;
  /** The beginning of its input. */
  readonly input: string;
  readonly branched?: BranchOrigin;
  /** How it was redriven last. */
  readonly redriven?: Redriven;
  readonly point: RunPoint;
  /** Characters kept of it: request and journal. */
  readonly size: number;
  /** Pieces its journal is kept in. */
  readonly pieces: number;
}

/** `live`: going on, here or in another tab of the browser. `interrupted`: its page closed before it ended. */
export type RunPresence = 'live' | 'interrupted' | 'ended';

export interface ListedRun extends RunRecord {
  readonly presence: RunPresence;
}

export interface KeptRuns {
  /** Newest first. */
  readonly runs: readonly ListedRun[];
  /** Characters that may be kept in all. */
  readonly limit: number;
}

/** A run that has come on show, with everything the page wants of it. */
export interface RunOnShow {
  readonly record: RunRecord;
  /** The definition it follows now. */
  readonly text: string;
  readonly format: TextFormat;
  readonly input: string;
  /** Who answers its Tasks now. */
  readonly services: ServiceChoice;
  readonly speed: Speed;
  /** All its states and transitions, not what changed. */
  readonly progress: ProgressBatch;
}

/** What became of a file with a run in it. */
export type ImportResult =
  | { readonly ok: true; readonly run: string }
  /** A sentence that says what is wrong with it. */
  | { readonly ok: false; readonly reason: string };
