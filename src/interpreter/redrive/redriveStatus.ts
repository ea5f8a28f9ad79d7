import type { EpochMs } from '../../asl';
import type { RedriveStatus } from '../execution.types';
import type { ExecutionRecord } from '../executionRecord';
import { STANDARD_LIMIT_MS } from '../timeLimits';

const FORTNIGHT_MS = 14 * 24 * 3600 * 1000;
/** Executions with more events cannot be redriven. */
const MOST_EVENTS = 24_998;

/** Source: api.md 1, RedriveExecution; Recorded: sfn_api/test_describe_execution (SUCCEEDED). */
export function redriveStatus(execution: ExecutionRecord, now: EpochMs): RedriveStatus {
  const reason = reasonAgainst(execution, now);
  return reason === undefined
    ? { redriveStatus: 'REDRIVABLE' }
    : { redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason: reason };
}

function reasonAgainst(execution: ExecutionRecord, now: EpochMs): string | undefined {
  const { status, type, startTime, stopTime = now } = execution;
  if (type === 'EXPRESS') return 'Execution is EXPRESS and cannot be redriven';
  if (status === 'RUNNING' || status === 'SUCCEEDED') return `Execution is ${status} and cannot be redriven`;
  if (execution.length > MOST_EVENTS) return 'Execution history event limit exceeded';
  if (now - startTime >= STANDARD_LIMIT_MS) return 'Execution has exceeded the max execution time';
  return now - stopTime > FORTNIGHT_MS ? 'Execution redrivable period exceeded' : undefined;
}
