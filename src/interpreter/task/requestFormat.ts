import { isJsonObject, type Json, type Resource } from '../../asl';
import { Failure } from '../data/failure';
import { jsonText } from '../data/jsonText';
import { RUNTIME_ERROR } from '../errorNames';

/** Fields of an API Gateway request whose members are lists of values. */
const LISTS = ['Headers', 'QueryParameters'];

/**
 * Why a request cannot be sent at all: API Gateway's Headers and QueryParameters have lists of values.
 * Recorded: services/apigetway_task_service/test_invoke_with_headers_singleStringHeader.
 *
 * @param request evaluated Parameters or Arguments
 */
export function requestFailure(resource: Resource, request: Json): Failure | undefined {
  if (resource.kind !== 'service' || resource.service !== 'apigateway' || !isJsonObject(request))
    return undefined;
  const wrong = LISTS.filter((field) => {
    const members = request[field];
    return isJsonObject(members) && Object.values(members).some((value) => !Array.isArray(value));
  });
  if (wrong.length === 0) return undefined;
  const reasons = wrong.map((field) => `The value of the field '${field}' has an invalid format`);
  return new Failure(
    RUNTIME_ERROR,
    `The Parameters '${jsonText(request)}' could not be used to start the Task: [${reasons.join(', ')}]`,
  );
}
