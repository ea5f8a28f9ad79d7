import type { Execution } from './execution.types';

/** What StartSyncExecution answers, besides a trace header. Dates are ISO 8601; input and output are JSON text. */
export interface SyncResponse {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly startDate: string;
  readonly stopDate: string;
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
  readonly error?: string;
  readonly cause?: string;
  readonly input: string;
  readonly inputDetails: { readonly included: boolean };
  readonly output?: string;
  readonly outputDetails: { readonly included: boolean };
  readonly billingDetails: {
    readonly billedMemoryUsedInMB: number;
    readonly billedDurationInMilliseconds: number;
  };
}

const BILLED_STEP_MS = 100;
const BILLED_CHUNK_MB = 64;

/**
 * The answer to a synchronous Express execution that has ended. Duration is billed in steps of 100 ms, memory
 * in chunks of 64 MB; how AWS measures memory is not published, so one chunk is assumed.
 * Recorded: express/test_express_sync*; Source: pricing page, "Express Workflows".
 *
 * @param inputText the caller's JSON text
 * @returns undefined while the execution runs, and for one that was stopped
 */
export function syncResponse(execution: Execution, inputText: string): SyncResponse | undefined {
  const { status, settings, now, error, cause, output } = execution;
  if (status === 'RUNNING' || status === 'ABORTED') return undefined;
  const duration = Math.max(1, now - settings.startTime);
  return {
    billingDetails: {
      billedDurationInMilliseconds: Math.ceil(duration / BILLED_STEP_MS) * BILLED_STEP_MS,
      billedMemoryUsedInMB: BILLED_CHUNK_MB,
    },
    executionArn: settings.executionArn,
    stateMachineArn: settings.stateMachineArn,
    name: settings.executionName,
    startDate: new Date(settings.startTime).toISOString(),
    stopDate: new Date(now).toISOString(),
    status,
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
    input: inputText,
    inputDetails: { included: true },
    ...(output === undefined ? {} : { output: JSON.stringify(output) }),
    outputDetails: { included: true },
  };
}
