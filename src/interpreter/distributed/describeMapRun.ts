import type { EpochMs } from '../../asl';
import { formatTimestamp } from '../data/timestamp';
import type { ExecutionStatus, MapRunCounts, MapRunDescription } from '../execution.types';

const KEY: Readonly<Record<ExecutionStatus, 'running' | 'succeeded' | 'failed' | 'timedOut' | 'aborted'>> = {
  RUNNING: 'running',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timedOut',
  ABORTED: 'aborted',
};

/** What a description is made of. */
export interface DescribedRun {
  readonly mapRunArn: string;
  readonly executionArn: string;
  readonly status: MapRunDescription['status'];
  readonly startTime: EpochMs;
  readonly stopTime: EpochMs | undefined;
  readonly limits: {
    readonly maxConcurrency: number;
    readonly toleratedFailureCount: number | undefined;
    readonly toleratedFailurePercentage: number | undefined;
  };
  readonly items: readonly unknown[];
  readonly executions: readonly { readonly status: ExecutionStatus }[];
  /** Items of each execution. */
  readonly itemCounts: readonly number[];
}

/** The Map Run as DescribeMapRun answers. Recorded: sfn_api_map_run/test_list_map_runs_and_describe_map_run. */
export function describeMapRun(run: DescribedRun): MapRunDescription {
  const { limits, stopTime } = run;
  return {
    mapRunArn: run.mapRunArn,
    executionArn: run.executionArn,
    status: run.status,
    startDate: formatTimestamp(run.startTime),
    ...(stopTime === undefined ? {} : { stopDate: formatTimestamp(stopTime) }),
    maxConcurrency: limits.maxConcurrency,
    toleratedFailurePercentage: limits.toleratedFailurePercentage ?? 0,
    toleratedFailureCount: limits.toleratedFailureCount ?? 0,
    itemCounts: count(run, run.items.length, (index) => run.itemCounts[index] ?? 1),
    executionCounts: count(run, run.executions.length, () => 1),
  };
}

function count(run: DescribedRun, total: number, weight: (index: number) => number): MapRunCounts {
  const counts = { running: 0, succeeded: 0, failed: 0, timedOut: 0, aborted: 0 };
  let started = 0;
  run.executions.forEach(({ status }, index) => {
    const weighed = weight(index);
    counts[KEY[status]] += weighed;
    started += weighed;
  });
  const isOver = run.status !== 'RUNNING';
  return {
    pending: total - started,
    ...counts,
    total,
    resultsWritten: isOver ? counts.succeeded + counts.failed + counts.timedOut : 0,
  };
}
