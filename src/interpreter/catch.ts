import type { JsonObject } from '../asl';
import type { Failure } from './data/failure';
import { matchesError, TIMEOUT_ERROR } from './errorNames';
import type { CatcherProgram } from './program';

/** The first catcher that names the error. */
export function matchCatcher(
  catchers: readonly CatcherProgram[] | undefined,
  failure: Failure,
): CatcherProgram | undefined {
  return catchers?.find((catcher) => matchesError(catcher.errorEquals, failure));
}

/**
 * What a catcher gets: `Error`, then `Cause`. What a failure does not say is null; a timeout's missing cause is
 * an empty text. Recorded: error_handling/test_invoke_timeout, callback/test_sqs_failure_in_wait_for_task_tok_no_error_field.
 */
export function errorOutput(failure: Failure): JsonObject {
  const noCause = failure.error === TIMEOUT_ERROR ? '' : null;
  return { Error: failure.error ?? null, Cause: failure.cause ?? noCause };
}
