import type { EpochMs, Json } from '../asl';
import type { Failure } from './data/failure';
import type { ExecutionSettings, ExecutionStatus, History } from './execution.types';
import type { EventLog } from './history/eventLog';
import type { ExecutionSites } from './history/eventSite';
import { LoggedHistory } from './history/loggedHistory';
import { OwnEvents } from './history/ownEvents';
import type { Timer } from './queue';

/** A Standard execution's history holds this many events; the one that ends it is the last. */
const STANDARD_EVENT_LIMIT = 25_000;

/** What is known of an execution when it starts. */
export interface ExecutionStart {
  /** 0 for the machine's own execution, then in order of start. */
  readonly number: number;
  readonly type: ExecutionSettings['type'];
  readonly input: Json;
  readonly startTime: EpochMs;
  readonly sites: ExecutionSites;
  /** Names and ARNs, made when somebody asks. */
  readonly settings: ExecutionSettings | ((execution: ExecutionRecord) => ExecutionSettings);
}

/**
 * One execution: the machine's own, or one that a Distributed Map started for an item or a batch. All of them
 * record into one log, in the order in which things happen; each knows the places of its own events there.
 */
export class ExecutionRecord extends OwnEvents {
  status: ExecutionStatus = 'RUNNING';
  output: Json | undefined = undefined;
  failure: Failure | undefined = undefined;
  stopTime: EpochMs | undefined = undefined;
  redriveCount = 0;
  /** Of the last redrive. */
  redriveTime: EpochMs | undefined = undefined;
  /** Bytes of all variables it holds, counted from above. */
  variableBytesAtMost = 0;
  /** Ends an Express child that takes too long. */
  deadline: Timer<unknown> | undefined = undefined;
  private loggedHistory: LoggedHistory | undefined = undefined;
  private knownSettings: ExecutionSettings | undefined = undefined;

  constructor(
    log: EventLog,
    private readonly start: ExecutionStart,
  ) {
    super(log, start.number, start.type === 'STANDARD' ? STANDARD_EVENT_LIMIT - 1 : Number.POSITIVE_INFINITY);
  }

  get input(): Json {
    return this.start.input;
  }
  get type(): ExecutionSettings['type'] {
    return this.start.type;
  }
  get startTime(): EpochMs {
    return this.start.startTime;
  }
  get sites(): ExecutionSites {
    return this.start.sites;
  }

  get settings(): ExecutionSettings {
    const { settings } = this.start;
    if (typeof settings === 'object') return settings;
    this.knownSettings ??= settings(this);
    return this.knownSettings;
  }

  get history(): History {
    this.loggedHistory ??= new LoggedHistory(this, () => this.settings);
    return this.loggedHistory;
  }

  get error(): string | undefined {
    return this.failure?.error;
  }
  get cause(): string | undefined {
    return this.failure?.cause;
  }
}
