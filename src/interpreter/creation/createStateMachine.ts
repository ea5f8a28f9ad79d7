import { creationError, validateDefinition } from './validateDefinition';

/** What of a CreateStateMachine request decides whether it is refused. */
export interface CreateRequest {
  readonly definition: string;
  readonly type?: 'STANDARD' | 'EXPRESS';
  readonly loggingConfiguration?: {
    readonly level?: string;
    readonly destinations?: readonly unknown[];
  };
  readonly publish?: boolean;
  readonly versionDescription?: string;
}

export interface ApiError {
  readonly code: string;
  readonly message: string;
}

/**
 * Why CreateStateMachine refuses a request, as far as the request itself says it; undefined when it does not.
 * Recorded: sfn_api_logs/test_invalid_logging_configuration*, sfn_api_versioning/test_create_with_version_description_no_publish.
 */
export function createStateMachineError(request: CreateRequest): ApiError | undefined {
  const { definition, type = 'STANDARD', loggingConfiguration: logging } = request;
  if (request.versionDescription !== undefined && !request.publish) {
    return {
      code: 'ValidationException',
      message: 'Version description can only be set when publish is true',
    };
  }
  const { result, diagnostics } = validateDefinition(definition, type);
  if (result === 'FAIL') return { code: 'InvalidDefinition', message: creationError(diagnostics) };
  const logs = logging?.level !== undefined && logging.level !== 'OFF';
  if (logs && logging.destinations?.length !== 1) {
    return {
      code: 'InvalidLoggingConfiguration',
      message: 'Invalid Logging Configuration: Must specify exactly one Log Destination.',
    };
  }
  return undefined;
}
