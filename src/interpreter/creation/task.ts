import { isJsonObject, parseResource, type Resource } from '../../asl';
import type { CheckedState } from './checkedState';
import { required } from './report';

/** Request members AWS looks for at creation. Source: measured messages of ValidateStateMachineDefinition. */
const REQUEST: Readonly<Record<string, readonly string[]>> = {
  'lambda:invoke': ['FunctionName'],
  'sqs:sendMessage': ['QueueUrl', 'MessageBody'],
  'sns:publish': ['Message'],
  'dynamodb:putItem': ['TableName', 'Item'],
  'dynamodb:getItem': ['TableName', 'Key'],
  'states:startExecution': ['StateMachineArn'],
  'events:putEvents': ['Entries'],
  'ecs:runTask': ['TaskDefinition'],
  'glue:startJobRun': ['JobName'],
};

/** A Task's Resource, its request and its Credentials. */
export function checkTask(state: CheckedState): void {
  const { fields, location, express, report } = state;
  const { Resource: arn } = fields;
  if (arn === undefined) {
    report.schema(required(['Resource']), location);
    return;
  }
  // A deployment tool puts the ARN in; AWS never sees the placeholder.
  if (typeof arn === 'string' && arn.includes('${')) return;
  if (typeof arn !== 'string' || !arn.startsWith('arn:')) {
    report.schema('Value is not a valid resource ARN', `${location}/Resource`);
    return;
  }
  const resource = parseResource(arn);
  if (express) checkExpress(resource, state);
  if (resource.kind === 'service') checkRequest(resource, state);
  checkCredentials(resource, state);
}

/** Recorded: sfn_api_express/test_illegal_callbacks (the trailing space is AWS's). */
function checkExpress(resource: Resource, { location, report }: CheckedState): void {
  const at = `${location}/Resource`;
  if (resource.kind === 'activity') report.schema('Express state machine does not support Activity ARN', at);
  if (resource.kind !== 'service') return;
  if (resource.pattern === 'waitForTaskToken') {
    report.schema("Express state machine does not support '.waitForTaskToken' service integration ", at);
  } else if (resource.pattern !== 'requestResponse') {
    report.schema("Express state machine does not support '.sync' service integration", at);
  }
}

function checkRequest(resource: Extract<Resource, { kind: 'service' }>, state: CheckedState): void {
  const { fields, location, language, report } = state;
  const field = language === 'JSONata' ? 'Arguments' : 'Parameters';
  const request = fields[field];
  if (request === undefined) {
    report.schema(`${field} field is required for resource ARN: ${resource.arn}`, location);
    return;
  }
  if (!isJsonObject(request)) return;
  for (const member of REQUEST[`${resource.service}:${resource.action}`] ?? []) {
    if (!Object.hasOwn(request, member) && !Object.hasOwn(request, `${member}.$`)) {
      report.schema(`The field '${member}' is required but was missing`, `${location}/${field}`);
    }
  }
}

/** Recorded: credentials/test_invalid_credentials_field*. */
function checkCredentials(resource: Resource, { fields, location, report }: CheckedState): void {
  const { Credentials: credentials } = fields;
  if (credentials === undefined) return;
  if (resource.kind === 'activity') {
    report.schema("The field 'Credentials' is not supported for activities", location);
  } else if (
    isJsonObject(credentials) &&
    !Object.hasOwn(credentials, 'RoleArn') &&
    !Object.hasOwn(credentials, 'RoleArn.$')
  ) {
    report.schema("The field 'RoleArn' is required but was missing", `${location}/Credentials`);
  }
}
