import { Failure } from './data/failure';

/** Names that ErrorEquals and failures share. Source: errors.md 1. */
export const RUNTIME_ERROR = 'States.Runtime';
export const TIMEOUT_ERROR = 'States.Timeout';
export const DATA_LIMIT_ERROR = 'States.DataLimitExceeded';
export const QUERY_ERROR = 'States.QueryEvaluationError';

/** Failures that States.TaskFailed does not stand for. */
const NOT_TASK_FAILURES: ReadonlySet<string> = new Set([
  TIMEOUT_ERROR,
  DATA_LIMIT_ERROR,
  QUERY_ERROR,
  'States.BranchFailed',
  'States.IntrinsicFailure',
  'States.ParameterPathFailure',
  'States.ResultPathMatchFailure',
  'States.NoChoiceMatched',
  'States.Permissions',
  'States.ExceedToleratedFailureThreshold',
  'States.ItemReaderFailed',
  'States.ResultWriterFailed',
]);

/** A missed heartbeat: States.Timeout in the history and the error output, States.HeartbeatTimeout to matchers as well. */
export class HeartbeatFailure extends Failure {
  constructor() {
    super(TIMEOUT_ERROR, undefined);
  }
}

/**
 * Whether a retrier's or catcher's ErrorEquals names a failure. States.Runtime is matched by nothing, not even by
 * its own name; States.TaskFailed stands for every failure of a task but timeouts; names compare exactly.
 * Recorded: scenarios/test_catch_states_runtime, error_handling/test_service_task_lambada_catch_state_all_data_limit*.
 */
export function matchesError(errorEquals: readonly string[], failure: Failure): boolean {
  if (failure.error === RUNTIME_ERROR) return false;
  return errorEquals.some((name) => namesFailure(name, failure));
}

function namesFailure(name: string, failure: Failure): boolean {
  switch (name) {
    case 'States.ALL':
      return true;
    case 'States.TaskFailed':
      return failure.error === undefined || !NOT_TASK_FAILURES.has(failure.error);
    case 'States.HeartbeatTimeout':
      return failure instanceof HeartbeatFailure || failure.error === name;
    default:
      return name === failure.error;
  }
}
