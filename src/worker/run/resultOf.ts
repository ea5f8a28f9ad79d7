import type { Execution } from '../../interpreter';
import type { RunResultSummary } from '../run.types';

/** How an execution ended; undefined while it goes on. */
export function resultOf(execution: Execution): RunResultSummary | undefined {
  const { status, output, error, cause, redriveStatus } = execution;
  if (status === 'RUNNING') return undefined;
  const refused =
    status !== 'SUCCEEDED' && redriveStatus.redriveStatus === 'NOT_REDRIVABLE'
      ? redriveStatus.redriveStatusReason
      : undefined;
  return {
    status,
    ...(output === undefined ? {} : { output: JSON.stringify(output) }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
    ...(refused === undefined ? {} : { notRedrivable: refused }),
  };
}
