import type { Json } from '../../asl';
import { Failure } from '../data/failure';
import { jsonSizeExceeds } from './jsonSize';

/** Bytes of JSON in UTF-8 that an input, output or result may have. Source: quotas.md 1. */
const MAX_DATA_BYTES = 262_144;

/**
 * The failure of a state or task whose result is too large; undefined when it fits. No prefix: AWS has none here.
 * Recorded: error_handling/test_task_lambda_data_limit_exceeded_on_large_utf8_response.
 *
 * @param name the state's name, a function's ARN, or a service (`lambda`)
 */
export function dataLimitFailure(name: string, result: Json): Failure | undefined {
  if (!jsonSizeExceeds(result, MAX_DATA_BYTES)) return undefined;
  return new Failure(
    'States.DataLimitExceeded',
    `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  );
}

/**
 * The failure of a state whose input is too large after Parameters or Arguments; undefined when it fits. An input
 * that comes through unchanged is not measured again.
 * Source: AWS, "Handling errors in Step Functions workflows" (States.DataLimitExceeded); its words are not on record.
 */
export function payloadLimitFailure(name: string, input: Json, payload: Json): Failure | undefined {
  return payload === input ? undefined : dataLimitFailure(name, payload);
}
