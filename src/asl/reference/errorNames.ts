import { parseResource } from '../resource';

/** Error names that Step Functions itself gives. Source: errors.md 1; ASL specification, appendix A. */
const STATES_ERRORS: readonly string[] = [
  'States.ALL',
  'States.TaskFailed',
  'States.Timeout',
  'States.HeartbeatTimeout',
  'States.Permissions',
  'States.DataLimitExceeded',
  'States.Runtime',
  'States.ParameterPathFailure',
  'States.QueryEvaluationError',
  'States.ResultPathMatchFailure',
  'States.IntrinsicFailure',
  'States.NoChoiceMatched',
  'States.BranchFailed',
  'States.ExceedToleratedFailureThreshold',
  'States.ItemReaderFailed',
  'States.ResultWriterFailed',
  'States.Http.Socket',
];

/** What a service may answer besides; those AWS advises to retry first. */
const SERVICE_ERRORS: Readonly<Record<string, readonly string[]>> = {
  lambda: [
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.TooManyRequestsException',
    'Lambda.Unknown',
  ],
  dynamodb: [
    'DynamoDB.ConditionalCheckFailedException',
    'DynamoDB.ProvisionedThroughputExceededException',
    'DynamoDB.ResourceNotFoundException',
  ],
  sqs: ['SQS.QueueDoesNotExistException'],
  sns: ['SNS.NotFoundException'],
  events: ['EventBridge.FailedEntry'],
  states: [
    'StepFunctions.StateMachineDoesNotExistException',
    'StepFunctions.ExecutionAlreadyExistsException',
  ],
  http: ['States.Http.StatusCode.429', 'States.Http.StatusCode.503'],
};

/** Error names to offer for a Retry or Catch; the resource's own ones first. */
export function errorNamesFor(resource: string | undefined): readonly string[] {
  const parsed = resource === undefined ? undefined : parseResource(resource);
  const service = parsed?.kind === 'service' ? parsed.service : parsed ? 'lambda' : '';
  const own = Object.hasOwn(SERVICE_ERRORS, service) ? (SERVICE_ERRORS[service] ?? []) : [];
  return [...own, ...STATES_ERRORS];
}

/** The Retry that AWS advises for Lambda functions: passing faults of the service. */
export const LAMBDA_RETRY_ERRORS: readonly string[] = (SERVICE_ERRORS.lambda ?? []).slice(0, 4);
