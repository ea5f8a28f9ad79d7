import type { EpochMs, Json, JsonArray, StatePath } from '../../asl';
import { Failure } from '../data/failure';
import type { ExecutionSettings, ExecutionStatus, MapRunDescription, MapRunRecord } from '../execution.types';
import type { ExecutionRecord } from '../executionRecord';
import type { Frame } from '../frame';
import { seededUuid } from '../random';
import type { Batching } from './batch';
import { describeMapRun } from './describeMapRun';
import type { DistributedMapWork } from './distributedWork';

/** Child executions that run at a time when MaxConcurrency allows more. Source: quotas.md 3. */
const DISTRIBUTED_CONCURRENCY = 10_000;

/** What goes on when S3 has answered. */
export type S3Answered = (answer: Json | Failure) => undefined;

/** Where a child execution comes from. */
export interface ChildOrigin {
  readonly run: MapRun;
  /** Place among the children of its Map Run, from 0. */
  readonly index: number;
  /** Items it works on: 1, or those of its batch. */
  readonly itemCount: number;
}

/** Limits of a Map Run as they were when it started. */
export interface MapRunLimits {
  /** 0: the service's own maximum. */
  readonly maxConcurrency: number;
  readonly toleratedFailureCount: number | undefined;
  /** 0 to 100. */
  readonly toleratedFailurePercentage: number | undefined;
}

/** The results' place in S3. */
export interface Destination {
  readonly bucket: string;
  readonly prefix: string;
}

/** The child executions of one attempt at a Distributed Map. */
export class MapRun implements MapRunRecord {
  status: MapRunDescription['status'] = 'RUNNING';
  readonly executions: ExecutionRecord[] = [];
  /** Items of each child. */
  readonly itemCounts: number[] = [];
  stopTime: EpochMs | undefined = undefined;
  /** Id of its MapRunStarted, in the history of the Map's own execution. */
  startedEvent = 0;
  /** What the Map's next event points at: MapRunStarted, or the last MapRunRedriven. */
  lastEvent = 0;
  redriveCount = 0;
  /** Children that a redrive is to take up again, by index. */
  unfinished: number[] = [];
  /** All items, once they have been read. */
  items: JsonArray = [];
  /** The first item that is in no child execution yet. */
  nextItem = 0;
  /** The item whose ItemSelector is being evaluated, while it is. */
  selecting: number | undefined = undefined;
  /** Items selected for the batch that is being filled. */
  batch: Json[] = [];
  /** Bytes of that batch's JSON as an input. */
  batchBytes = 0;
  /** Children that are running. */
  open = 0;
  /** Items in children that failed, timed out or were aborted. */
  failedItems = 0;
  /** What goes on when the S3 call that is under way has been answered. */
  answered: S3Answered | undefined = undefined;
  readonly mapRunArn: string;
  private readonly id: string;

  constructor(
    readonly frame: Frame,
    public work: DistributedMapWork,
    readonly limits: MapRunLimits,
    readonly destination: Destination | undefined,
    readonly batching: Batching | undefined,
    /** Place among the Map Runs of the whole execution. */
    number: number,
    readonly startTime: EpochMs,
  ) {
    const { settings } = frame.execution;
    this.id = seededUuid(settings.seed, number);
    const machine = machineOf(settings.stateMachineName);
    this.mapRunArn = `${arnRoot(settings)}:mapRun:${machine}/${work.label}:${this.id}`;
  }

  get state(): StatePath | undefined {
    return this.frame.state?.path;
  }

  get executionArn(): string {
    return this.frame.execution.settings.executionArn;
  }

  /** Names the files of its results, as it names the Map Run. */
  get uuid(): string {
    return this.id;
  }

  describe(): MapRunDescription {
    return describeMapRun(this);
  }

  get hasRoom(): boolean {
    const { maxConcurrency } = this.limits;
    return this.open < (maxConcurrency === 0 ? DISTRIBUTED_CONCURRENCY : maxConcurrency);
  }

  /**
   * More items failed than are tolerated. Without a tolerance none is; of two tolerances either decides.
   * Source: states.md 9.4; Recorded: test_state/test_state_configuration.
   */
  get exceedsTolerance(): boolean {
    const { toleratedFailureCount: count, toleratedFailurePercentage: percentage } = this.limits;
    if (this.failedItems === 0) return false;
    if (count === undefined && percentage === undefined) return true;
    if (count !== undefined && this.failedItems > count) return true;
    return percentage !== undefined && (this.failedItems * 100) / this.items.length > percentage;
  }

  childStarted({ itemCount }: ChildOrigin, execution: ExecutionRecord): void {
    this.executions.push(execution);
    this.itemCounts.push(itemCount);
    this.open++;
  }

  childEnded({ itemCount }: ChildOrigin, status: ExecutionStatus): void {
    this.open--;
    if (status !== 'SUCCEEDED') this.failedItems += itemCount;
  }

  /** Takes up the children that did not succeed; those that never began follow them. */
  reopen(): void {
    this.status = 'RUNNING';
    this.stopTime = undefined;
    this.redriveCount++;
    this.open = 0;
    this.failedItems = 0;
    this.unfinished = this.executions.flatMap(({ status }, index) => (status === 'SUCCEEDED' ? [] : [index]));
  }

  /** A child runs again, as the same execution or, Express, as another. */
  childResumed(index: number, execution: ExecutionRecord): void {
    this.executions[index] = execution;
    this.open++;
  }

  end(status: MapRunDescription['status'], time: EpochMs): void {
    if (this.status !== 'RUNNING') return;
    this.status = status;
    this.stopTime = time;
  }

  /** Names and ARNs of a child. Its state machine is the Map's processor, by the Map's label. */
  readonly settingsOf = (child: ExecutionRecord): ExecutionSettings => {
    const { inputText: _, ...settings } = this.frame.execution.settings;
    const name = seededUuid(settings.seed ^ 0x5f356495, child.number);
    const machine = `${machineOf(settings.stateMachineName)}/${this.work.label}`;
    const root = arnRoot(settings);
    return {
      ...settings,
      type: this.work.type,
      startTime: child.startTime,
      seed: (Math.imul(settings.seed, 31) + child.number) | 0,
      executionName: name,
      executionArn:
        this.work.type === 'EXPRESS'
          ? `${root}:express:${machine}:${name}:${seededUuid(settings.seed, child.number)}`
          : `${root}:execution:${machine}:${name}`,
      stateMachineName: machine,
      stateMachineArn: `${root}:stateMachine:${machine}`,
    };
  };
}

/** `arn:aws:states:<region>:<account>` */
const arnRoot = ({ stateMachineArn }: ExecutionSettings): string =>
  stateMachineArn.split(':').slice(0, 5).join(':');

/** A Map inside a child execution belongs to the same machine. */
const machineOf = (stateMachineName: string): string => stateMachineName.split('/')[0] ?? stateMachineName;

/** Recorded: test_state/test_state_configuration. */
export const TOLERANCE_EXCEEDED = new Failure(
  'States.ExceedToleratedFailureThreshold',
  'The specified tolerated failure threshold was exceeded',
);
